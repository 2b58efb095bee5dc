using System.Text.RegularExpressions;
using Stratus.Configuration;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A heading with nothing under it.</summary>
internal static partial class EmptySection
{
    private const int MostWords = 10;

    public static Rule Rule { get; } = new(
        "empty-section",
        Severity.Hint,
        "A heading has nothing under it")
    {
        InNote = new(ChunkTraits.None, (input, _) => Check(input).Select(finding => (NoteCheck.Whole, finding)), (input, sayings) => Say(input, sayings.To(NoteCheck.Whole))),
    };

    // Whether something stands below each heading, and what only titles say.
    private static void Say(RuleInput input, Saying saying)
    {
        var (note, start) = (input.Note, 0);
        foreach (var heading in note.Headings.Append(null))
        {
            saying.Say(IsEmpty(note.Source, start, heading?.Span.Start ?? note.Source.Length));
            if (heading is not null)
            {
                saying.Say(heading.Level).Say(heading.Text).Say(IsTitle(note.Source, heading)).Show(heading.Title);
                start = heading.Span.End;
            }
        }
    }

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var note = input.Note;
        if (!input.Whole.AreOfStudyNote(note.Source.LineCount))
        {
            yield break;
        }

        Heading? last = null;
        foreach (var heading in note.Headings.Append(null))
        {
            if (last is not null
                && (heading is null || heading.Level <= last.Level)
                && IsEmpty(note.Source, last.Span.End, heading?.Span.Start ?? note.Source.Length)
                && IsTitle(note.Source, last))
            {
                yield return new Finding(
                    Rule,
                    Severity.Hint,
                    last.Title,
                    $"The section ‘{last.Text}’ is empty. Write it, or remove the heading.",
                    [],
                    []);
            }

            last = heading;
        }
    }

    // A rule between two sections is no content.
    private static bool IsEmpty(SourceText source, int start, int end)
    {
        foreach (var line in source.Slice(new(start, Math.Max(0, end - start))).EnumerateLines())
        {
            var words = line.TrimStart();
            if (!words.IsEmpty && !(words[0] is '-' or '*' or '_' && ThematicBreak().IsMatch(line)))
            {
                return false;
            }
        }

        return true;
    }

    // A heading that is a sentence says by itself what there is to say, and the entries of a list of changes are no sections.
    private static bool IsTitle(SourceText source, Heading heading) =>
        heading.Title.Length > 0
        && source.Slice(new(source.Line(source.LineOf(heading.Span.Start)).Start, heading.Span.Start - source.Line(source.LineOf(heading.Span.Start)).Start)).IsWhiteSpace()
        && heading.Text[^1] is not ('.' or '!' or '?' or ':' or ';' or ',' or '。' or '？')
        && heading.Text.AsSpan().Count(' ') < MostWords
        && !Version().IsMatch(heading.Text)
        && !Vocabulary.Embedded.UnwrittenSections.Opens(heading.Text);

    [GeneratedRegex(@"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")]
    private static partial Regex ThematicBreak();

    [GeneratedRegex(@"^\W*v?\d+(?:\.\d+)+|\b\d{4}-\d{2}-\d{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
