using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Refactorings;

/// <summary>The layers of a row in a table with a layer column.</summary>
/// <param name="Layers">Its own or inherited; empty where there are none.</param>
/// <param name="IsOwn">False where the cell says nothing of its own: the row belongs to the one above.</param>
internal readonly record struct RowLayers(LayerSet Layers, bool IsOwn)
{
    /// <summary>The layers of each row; null where the table has no column of OSI layers, or rows that cannot be moved or followed by others.</summary>
    public static ImmutableArray<RowLayers>? Of(Note note, StudyTable table, out string? obstacle)
    {
        obstacle = null;
        var column = table.ColumnOf(ColumnRole.Layer);
        if (!table.IsOsi || column < 0 || table.Format == TableFormat.Grid || table.Rows.IsEmpty)
        {
            return null;
        }

        var hasServices = table.ColumnOf(ColumnRole.Service) >= 0;
        var rows = ImmutableArray.CreateBuilder<RowLayers>(table.Rows.Length);
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.OrderBy(cell => cell.Area.Start).ToList();
            if (cells.Count != table.Columns.Length || cells.Index().Any(cell => cell.Item.Column != cell.Index || !row.Span.Contains(cell.Item.Area)))
            {
                obstacle = "A row does not have one cell for each column.";
                return null;
            }

            if (hasServices && row.Claim is null)
            {
                obstacle = "A row is the heading of those below it.";
                return null;
            }

            var said = row.Claim?.Layers ?? LayersIn(note, cells[column].Area);
            var isOwn = row.Claim is { IsInherited: true } ? false : cells[column].Text.Length > 0 || rows.Count == 0;
            rows.Add(new(!isOwn && row.Claim is null ? rows[^1].Layers : said, isOwn));
        }

        return rows.DrainToImmutable();
    }

    /// <summary>1 where the layers rise from row to row, -1 where they fall: the way that most steps go.</summary>
    public static int Direction(ImmutableArray<RowLayers> rows)
    {
        var named = rows.Where(row => row is { IsOwn: true, Layers.IsEmpty: false }).Select(row => row.Layers).ToList();
        var balance = 0;
        for (var index = 1; index < named.Count; index++)
        {
            balance += Math.Sign(Compare(named[index], named[index - 1]));
        }

        // Most tables go from the application down to the wire.
        return balance != 0 ? Math.Sign(balance) : named.Count > 1 && Compare(named[^1], named[0]) > 0 ? 1 : -1;
    }

    /// <summary>The order of two sets that are not empty, from low layers to high ones.</summary>
    public static int Compare(LayerSet one, LayerSet other) =>
        one.Lowest + one.Highest != other.Lowest + other.Highest
            ? (one.Lowest + one.Highest).CompareTo(other.Lowest + other.Highest)
            : one.Lowest.CompareTo(other.Lowest);

    private static LayerSet LayersIn(Note note, TextSpan area) => note.MentionsIn(area)
        .Where(mention => mention.Layers is not null && area.Contains(mention.Span))
        .Aggregate(default(LayerSet), (all, mention) => all | mention.Layers!.Layers);
}
