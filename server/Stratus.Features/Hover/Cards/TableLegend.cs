using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Hover.Cards;

/// <summary>The card of a layer or service column's header: what the table places at each layer, and which layers it leaves out.</summary>
internal static class TableLegend
{
    private const int MostNames = 8;

    /// <summary>The legend of the table whose header the offset touches, or null.</summary>
    public static HoverResult? At(Workspace workspace, Note note, int offset)
    {
        if (note.TableAt(offset) is not { Header: { } header, IsOsi: true } table
            || !header.Span.Touches(offset)
            || table.ColumnOf(ColumnRole.Layer) < 0 || table.ColumnOf(ColumnRole.Service) < 0
            || header.Cells.FirstOrDefault(cell => cell.Content.Length > 0 && cell.Content.Touches(offset)) is not { } cell
            || table.Columns.ElementAtOrDefault(cell.Column) is not (ColumnRole.Layer or ColumnRole.Service))
        {
            return null;
        }

        return new(cell.Content, Of(workspace.Catalog, table));
    }

    private static Card Of(Catalog catalog, StudyTable table)
    {
        var claims = table.Rows.Select(row => row.Claim).OfType<RowClaim>().ToList();
        var services = claims.SelectMany(claim => claim.Subjects, (claim, subject) => (claim.Layers, subject.Service)).ToList();
        var covered = claims.Aggregate(default(LayerSet), (all, claim) => all | claim.Layers);
        var count = services.DistinctBy(place => place.Service.Id).Count();

        var card = new CardBuilder().Title("This table", $": {Counted(count, "service")} at {Counted(covered.Count, "layer")}");
        foreach (var layer in covered.Reverse())
        {
            var names = services.Where(place => place.Layers.Contains(layer)).DistinctBy(place => place.Service.Id).Select(place => place.Service.Name).ToList();
            card.Fact(
                $"{LayerText.Label(catalog, layer)}, {names.Count}",
                string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? " and others" : ""));
        }

        if (covered.Count is > 0 and < 7)
        {
            card.Fact("Missing", string.Join(", ", LayerSet.All.Where(layer => !covered.Contains(layer)).Reverse().Select(layer => LayerText.Label(catalog, layer))));
        }

        var unplaced = services.Count(place => place.Layers.IsEmpty);
        if (unplaced > 0)
        {
            card.Line($"{Counted(unplaced, "service")} without a layer.");
        }

        var unknown = claims.Count(claim => claim.Subjects.IsEmpty);
        if (unknown > 0)
        {
            card.Line($"{Counted(unknown, "row")} about something unknown.");
        }

        return card.Build();
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
