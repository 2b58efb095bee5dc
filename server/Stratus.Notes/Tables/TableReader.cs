using System.Collections.Immutable;
using Stratus.Notes.Layers;
using Stratus.Notes.Text;

namespace Stratus.Notes.Tables;

/// <summary>Understands a table as a study table: its columns, and what each row claims.</summary>
internal sealed class TableReader
{
    private readonly RawTable _table;
    private readonly Catalog _catalog;
    private readonly RawRow? _header;
    private readonly List<RawRow> _rows;
    private readonly ImmutableArray<ColumnRole> _columns;
    private readonly bool _isOsi;
    private readonly int _layerColumn;
    private readonly int _serviceColumn;

    // What the layer column said last: an empty layer cell inherits it.
    private LayerSet _layers;
    private TextSpan? _evidence;
    private bool _isHedged;

    private TableReader(RawTable table, bool otherModel, Catalog catalog)
    {
        _table = table;
        _catalog = catalog;
        _header = table.Rows is [{ IsHeader: true } first, ..] ? first : null;
        _rows = [.. table.Rows.Where(row => row != _header)];
        _columns = ColumnRoles.Of(table, _header, _rows);
        var headerWords = string.Join(' ', (_header?.Cells ?? []).Select(cell => cell.Run?.Text.Text));
        _isOsi = headerWords.Contains("OSI", StringComparison.Ordinal) || !(otherModel || ColumnRoles.SpeaksOfOtherModel(headerWords));
        _layerColumn = _columns.IndexOf(ColumnRole.Layer);
        _serviceColumn = _columns.IndexOf(ColumnRole.Service);
    }

    /// <summary>The table, understood.</summary>
    /// <param name="table">The table; the names in its runs have been found.</param>
    /// <param name="otherModel">True where the section speaks of another layer model.</param>
    /// <param name="catalog">Knows who is whose parent.</param>
    public static StudyTable Read(RawTable table, bool otherModel, Catalog catalog) => new TableReader(table, otherModel, catalog).Read();

    private StudyTable Read() => new(
        _table.Span,
        _table.Format,
        _columns,
        _header is null ? null : new(_header.Span, Cells(_header), null),
        [.. _rows.Select(row => new TableRow(row.Span, Cells(row), Claim(row)))],
        _isOsi);

    private RowClaim? Claim(RawRow row)
    {
        if (_layerColumn < 0 || _serviceColumn < 0)
        {
            return null;
        }

        var isInherited = !ReadLayerCell(row);
        var service = row.Cells.Find(cell => cell.Column == _serviceColumn)?.Run;
        var isHedged = _isHedged || (service is not null && LayerScanner.IsHedged(service.Text.Text));
        return new(
            service is null ? [] : CellClaims.Subjects(service, _catalog),
            _isOsi ? _layers : default,
            _isOsi ? _evidence : null,
            isInherited && _evidence is not null,
            isHedged);
    }

    // True if the row has a layer cell of its own that says something.
    private bool ReadLayerCell(RawRow row)
    {
        var run = row.Cells.Find(cell => cell.Column == _layerColumn)?.Run;
        if (run is null || IsBlank(run.Text.Text))
        {
            return false;
        }

        _layers = default;
        _evidence = null;
        _isHedged = LayerScanner.IsHedged(run.Text.Text);
        foreach (var match in LayerScanner.FindAll(run.Text.Text, run.Names, LayerPlace.Cell))
        {
            _layers |= match.Reference.Layers;
            var span = run.Text.ToSource(match.Span.Start, match.Span.End);
            _evidence = _evidence is { } before ? TextSpan.FromBounds(before.Start, span.End) : span;
        }

        return true;
    }

    // Ditto marks and dashes say "as above".
    private static bool IsBlank(string words) => words.AsSpan().Trim(" \t\r\n\u00A0\"'〃″–—-^" + FlatText.Break).IsEmpty;

    private static ImmutableArray<TableCell> Cells(RawRow row) => [.. row.Cells.Select(cell => new TableCell(cell.Column, cell.Area, Content(cell), Words(cell)))];

    private static string Words(RawCell cell) => cell.Run is null
        ? ""
        : string.Join(' ', cell.Run.Text.Text.Split([' ', '\t', '\n', '\r', '\u00A0', FlatText.Break], StringSplitOptions.RemoveEmptyEntries));

    private static TextSpan Content(RawCell cell)
    {
        if (cell.Run is { } run && run.Text.Text.AsSpan().Trim() is { IsEmpty: false } words)
        {
            var start = run.Text.Text.AsSpan().IndexOf(words);
            var span = run.Text.ToSource(start, start + words.Length);
            if (cell.Area.Contains(span))
            {
                return span;
            }
        }

        // "| |": one writes behind the space that separates the cell from its border.
        return new(cell.Area.Length > 0 ? cell.Area.Start + 1 : cell.Area.Start, 0);
    }
}
