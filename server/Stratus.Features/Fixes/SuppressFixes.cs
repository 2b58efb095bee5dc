using System.Collections.Immutable;
using Stratus.Features.Diagnostics;
using Stratus.Features.Diagnostics.Rules;
using Stratus.Features.Diagnostics.Suppressions;
using Stratus.Features.Editing;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Fixes;

/// <summary>Where a finding is suppressed.</summary>
public enum SuppressionScope
{
    /// <summary>In its line.</summary>
    Line,
    /// <summary>In its table, diagram or section.</summary>
    Block,
    /// <summary>In the whole note.</summary>
    Note,
}

/// <summary>
/// Changes that suppress a finding. Each is written so that Markdown reads the rest of the note as before:
/// a comment on a line of its own only where a block may begin, in a pipe table within the row, around code and not in it.
/// </summary>
public static class SuppressFixes
{
    /// <summary>What suppresses a finding: for its line, for its table, diagram or section, for the note, in this order, as far as each can be written.</summary>
    public static ImmutableArray<Fix> Of(Note note, Finding finding, CancellationToken cancellation) =>
        [.. WaysOf(note, finding).Select(way => Tried(note, finding, way, cancellation)).OfType<Fix>()];

    /// <summary>The one of them with this title; null where the note would read otherwise after it.</summary>
    public static Fix? Of(Note note, Finding finding, string title, CancellationToken cancellation) =>
        WaysOf(note, finding).FirstOrDefault(way => way.Title == title) is { } way ? Tried(note, finding, way, cancellation) : null;

    /// <summary>What may be tried: nothing is tried for it, so that one or the other may turn out not to do.</summary>
    public static IEnumerable<(SuppressionScope Scope, string Title)> TitlesOf(Note note, Finding finding) =>
        WaysOf(note, finding).Select(way => (way.Scope, way.Title));

    private static IEnumerable<Way> WaysOf(Note note, Finding finding)
    {
        // A comment that suppresses a finding about comments is one comment too many.
        if (finding.Rule == UnusedSuppression.Rule)
        {
            return [];
        }

        var code = finding.Rule.Code;
        var place = new Place(note, finding.Span.Start);
        var block = place.Table is not null ? "table" : place.Fence is not null ? "diagram" : "section";
        return new Way[]
        {
            new(SuppressionScope.Line, $"Disable `{code}` for this line", [ForLine(place, code)]),
            new(SuppressionScope.Block, $"Disable `{code}` for this {block}", [ForBlock(place, code)]),
            new(SuppressionScope.Note, $"Disable `{code}` for this note", ForNote(note, code)),
        }.Where(way => way.Alternatives.Any(edits => !edits.IsEmpty));
    }

    // The first that does what it says.
    private static Fix? Tried(Note note, Finding finding, Way way, CancellationToken cancellation)
    {
        foreach (var edits in way.Alternatives)
        {
            if (Suppresses(note, finding, edits, cancellation))
            {
                return new(way.Title, edits, IsPreferred: false);
            }
        }

        return null;
    }

    private static ImmutableArray<Edit> ForLine(Place place, string code)
    {
        if (NoteSuppressions.Of(place.Note)?.OnLine(place.Line).FirstOrDefault(directive => !directive.Codes.IsEmpty) is { } known)
        {
            return SuppressionText.AddCode(place.Source, known, code);
        }

        return place switch
        {
            { Table: { Format: TableFormat.Pipe } table } => InRow(place, table, code),
            { Table.Format: TableFormat.Grid } => [],
            { Fence: { } fence } => place.Line == place.Source.LineOf(fence.Start) ? Above(place, code) : [],
            _ => place.CanBeginAbove ? Above(place, code) : After(place, code),
        };
    }

    private static ImmutableArray<Edit> Above(Place place, string code)
    {
        var (start, indent) = place.LineBegin;
        return [new(new(start, 0), indent + SuppressionText.Comment("stratus-disable-next-line", code) + place.Source.LineEnd)];
    }

