using System.Collections.Immutable;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Navigation;

/// <summary>What an entry of the outline stands for.</summary>
public enum OutlineKind
{
    /// <summary>A heading with its section.</summary>
    Section,
    /// <summary>A table.</summary>
    Table,
    /// <summary>A row of a study table.</summary>
    Row,
}

/// <summary>An entry of the outline.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">What is shown, in one line; never empty: <c>Transit Gateway — L4</c>.</param>
/// <param name="Span">All that belongs to it; its children lie within.</param>
/// <param name="Selection">What names it, within <paramref name="Span"/>.</param>
/// <param name="HasEnded">True for a row about services that have ended.</param>
/// <param name="Children">What is in it, in the order of the text.</param>
public sealed record OutlineEntry(OutlineKind Kind, string Name, TextSpan Span, TextSpan Selection, bool HasEnded, ImmutableArray<OutlineEntry> Children);

/// <summary>The outline of a note: headings, the tables below them, the rows of study tables.</summary>
public static class Outline
{
    // More than anyone scrolls through; editors draw them all.
    private const int MostRowsInATable = 1_000;
    private const int MostEntries = 10_000;

    /// <summary>The entries that stand in no other, in the order of the text.</summary>
    public static ImmutableArray<OutlineEntry> Of(Workspace workspace, Note note)
    {
        var entries = Sections.Of(note).Select(Entry).Concat(Tables(workspace, note)).Take(MostEntries)
            .OrderBy(entry => entry.Span.Start).ThenByDescending(entry => entry.Span.Length).ThenBy(entry => entry.Kind)
            .ToList();
        var next = 0;
        return Within(entries, ref next, new(0, note.Source.Length));
    }

    private static ImmutableArray<OutlineEntry> Within(List<OutlineEntry> entries, ref int next, TextSpan parent)
    {
        var children = ImmutableArray.CreateBuilder<OutlineEntry>();
        while (next < entries.Count && entries[next].Span.Start < parent.End)
        {
            var entry = entries[next++];

            // Markup that nobody closed may reach out of what it is in: such an entry has no place.
            if (parent.Contains(entry.Span))
            {
                children.Add(entry with { Children = Within(entries, ref next, entry.Span) });
            }
        }

        return children.ToImmutable();
    }

    private static OutlineEntry Entry(Section section) =>
        new(OutlineKind.Section, TableText.Short(section.Heading.Text), section.Span, section.Heading.Title, false, []);

    private static IEnumerable<OutlineEntry> Tables(Workspace workspace, Note note)
    {
        var turned = note.Placements.Where(placement => placement.Table >= 0).ToLookup(placement => placement.Table);
        foreach (var (number, table) in note.Tables.Index())
        {
            var span = TableText.Extent(table);
            yield return new(OutlineKind.Table, TableText.Title(table), span, table.Header?.Span ?? new(span.Start, 0), false, []);
            var rows = table.ColumnOf(ColumnRole.Service) >= 0 || table.ColumnOf(ColumnRole.Layer) >= 0
                ? table.Rows.Select(row => Row(workspace, table, row)).OfType<OutlineEntry>()
                : turned[number].Select(placement => Column(workspace, table, placement)).OfType<OutlineEntry>();
            foreach (var row in rows.Take(MostRowsInATable))
            {
                yield return row;
            }
        }
    }

    private static OutlineEntry? Row(Workspace workspace, StudyTable table, TableRow row)
    {
        if (TableText.Subject(table, row) is not { } cell)
        {
            return null;
        }

        // A row whose service is still missing is called by its layer, which need not be said twice.
        var layers = cell.Column == table.ColumnOf(ColumnRole.Layer) ? default : row.Claim?.Layers ?? default;
        return Named(workspace, cell, row.Span, layers, row.Claim?.Subjects ?? []);
    }

    // Of a turned table the columns are what is listed: the services stand across its header.
    private static OutlineEntry? Column(Workspace workspace, StudyTable table, Placement placement) =>
        table.Header?.Cells.FirstOrDefault(cell => cell.Area == placement.Span) is { } cell
            ? Named(workspace, cell, placement.Span, placement.Layers, placement.Subjects)
            : null;

    private static OutlineEntry Named(Workspace workspace, TableCell cell, TextSpan span, LayerSet layers, ImmutableArray<NamedService> subjects)
    {
        var name = TableText.Short(cell.Text);
        return new(
            OutlineKind.Row,
            layers.IsEmpty ? name : $"{name} — {LayerText.Short(layers)}",
            span,
            span.Contains(cell.Content) ? cell.Content : new(span.Start, 0),
            !subjects.IsEmpty && subjects.All(subject => Standing.Of(subject.Service, workspace.Today, Verification.Full).Kind == StandingKind.Ended),
            []);
    }
}
