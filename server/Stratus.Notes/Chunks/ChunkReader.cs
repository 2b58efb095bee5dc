using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Stratus.Notes.Meaning;
using Stratus.Notes.Meaning.Directives;
using Stratus.Notes.Meaning.Mentions;
using Stratus.Notes.Meaning.Prose;
using Stratus.Notes.Meaning.Tables;
using Stratus.Notes.Reading;
using Stratus.Notes.Reading.Markdown;
using Stratus.Notes.Text;

namespace Stratus.Notes.Chunks;

/// <summary>Reads one chunk: a pure function of its text and its context.</summary>
internal static class ChunkReader
{
    // What is nested or left open deeper than this is no prose; Markdig would take seconds for it, or throw.
    private const int MaximumOpenBrackets = 100;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("[]()");

    /// <summary>Reads a chunk.</summary>
    public static ChunkContent Read(string text, ChunkContext context, Catalog catalog)
    {
        var structure = ReadStructure(text, context);
        foreach (var run in structure.Runs)
        {
            catalog.Matcher.FindAll(run.Text.Text, run.Names);
            DefinedAbbreviations.AddTo(run.Text.Text, context.Abbreviations, catalog, run.Names);
        }

        // A chunk begins with its heading, if it has one.
        ImmutableArray<Heading> headings = structure.Headings.Count > 1 ? [.. structure.Headings.OrderBy(heading => heading.Span.Start)] : [.. structure.Headings];
        var within = headings is [var first, ..] && text.AsSpan(0, first.Span.Start).Trim().IsEmpty ? context.Below(first) : context;
        structure.Tables.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        var tables = structure.Tables.ConvertAll(table => TableReader.Read(table, within.OtherLayerModel, catalog));
        var regions = Regions(structure);
        var mentions = Mentions(structure, tables, within, out var dependsOnAws);
        return new(
            regions,
            headings,
            [.. tables],
            mentions,
            Placements(structure, tables, within.OtherLayerModel, catalog),
            DirectiveReader.InComments(text, regions),
            dependsOnAws ? ChunkTraits.DependsOnAws : ChunkTraits.None);
    }

    /// <summary>The front matter: YAML, no words to look for names in, but perhaps a directive.</summary>
    public static ChunkContent FrontMatter(string text) =>
        new([new(TextKind.FrontMatter, new(0, text.Length))], [], [], [], [], DirectiveReader.InFrontMatter(text), ChunkTraits.None);

    private static ChunkStructure ReadStructure(string text, ChunkContext context)
    {
        var structure = new ChunkStructure();
        if (!IsHostile(text))
        {
            try
            {
                MarkdownReader.Read(text, context.LinkLabels, structure);
                return structure;
            }
            catch (ArgumentException)
            {
                // Markdig's answer to nesting beyond its limit. Plain words are still words.
                structure = new ChunkStructure();
            }
        }

        var words = new FlatText.Builder();
        words.Append(text, 0, TextKind.Prose);
        structure.AddRun(words, TextKind.Prose, RunPlace.Paragraph);
        return structure;
    }

