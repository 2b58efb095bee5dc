using System.Buffers;
using System.Collections.Immutable;
using Stratus.Notes.Meaning.Layers;
using Stratus.Notes.Reading;
using Stratus.Notes.Text;

namespace Stratus.Notes.Meaning.Tables;

/// <summary>Understands a table as a study table: its columns, and what each row claims.</summary>
internal sealed class TableReader
{
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', '\u00A0', FlatText.Break];
    private static readonly SearchValues<char> OtherBlanks = SearchValues.Create(Blanks.AsSpan(1));

    private readonly RawTable _table;
    private readonly Catalog _catalog;
    private readonly RawRow? _header;
    private readonly List<RawRow> _rows;
    private readonly ImmutableArray<ColumnRole> _columns;
    private readonly bool _isOsi;
    private readonly int _layerColumn;
    private readonly int _serviceColumn;

    // What the layer column said last: an empty layer cell inherits it.
    private LayerCell? _last;

    private TableReader(RawTable table, bool otherModel, Catalog catalog)
    {
        _table = table;
        _catalog = catalog;
        _header = table.Rows is [var first, ..] && (first.IsHeader || ColumnRoles.IsHeading(first)) ? first : null;
        _rows = [.. table.Rows.Where(row => row != _header)];
        _columns = ColumnRoles.Of(table, _header, _rows);
        var headerWords = string.Join(' ', (_header?.Cells ?? []).Select(cell => cell.Run?.Text.Text));
        _isOsi = headerWords.Contains("OSI", StringComparison.Ordinal) || !(otherModel || ColumnRoles.SpeaksOfOtherModel(headerWords));
        _layerColumn = _columns.IndexOf(ColumnRole.Layer);
        _serviceColumn = _columns.IndexOf(ColumnRole.Service);
    }

    /// <summary>The table, understood.</summary>
    /// <param name="table">The table; the names in its runs have been found.</param>
    /// <param name="otherModel">True where the section is about another layer model.</param>
    /// <param name="catalog">Knows who is whose parent.</param>
    public static StudyTable Read(RawTable table, bool otherModel, Catalog catalog) => new TableReader(table, otherModel, catalog).Read();

    private StudyTable Read() => new(
        _table.Span,
        _table.Format,
        _columns,
        _header is null ? null : new(_header.Span, Cells(_header), null),
        [.. _rows.Select(row => new TableRow(row.Span, Cells(row), Claim(row)))],
        _isOsi)
    {
        Caption = _table.Caption,
    };

    private RowClaim? Claim(RawRow row)
    {
        if (_serviceColumn < 0)
        {
            return null;
        }

        if (SectionLayer(row) is { } section)
        {
            _last = section;
            return null;
        }

        if (_layerColumn < 0 && _last is null)
        {
            return null;
        }

        var own = _layerColumn < 0 ? null
            : LayerCell.Of(row.CellIn(_layerColumn)?.Run, dashSaysAsAbove: _layerColumn < _serviceColumn);
        _last = own ?? _last;
        var service = row.CellIn(_serviceColumn)?.Run;
        var evidence = _isOsi ? _last?.Evidence : null;
        return new(
            service is null ? [] : CellClaims.Subjects(service, _catalog),
            _isOsi && _last is not null ? _last.Layers : default,
            evidence,
            own is null && evidence is not null,
            _last is { IsHedged: true } || (service is not null && LayerScanner.IsHedged(service.Text.Text)));
    }

    // A row that holds a layer and nothing else heads the rows below it, in whatever column it stands.
    private LayerCell? SectionLayer(RawRow row)
    {
        if (row.Cells.Where(cell => cell.Run is not null && !cell.Run.Text.Text.AsSpan().Trim().IsEmpty).Take(2).ToList() is not [var only]
            || only.Column == _layerColumn || only.Run!.Names.Count > 0)
        {
            return null;
        }

        var words = only.Run.Text.Text;
        return LayerScanner.FindAll(words, [], LayerPlace.Heading) is [var match]
            && words.AsSpan(0, match.Span.Start).Trim(" *:–—-").IsEmpty && words.AsSpan(match.Span.End).Trim(" *:–—-").IsEmpty
            ? LayerCell.Of(only.Run)
            : null;
    }

    private static ImmutableArray<TableCell> Cells(RawRow row) => [.. row.Cells.Select(cell => new TableCell(cell.Column, cell.Area, Content(cell), Words(cell)))];

    private static string Words(RawCell cell)
    {
        var words = cell.Run?.Text.Text ?? "";
        var isFolded = words.AsSpan().Trim(' ').Length == words.Length && !words.AsSpan().ContainsAny(OtherBlanks)
            && !words.Contains("  ", StringComparison.Ordinal);
        return isFolded ? words : string.Join(' ', words.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
    }

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

        // "| |": one writes after the space that separates the cell from its border.
        return new(cell.Area.Length > 0 ? cell.Area.Start + 1 : cell.Area.Start, 0);
    }
}