    private static ImmutableArray<Edit> After(Place place, string code)
    {
        // Before the blanks or the backslash of a hard line break, which must stay at the end.
        var line = place.Source.Line(place.Line);
        var end = line.Start + place.Source.Slice(line).TrimEnd(" \t").Length;
        end -= end > line.Start && place.Source[end - 1] == '\\' ? 1 : 0;
        return place.IsWithinMarkup(end) ? [] : [new(new(end, 0), $" {SuppressionText.Comment("stratus-disable-line", code)}")];
    }

    private static ImmutableArray<Edit> InRow(Place place, StudyTable table, string code)
    {
        var row = table.Rows.Prepend(table.Header).FirstOrDefault(row => row is not null && row.Span.Touches(place.Offset));
        if (row?.Cells is not [.., var last] || place.Source.LineOf(last.Area.End) != place.Line)
        {
            return [];
        }

        var area = place.Source.Slice(last.Area);
        var words = area.TrimEnd(" \t").Length;
        return [new(
            new(last.Area.Start + (words == 0 ? 0 : words), 0),
            $" {SuppressionText.Comment("stratus-disable-line", code)}{(words == area.Length ? " " : "")}")];
    }

    private static ImmutableArray<Edit> ForBlock(Place place, string code)
    {
        if ((place.Table?.Span ?? place.Fence ?? SectionOf(place)) is not { } block)
        {
            return [];
        }

        var source = place.Source;
        var first = source.Line(source.LineOf(block.Start));
        var last = source.Line(source.LineOf(Math.Max(block.Start, block.End - 1)));
        var indent = source.Slice(TextSpan.FromBounds(first.Start, block.Start));

        // In a quote or after other markup there is no line to write on.
        if (!indent.IsWhiteSpace() || !source.Slice(TextSpan.FromBounds(Math.Min(block.End, last.End), last.End)).IsWhiteSpace())
        {
            return [];
        }

        var end = source.LineEnd;
        return
        [
            new(new(first.Start, 0), $"{indent}{SuppressionText.Comment("stratus-disable", code)}{end}"),
            new(new(last.End, 0), $"{end}{indent}{SuppressionText.Comment("stratus-enable", code)}"),
        ];
    }

    /// <summary>The innermost section around, its heading included and the blank lines at its end left out; null above the first heading.</summary>
    private static TextSpan? SectionOf(Place place)
    {
        var sections = Sections.Of(place.Note);
        for (var index = sections.Length - 1; index >= 0; index--)
        {
            if (sections[index].Span.Touches(place.Offset))
            {
                return new(sections[index].Span.Start, place.Source.Slice(sections[index].Span).TrimEnd().Length);
            }
        }

        return null;
    }

    private static ImmutableArray<ImmutableArray<Edit>> ForNote(Note note, string code)
    {
        var source = note.Source;
        if (NoteSuppressions.Of(note)?.OfFile.FirstOrDefault(directive => !directive.Codes.IsEmpty) is { } known)
        {
            return [SuppressionText.AddCode(source, known, code)];
        }

        var end = source.LineEnd;
        if (note.Regions.FirstOrDefault() is { Kind: TextKind.FrontMatter, Span: { Length: > 0 } frontMatter })
        {
            var fence = source.Line(source.LineOf(frontMatter.Start + source.Slice(frontMatter).TrimEnd().Length)).Start;
            var key = new Edit(new(fence, 0), $"stratus-disable: {code}{end}");
            var before = source[frontMatter.End - 1] is '\n' or '\r' ? "" : end;
            var comment = new Edit(new(frontMatter.End, 0), before + SuppressionText.Comment("stratus-disable-file", code) + end);

            // Where the rest is no YAML, or has the key with nothing after it, another key would not do.
            return source.Slice(frontMatter).Contains("stratus-disable", StringComparison.Ordinal) ? [[comment]] : [[key], [comment]];
        }

        var start = source.Length > 0 && source[0] == '\uFEFF' ? 1 : 0;
        return [[new(new(start, 0), SuppressionText.Comment("stratus-disable-file", code) + end + end)]];
    }