    private static bool IsHostile(string text)
    {
        int brackets = 0, targets = 0;
        for (var at = text.AsSpan().IndexOfAny(Brackets); at < text.Length && at >= 0;)
        {
            switch (text[at])
            {
                case '[':
                    brackets++;
                    break;
                case ']':
                    brackets = Math.Max(0, brackets - 1);
                    targets += at + 1 < text.Length && text[at + 1] == '(' ? 1 : 0;
                    break;
                case ')':
                    targets = Math.Max(0, targets - 1);
                    break;
            }

            if (brackets > MaximumOpenBrackets || targets > MaximumOpenBrackets)
            {
                return true;
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Brackets);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static ImmutableArray<TextRegion> Regions(ChunkStructure structure)
    {
        var regions = structure.Regions;
        foreach (var run in structure.Runs)
        {
            if (run.Place != RunPlace.Diagram)
            {
                run.Text.AddRegionsTo(regions);
            }
        }

        // Most chunks are one run of words, in order as it is.
        if (!IsInOrder(regions))
        {
            regions.Sort(Compare);
        }

        var merged = 0;
        foreach (var region in CollectionsMarshal.AsSpan(regions))
        {
            var last = merged > 0 ? regions[merged - 1] : default;
            if (merged > 0 && region.Span.Start < last.Span.End)
            {
                continue;
            }

            if (merged > 0 && last.Kind == region.Kind && last.Span.End == region.Span.Start && region.Kind <= TextKind.HtmlText)
            {
                regions[merged - 1] = new(region.Kind, TextSpan.FromBounds(last.Span.Start, region.Span.End));
            }
            else
            {
                regions[merged++] = region;
            }
        }

        return [.. CollectionsMarshal.AsSpan(regions)[..merged]];
    }

    private static bool IsInOrder(List<TextRegion> regions)
    {
        for (var index = 1; index < regions.Count; index++)
        {
            if (Compare(regions[index - 1], regions[index]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(TextRegion left, TextRegion right) => left.Span.Start != right.Span.Start
        ? left.Span.Start.CompareTo(right.Span.Start)
        : left.Span.End.CompareTo(right.Span.End);

    /// <param name="raw">The table of the cell.</param>
    /// <param name="row">Its row.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="table">The table, understood.</param>
    /// <param name="layers">The row of layers of a turned table; null for any other.</param>
    private static ColumnRole RoleOf(RawTable raw, RawRow row, RawCell cell, StudyTable table, RawRow? layers)
    {
        if (layers is not null)
        {
            return cell.Column == 0 ? ColumnRole.Other : row == raw.Rows[0] ? ColumnRole.Service : row == layers ? ColumnRole.Layer : ColumnRole.Other;
        }

        // The words of a header name columns, not services.
        return row.IsHeader && table.Header?.Span == row.Span ? ColumnRole.Other : table.Columns[cell.Column];
    }

    private static ImmutableArray<Mention> Mentions(ChunkStructure structure, List<StudyTable> tables, ChunkContext context, out bool dependsOnAws)
    {
        var cells = new Dictionary<TextRun, (ColumnRole Role, bool IsOsi)>();
        for (var index = 0; index < tables.Count; index++)
        {
            var (raw, table) = (structure.Tables[index], tables[index]);
            var layers = TransposedTable.LayerRow(raw, table);
            foreach (var row in raw.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    if (cell.Run is not null)
                    {
                        cells[cell.Run] = (RoleOf(raw, row, cell, table, layers), table.IsOsi);
                    }
                }
            }
        }

        var finder = new MentionFinder(context);
        var mentions = new List<Mention>();
        foreach (var run in structure.Runs)
        {
            var (role, isOsi) = run.Place == RunPlace.Cell && cells.TryGetValue(run, out var cell) ? cell : (ColumnRole.Other, true);
            finder.Find(run, role, isOsi, mentions);
        }

        mentions.Sort(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));
        dependsOnAws = finder.DependsOnAws;
        return [.. mentions];
    }

    private static ImmutableArray<Placement> Placements(ChunkStructure structure, List<StudyTable> tables, bool otherModel, Catalog catalog)
    {
        var placements = new List<Placement>();
        for (var index = 0; index < tables.Count; index++)
        {
            var table = tables[index];
            foreach (var row in table.Rows)
            {
                if (row.Claim is { Subjects.IsEmpty: false, LayerEvidence: { } evidence } claim && !claim.Layers.IsEmpty)
                {
                    placements.Add(new(claim.Subjects, claim.Layers, row.Span, evidence, claim.IsInherited, claim.IsHedged, index));
                }
            }

            placements.AddRange(TransposedTable.Placements(structure.Tables[index], table, index, catalog));
        }

        if (!otherModel)
        {
            placements.AddRange(ProsePlacements.Find(structure.Runs));
        }

        return placements.Count == 0 ? [] : [.. placements.OrderBy(placement => placement.Span.Start)];
    }
}
