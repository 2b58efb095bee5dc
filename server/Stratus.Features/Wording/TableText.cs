using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Wording;

/// <summary>How tables and their rows are called.</summary>
internal static class TableText
{
    private const int MostCharacters = 80;

    /// <summary>From the beginning to the end of a table and all of its rows.</summary>
    public static TextSpan Extent(StudyTable table)
    {
        var (start, end) = (table.Span.Start, table.Span.End);
        foreach (var row in table.Header is { } header ? [header, .. table.Rows] : table.Rows)
        {
            start = Math.Min(start, row.Span.Start);
            end = Math.Max(end, row.Span.End);
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>
    /// What a table is called: by its caption, else by the words of its header. The heading above it says the same as the
    /// section that it is in, so it is no name for it.
    /// </summary>
    public static string Title(StudyTable table)
    {
        var header = string.Join(" · ", (table.Header?.Cells ?? []).Select(cell => cell.Text).Where(text => text.Length > 0));
        return Short(table.Caption ?? (header.Length > 0 ? header : "Table"));
    }

    /// <summary>The cell that tells what a row is about: its service, else its layer, else the first that is not empty; null in an empty row.</summary>
    public static TableCell? Subject(StudyTable table, TableRow row) =>
        Filled(row.CellIn(table, ColumnRole.Service))
        ?? Filled(row.CellIn(table, ColumnRole.Layer))
        ?? row.Cells.FirstOrDefault(cell => cell.Text.Length > 0);

    /// <summary>Words of a note in one line, cut where they are long; never empty.</summary>
    public static string Short(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > MostCharacters)
        {
            // Not through the middle of a character.
            var end = char.IsHighSurrogate(line[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters;
            line = line[..end].TrimEnd() + "…";
        }

        return line.Length > 0 ? line : "…";
    }

    private static TableCell? Filled(TableCell? cell) => cell is { Text.Length: > 0 } ? cell : null;
}