    // An odd note can make anything of a comment (one that nobody closed swallows it, broken markup becomes a table), so that
    // what is offered has been tried.
    private static bool Suppresses(Note note, Finding finding, ImmutableArray<Edit> edits, CancellationToken cancellation)
    {
        if (edits.IsEmpty)
        {
            return false;
        }

        var source = new TextChange(edits).Apply(note.Source);
        var moved = edits.Where(edit => edit.Span.Start <= finding.Span.Start).Sum(edit => edit.NewText.Length - edit.Span.Length);
        var after = note.WithSource(source, cancellation);
        return NoteSuppressions.Of(after)?.SuppressorOf(finding.Rule.Code, finding.Span.Start + moved) is not null
            && after.Tables.Count == note.Tables.Count
            && after.Mentions.Count() == note.Mentions.Count()
            && after.Placements.Count() == note.Placements.Count();
    }

    /// <summary>A way to suppress a finding, and how it may be written, the best first.</summary>
    private sealed record Way(SuppressionScope Scope, string Title, ImmutableArray<ImmutableArray<Edit>> Alternatives);

    /// <summary>What stands around a finding.</summary>
    private sealed class Place
    {
        public Place(Note note, int offset)
        {
            Note = note;
            Offset = offset;
            Line = Source.LineOf(offset);
            Table = note.TableAt(offset);
            Fence = FenceAt(offset);
        }

        public Note Note { get; }

        public SourceText Source => Note.Source;

        public int Offset { get; }

        public int Line { get; }

        public StudyTable? Table { get; }

        /// <summary>The code block or diagram that the finding is in, or null.</summary>
        public TextSpan? Fence { get; }

        /// <summary>Where the line begins, and its indentation.</summary>
        public (int Start, string Indent) LineBegin
        {
            get
            {
                var line = Source.Line(Line);
                var words = Source.Slice(line).TrimStart(" \t").Length;
                return (line.Start, Source.Slice(TextSpan.FromBounds(line.Start, line.End - words)).ToString());
            }
        }

        /// <summary>True if a comment on a line of its own above the line changes nothing else.</summary>
        public bool CanBeginAbove
        {
            get
            {
                var (start, indent) = LineBegin;
                var rest = Source.SliceFrom(start + indent.Length, 2);
                if (IsWithinMarkup(start) || rest is ['>' or '-' or '*' or '+', ' ' or '\t', ..] || (rest.Length > 0 && char.IsAsciiDigit(rest[0])))
                {
                    return false;
                }

                if (Table is { Format: TableFormat.Html } || Note.KindAt(Offset) == TextKind.HtmlText)
                {
                    return true;
                }

                // In the middle of a paragraph a line of its own would part it.
                return rest is ['#', ..] || Line == 0 || Source.Slice(Source.Line(Line - 1)).IsWhiteSpace();
            }
        }

        /// <summary>True within code, an address, a tag or a comment, where a comment is none.</summary>
        public bool IsWithinMarkup(int offset) => Note.Regions.Any(region =>
            region.Kind is TextKind.CodeSpan or TextKind.CodeBlock or TextKind.Diagram or TextKind.Url or TextKind.HtmlTag or TextKind.Comment or TextKind.FrontMatter
            && region.Span.Start < offset && (offset < region.Span.End || (offset == region.Span.End && GoesOn(region.Kind, offset))));

        // Inline code of two lines is two stretches of it.
        private bool GoesOn(TextKind kind, int offset) =>
            kind == TextKind.CodeSpan && Note.Regions.Any(region => region.Kind == kind && region.Span.Start == offset);

        private TextSpan? FenceAt(int offset)
        {
            foreach (var region in Note.Regions)
            {
                if (region.Kind is TextKind.Diagram or TextKind.CodeBlock && region.Span.Start <= offset && offset < region.Span.End)
                {
                    return region.Span;
                }
            }

            return null;
        }
    }
}
