using Stratus.Notes.Text;

namespace Stratus.Notes.Reading;

/// <summary>A table as its markup gives it.</summary>
/// <param name="Span">From the first to the last character of its markup.</param>
/// <param name="Format">Its markup.</param>
/// <param name="Rows">All rows, a header first where there is one.</param>
/// <param name="Caption">The words of its caption, or null.</param>
internal sealed record RawTable(TextSpan Span, TableFormat Format, List<RawRow> Rows, string? Caption = null);

/// <summary>A row.</summary>
/// <param name="Span">Its markup.</param>
/// <param name="IsHeader">True if the markup says so.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record RawRow(TextSpan Span, bool IsHeader, List<RawCell> Cells)
{
    /// <summary>The cell of a column, or null where the row has none.</summary>
    public RawCell? CellIn(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column)
            {
                return cell;
            }
        }

        return null;
    }
}

/// <summary>A cell.</summary>
/// <param name="Column">From 0, cells that span rows and columns counted.</param>
/// <param name="Area">Everything between its borders.</param>
/// <param name="Run">Its words; null where it has none.</param>
internal sealed record RawCell(int Column, TextSpan Area, TextRun? Run);
