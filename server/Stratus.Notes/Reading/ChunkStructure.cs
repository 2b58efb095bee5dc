using Stratus.Notes.Text;

namespace Stratus.Notes.Reading;

/// <summary>What the markup of a chunk says, before anyone has looked for names in it. Filled by the readers of Markdown and HTML.</summary>
internal sealed class ChunkStructure
{
    /// <summary>The runs of text to look for names in.</summary>
    public List<TextRun> Runs { get; } = [];

    /// <summary>The tables.</summary>
    public List<RawTable> Tables { get; } = [];

    /// <summary>The headings.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>The stretches of text that no run covers: code, addresses, tags, comments.</summary>
    public List<TextRegion> Regions { get; } = [];

    /// <summary>Adds a run unless it is empty, and returns it.</summary>
    public TextRun AddRun(FlatText.Builder text, TextKind kind, RunPlace place, int depth = 0)
    {
        var run = new TextRun(text.Build(), kind, place, depth);
        if (run.Text.Text.Length > 0)
        {
            Runs.Add(run);
        }

        return run;
    }

    /// <summary>Adds a heading with its run.</summary>
    public void AddHeading(int level, TextSpan span, FlatText.Builder text)
    {
        var run = AddRun(text, TextKind.Heading, RunPlace.Heading);
        var words = run.Text.Text;

        // Attributes after a heading ({#id}, {: .class}) are none of its words.
        if (words.EndsWith('}') && words.LastIndexOf('{') is >= 0 and var attributes)
        {
            words = words[..attributes];
        }

        var title = words.Trim();
        var start = title.Length == 0 ? 0 : words.IndexOf(title, StringComparison.Ordinal);
        var place = title.Length == 0 ? new(span.End, 0) : run.Text.ToSource(start, start + title.Length);
        // Markdig loses the place of a heading's words where markup that nobody closed stands around it.
        Headings.Add(new(level, span, span.Contains(place) ? place : new(span.End, 0), title));
    }
}
