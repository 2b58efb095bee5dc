using Stratus.Notes.Text;

namespace Stratus.Notes.Reading.Html;

/// <summary>Puts an HTML table together from its tags, missing end tags and spanning cells included.</summary>
internal sealed class TableBuilder(int start)
{
    private readonly List<RawRow> _rows = [];

    // For each column how many rows a cell from above still covers.
    private readonly List<int> _covered = [];
    private List<RawCell>? _cells;
    private int _rowStart;
    private int _column;
    private bool _isHeader;
    private bool _isInHead;

    /// <summary>True between <c>&lt;thead&gt;</c> and the next section: its rows are headers, of whatever cells.</summary>
    public bool InHead { get; set; }

    /// <summary>The words of its caption, or null.</summary>
    public string? Caption { get; set; }

    /// <summary>The open cell, or null.</summary>
    public OpenCell? Cell { get; private set; }

    /// <summary>Opens a row.</summary>
    public void StartRow(int at)
    {
        _cells = [];
        _rowStart = at;
        _column = 0;
        _isHeader = true;
        _isInHead = InHead;
    }

    /// <summary>Opens a cell, and a row where none is open.</summary>
    public void StartCell(TextSpan tag, bool isHeader, int columns, int rows)
    {
        if (_cells is null)
        {
            StartRow(tag.Start);
        }

        while (_column < _covered.Count && _covered[_column] > 0)
        {
            _column++;
        }

        _isHeader &= isHeader;
        Cell = new(tag.End, _column);
        for (var column = _column; column < _column + columns; column++)
        {
            while (_covered.Count <= column)
            {
                _covered.Add(0);
            }

            _covered[column] = rows;
        }

        _column += columns;
    }

    /// <summary>Closes the open cell.</summary>
    public void EndCell(int at, TextRun? run)
    {
        if (Cell is { } cell)
        {
            _cells!.Add(new(cell.Column, TextSpan.FromBounds(cell.Start, at), run));
            Cell = null;
        }
    }

    /// <summary>Closes the open row, if there is one.</summary>
    public void EndRow(int at)
    {
        if (_cells is null)
        {
            return;
        }

        for (var column = 0; column < _covered.Count; column++)
        {
            _covered[column] = Math.Max(0, _covered[column] - 1);
        }

        _rows.Add(new(TextSpan.FromBounds(_rowStart, at), (_isHeader || _isInHead) && _cells.Count > 0, _cells));
        _cells = null;
    }

    /// <summary>The finished table.</summary>
    public RawTable Build(int end) => new(TextSpan.FromBounds(start, end), TableFormat.Html, _rows, Caption);

    /// <summary>A cell whose end has not come yet.</summary>
    /// <param name="Start">Where its area begins.</param>
    /// <param name="Column">The column that it is in.</param>
    public sealed record OpenCell(int Start, int Column)
    {
        /// <summary>Its words so far.</summary>
        public FlatText.Builder Words { get; } = new();
    }
}
