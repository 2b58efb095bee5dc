using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Editing;

/// <summary>Writes into empty cells.</summary>
internal static class CellText
{
    /// <summary>True if nothing at all stands between the borders of the cell.</summary>
    public static bool IsBlank(SourceText source, TableCell cell) => source.Slice(cell.Area).IsWhiteSpace();

    /// <summary>The edit that writes markup into a blank cell; null where the cell has no borders of its own to write between.</summary>
    public static Edit? Fill(SourceText source, StudyTable table, TableCell cell, string markup)
    {
        if (!IsBlank(source, cell))
        {
            return null;
        }

        var (start, end) = (cell.Area.Start, cell.Area.End);
        switch (table.Format)
        {
            case TableFormat.Pipe:
                // A row may end before the cell does: then there is no border to write after.
                var isOpen = start > 0 && source[start - 1] == '|';
                var isClosed = end < source.Length && source[end] == '|';
                return isOpen && (isClosed || cell.Area.Length > 0) || (isClosed && start == source.Line(source.LineOf(start)).Start)
                    ? new Edit(cell.Area, $" {markup} ".PadRight(cell.Area.Length))
                    : null;
            case TableFormat.Html:
                return start > 0 && source[start - 1] == '>' && end < source.Length && source[end] == '<'
                    ? new Edit(source.Slice(cell.Area).ContainsAny('\n', '\r') ? new(start, 0) : cell.Area, markup)
                    : null;
            default:
                return null;
        }
    }
}
