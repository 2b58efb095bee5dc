using System.Text.RegularExpressions;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>
/// Layers that stand side by side, in the layer column of one table or in sibling headings. What model they belong to can
/// only be told from all of them: TCP/IP, the three tiers of an application and others number their layers too.
/// </summary>
/// <param name="Items">The layers, in the order of the text.</param>
/// <param name="Table">The table whose layer column they stand in; null for headings.</param>
/// <param name="NamesOsi">True if a heading above or among them names the OSI model.</param>
internal sealed partial record LayerGroup(List<LayerItem> Items, StudyTable? Table, bool NamesOsi)
{
    /// <summary>True for the cells of a layer column, false for headings.</summary>
    public bool IsTable => Table is not null;

    /// <summary>The groups of its tables that may be about OSI layers.</summary>
    public static IEnumerable<LayerGroup> OfTables(Note note) =>
        OfTables(note, LayersIn(note.Mentions, TextKind.TableCell)).Where(group => !group.IsAnotherModel);

    /// <summary>The groups of its headings that may be about OSI layers.</summary>
    public static IEnumerable<LayerGroup> OfHeadings(Note note) =>
        OfHeadings(note, LayersInHeadings(note)).Values.Where(group => !group.IsAnotherModel);

    /// <summary>The part of a rule that looks at these.</summary>
    /// <param name="check">What it finds in groups.</param>
    public static NoteCheck CheckOfHeadings(Func<RuleInput, IEnumerable<LayerGroup>, IEnumerable<Finding>> check) => new(
        ChunkTraits.Headings,
        (input, _) => check(input, OfHeadings(input.Note)).Select(finding => (NoteCheck.Whole, finding)),
        (input, sayings) => Say(input.Note, sayings.To(NoteCheck.Whole)));

    // All that the groups are made of, and the lines around.
    private static void Say(Note note, Saying saying)
    {
        foreach (var heading in note.Headings)
        {
            var (first, last) = (note.Source.LineOf(heading.Span.Start), note.Source.LineOf(heading.Span.End));
            saying.Say(heading.Level).Say(heading.Text).Show(TextSpan.FromBounds(note.Source.LineStart(first), note.Source.Line(last).End));
        }

        foreach (var item in LayersInHeadings(note))
        {
            saying.Show(item.Span);
        }
    }

    private static List<LayerItem> LayersInHeadings(Note note) =>
        LayersIn(Occurrences.LayersBesideHeadings(note), TextKind.Heading);

    private static List<LayerItem> LayersIn(IEnumerable<Mention> mentions, TextKind kind)
    {
        var items = new List<LayerItem>();
        foreach (var mention in mentions)
        {
            if (mention is { Layers: { } layers, Weight: MentionWeight.Certain } && mention.Kind == kind)
            {
                items.AddRange(layers.Items);
            }
        }

        return items;
    }

    private static IEnumerable<LayerGroup> OfTables(Note note, List<LayerItem> items)
    {
        var next = 0;
        foreach (var table in note.Tables)
        {
            var column = table.ColumnOf(ColumnRole.Layer);
            if (!table.IsOsi || column < 0)
            {
                continue;
            }

            var group = new LayerGroup([], table, NamesOsi: false);
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    while (next < items.Count && items[next].Span.Start < cell.Area.Start)
                    {
                        next++;
                    }

                    while (table.Columns.ElementAtOrDefault(cell.Column) == ColumnRole.Layer && next < items.Count && cell.Area.Contains(items[next].Span))
                    {
                        group.Items.Add(items[next++]);
                    }
                }
            }

            yield return group;
        }
    }

    private static Dictionary<(int Parent, int Level), LayerGroup> OfHeadings(Note note, List<LayerItem> items)
    {
        var groups = new Dictionary<(int Parent, int Level), LayerGroup>();
        var above = new Stack<(Heading Heading, int Index)>();
        var next = 0;
        var index = 0;
        foreach (var heading in items.Count == 0 ? [] : note.Headings)
        {
            while (above.Count > 0 && above.Peek().Heading.Level >= heading.Level)
            {
                above.Pop();
            }

            var key = (above.Count > 0 ? above.Peek().Index : -1, heading.Level);
            above.Push((heading, index++));
            while (next < items.Count && items[next].Span.Start < heading.Span.End)
            {
                if (heading.Span.Contains(items[next].Span) && !above.Any(outer => OtherModel().IsMatch(outer.Heading.Text)))
                {
                    var namesOsi = above.Any(outer => NamesOsiModel().IsMatch(outer.Heading.Text));
                    var group = groups.GetValueOrDefault(key) ?? new LayerGroup([], Table: null, namesOsi);
                    group.Items.Add(items[next]);
                    groups[key] = group with { NamesOsi = group.NamesOsi || namesOsi };
                }

                next++;
            }
        }

        return groups;
    }

    private bool IsAnotherModel =>
        // TCP/IP in four layers: Application is 4, Transport 3, Internet (Network) 2, Link 1.
        Items.Where(item => (item.Number, item.NamedLayer) is (4, 7) or (3, 4) or (2, 3) or (1, 2)).DistinctBy(item => item.Number).Count() >= 2
        // TCP/IP in five: Application is 5, and nothing stands above it.
        || (Items.Any(item => item is { Number: 5, NamedLayer: 7 }) && !Items.Any(item => item.Number is 6 or 7 || item.NamedLayer is 5 or 6))
        // The tiers of an application: Presentation and Application, numbered some other way.
        || (Items.Any(item => item is { NamedLayer: 6, Disagrees: true })
            && Items.Any(item => item is { NamedLayer: 7, Disagrees: true })
            && !Items.Any(item => item.Number is not null && item.NamedLayer is not null && !item.Disagrees))
        // Defence in depth and the like: names that are OSI's too, all of them numbered another way.
        || (!IsTable && !NamesOsi && Items.Where(item => item.Disagrees).DistinctBy(item => item.Number).Count() >= 2
            && !Items.Any(item => item.Number is not null && item.NamedLayer is not null && !item.Disagrees))
        // The layers of an image, a network of neurons or a list of steps.
        || (Items.Where(item => item.IsInvalid).DistinctBy(item => item.Number).Count() is >= 2 and var invalid
            && invalid >= Items.Where(item => item.Layer != 0).DistinctBy(item => item.Layer).Count());

    [GeneratedRegex(@"\bTCP\s*[/-]\s*IP\b|\bDoD\b|\bInternet (?:protocol suite|model)\b|\b(?:\d|two|three|four|n|multi)[ -]tier", RegexOptions.IgnoreCase)]
    private static partial Regex OtherModel();

    [GeneratedRegex(@"\bOSI\b")]
    private static partial Regex NamesOsiModel();
}
