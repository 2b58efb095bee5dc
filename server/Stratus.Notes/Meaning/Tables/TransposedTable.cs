using System.Collections.Immutable;
using Stratus.Notes.Meaning.Layers;
using Stratus.Notes.Reading;

namespace Stratus.Notes.Meaning.Tables;

/// <summary>Reads a table that is turned: services across its header, one row for their layers.</summary>
internal static class TransposedTable
{
    /// <summary>A placement for each column that names a service and has a layer; empty for every other table.</summary>
    public static ImmutableArray<Placement> Placements(RawTable raw, StudyTable table, int number, Catalog catalog)
    {
        if (LayerRow(raw, table) is not { } layers)
        {
            return [];
        }

        var placements = ImmutableArray.CreateBuilder<Placement>();
        foreach (var cell in raw.Rows[0].Cells)
        {
            if (cell.Column > 0 && cell.Run is not null && CellClaims.Subjects(cell.Run, catalog) is { IsEmpty: false } subjects
                && LayerCell.Of(layers.CellIn(cell.Column)?.Run) is { Evidence: { } evidence, Layers.IsEmpty: false } said)
            {
                placements.Add(new(subjects, said.Layers, cell.Area, evidence, false, said.IsHedged || LayerScanner.IsHedged(cell.Run.Text.Text), number));
            }
        }

        return placements.DrainToImmutable();
    }

    /// <summary>The row of layers, or null where the table is not a turned one.</summary>
    public static RawRow? LayerRow(RawTable raw, StudyTable table)
    {
        if (!table.IsOsi || raw.Rows.Count < 2 || table.ColumnOf(ColumnRole.Layer) >= 0)
        {
            return null;
        }

        var across = raw.Rows[0].Cells.Where(cell => cell.Column > 0 && cell.Run is not null).ToList();
        var named = across.Count(cell => cell.Run!.Names.Count > 0);
        return across.Count >= 2 && named * 2 > across.Count
            ? raw.Rows.Skip(1).FirstOrDefault(row => row.Cells is [{ Column: 0, Run: { } label }, ..] && ColumnRoles.IsLayerHeading(label.Text.Text))
            : null;
    }
}
