using System.Collections.Immutable;
using Stratus.Notes;

namespace Stratus.Features;

/// <summary>
/// Changes that silence a finding where it stands. Each is written so that Markdown reads the rest of the note as before:
/// a comment on a line of its own only where a block may begin, in a pipe table within the row, around code and not in it.
/// </summary>
public static class SuppressFixes
{
    /// <summary>What silences a finding: for its line, for its table, diagram or section, for the note, in this order, as far as each can be written.</summary>
    public static ImmutableArray<Fix> Of(Note note, Finding finding)
    {
        // A comment that silences what is said of comments is one comment too many.
        if (finding.Rule == Rules.UnusedSuppression.Rule)
        {
            return [];
        }

        var code = finding.Rule.Code;
        var place = new Place(note, finding.Span.Start);
        var fixes = ImmutableArray.CreateBuilder<Fix>(3);
        Add("in this line", ForLine(place, code));
        Add(place.Table is not null ? "in this table" : place.Fence is not null ? "in this diagram" : "in this section", ForBlock(place, code));
        Add("in this note", ForNote(note, finding));
        return fixes.ToImmutable();

        void Add(string where, ImmutableArray<Edit> edits)
        {
            if (Silences(note, finding, edits))
            {
                fixes.Add(new Fix($"Silence ‘{code}’ {where}", edits, IsPreferred: false));
            }
        }
    }

    private static ImmutableArray<Edit> ForLine(Place place, string code)
    {
        if (Suppressions.Of(place.Note)?.OnLine(place.Line).FirstOrDefault(directive => !directive.Codes.IsEmpty) is { } known)
        {
            return SuppressionText.AddCode(place.Source, known, code);
        }

        return place switch
        {
            { Table: { Format: TableFormat.Pipe } table } => InRow(place, table, code),
            { Table.Format: TableFormat.Grid } => [],
            { Fence: { } fence } => place.Line == place.Source.LineOf(fence.Start) ? Above(place, code) : [],
            _ => place.CanBeginAbove ? Above(place, code) : Behind(place, code),
        };
    }

    private static ImmutableArray<Edit> Above(Place place, string code)
    {
        var (start, indent) = place.LineBegin;
        return [new(new(start, 0), indent + SuppressionText.Comment("stratus-disable-next-line", code) + SuppressionText.NewLine(place.Source))];
    }

    private static ImmutableArray<Edit> Behind(Place place, string code)
    {
        // Before the blanks or the backslash of a hard line break, which must stay at the end.
        var line = place.Source.Line(place.Line);
        var end = line.Start + place.Source.Slice(line).TrimEnd(" \t").Length;
        end -= end > line.Start && place.Source.Text[end - 1] == '\\' ? 1 : 0;
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

        // In a quote or behind other markup there is no line to write on.
        if (!indent.IsWhiteSpace() || !source.Slice(TextSpan.FromBounds(Math.Min(block.End, last.End), last.End)).IsWhiteSpace())
        {
            return [];
        }

        var end = SuppressionText.NewLine(source);
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

    private static ImmutableArray<Edit> ForNote(Note note, Finding finding)
    {
        var source = note.Source;
        var code = finding.Rule.Code;
        if (Suppressions.Of(note)?.OfFile.FirstOrDefault(directive => !directive.Codes.IsEmpty) is { } known)
        {
            return SuppressionText.AddCode(source, known, code);
        }

        var end = SuppressionText.NewLine(source);
        if (note.Regions.FirstOrDefault() is { Kind: TextKind.FrontMatter, Span: { Length: > 0 } frontMatter })
        {
            var fence = source.Line(source.LineOf(frontMatter.Start + source.Slice(frontMatter).TrimEnd().Length)).Start;
            var key = new Edit(new(fence, 0), $"stratus-disable: {code}{end}");

            // Where the rest is no YAML, or has the key with nothing behind it, another key would not do.
            return !source.Slice(frontMatter).Contains("stratus-disable", StringComparison.Ordinal) && Silences(note, finding, [key])
                ? [key]
                : [new(new(frontMatter.End, 0), (source.Text[frontMatter.End - 1] is '\n' or '\r' ? "" : end) + SuppressionText.Comment("stratus-disable-file", code) + end)];
        }

        var start = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        return [new(new(start, 0), SuppressionText.Comment("stratus-disable-file", code) + end + end)];
    }

    // An odd note can make anything of a comment (one that nobody closed swallows it, broken markup becomes a table), so that
    // what is offered has been tried.
    private static bool Silences(Note note, Finding finding, ImmutableArray<Edit> edits)
    {
        if (edits.IsEmpty)
        {
            return false;
        }

        var source = edits.Reverse().Aggregate(note.Source, (text, edit) => text.Replace(edit.Span, edit.NewText));
        var moved = edits.Where(edit => edit.Span.Start <= finding.Span.Start).Sum(edit => edit.NewText.Length - edit.Span.Length);
        var after = note.WithSource(source);
        return Suppressions.Of(after)?.SilencerOf(finding.Rule.Code, finding.Span.Start + moved) is not null
            && after.Tables.Count == note.Tables.Count
            && after.Mentions.Count() == note.Mentions.Count()
            && after.Placements.Count() == note.Placements.Count();
    }

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

        /// <summary>The code block or diagram that the finding stands in, or null.</summary>
        public TextSpan? Fence { get; }

        /// <summary>Where the line begins, and its indentation.</summary>
        public (int Start, string Indent) LineBegin
        {
            get
            {
                var line = Source.Line(Line);
                var words = Source.Slice(line).TrimStart(" \t").Length;
                return (line.Start, Source.Text[line.Start..(line.End - words)]);
            }
        }

        /// <summary>True if a comment on a line of its own above the line changes nothing else.</summary>
        public bool CanBeginAbove
        {
            get
            {
                var (start, indent) = LineBegin;
                var rest = Source.Text.AsSpan(start + indent.Length);
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
