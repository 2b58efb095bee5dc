using System.Text;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Editing;

/// <summary>The markup of a table's rows: that of a row which has every column, with other words in its cells.</summary>
internal sealed class RowTemplate
{
    private readonly string _indentation;

    // What stands around the cells: one more than there are columns.
    private readonly string[] _around;

    private RowTemplate(string indentation, string[] around) => (_indentation, _around) = (indentation, around);

    /// <summary>What stands before the first line of a row.</summary>
    public string Indentation => _indentation;

    /// <summary>The markup of the row nearest above, else below, that can be copied; null where the table has none.</summary>
    public static RowTemplate? Of(SourceText source, StudyTable table, int above)
    {
        for (var row = above; row >= 0; row--)
        {
            if (Of(source, table, table.Rows[row]) is { } template)
            {
                return template;
            }
        }

        for (var row = above + 1; row < table.Rows.Length; row++)
        {
            if (Of(source, table, table.Rows[row]) is { } template)
            {
                return template;
            }
        }

        // A pipe table's header is a row like others; one of HTML has cells of another kind.
        return table is { Format: TableFormat.Pipe, Header: { } header } ? Of(source, table, header) : null;
    }

    /// <summary>A row with these words in its columns, without the indentation of its first line.</summary>
    /// <param name="cells">What to write in each column.</param>
    /// <param name="escape">Applied to the markup between them.</param>
    public string Write(IReadOnlyList<string> cells, Func<string, string> escape)
    {
        var row = new StringBuilder(escape(_around[0]));
        for (var column = 0; column < cells.Count; column++)
        {
            row.Append(cells[column]).Append(escape(_around[column + 1]));
        }

        return row.ToString();
    }

    private static RowTemplate? Of(SourceText source, StudyTable table, TableRow row)
    {
        var cells = row.Cells.OrderBy(cell => cell.Area.Start).ToList();
        var start = row.Span.Start;
        var end = row.Span.End;
        if (table.Format == TableFormat.Html)
        {
            end += source.SliceFrom(end, "</tr>".Length).StartsWith("</tr>", StringComparison.OrdinalIgnoreCase) ? "</tr>".Length : 0;
        }

        var markup = source.Slice(TextSpan.FromBounds(start, end)).ToString();
        if (cells.Count != table.Columns.Length || cells.Where((cell, index) => cell.Column != index || cell.Area.Start < start || cell.Area.End > end).Any()
            || !IsCopyable(markup, table.Format))
        {
            return null;
        }

        var around = new string[cells.Count + 1];
        var from = start;
        for (var column = 0; column < cells.Count; column++)
        {
            var (before, after) = Padding(source.Slice(cells[column].Area), table.Format);
            around[column] += source.Slice(TextSpan.FromBounds(from, cells[column].Area.Start)).ToString() + before;
            around[column + 1] = after;
            from = cells[column].Area.End;
        }

        around[^1] += source.Slice(TextSpan.FromBounds(from, end)).ToString();
        var indentation = source.Slice(TextSpan.FromBounds(source.Line(source.LineOf(start)).Start, start)).ToString();
        if (table.Format == TableFormat.Pipe)
        {
            // The row's span is its line.
            var words = around[0].TrimStart();
            indentation = around[0][..^words.Length];
            around[0] = words;
            around[^1] = around[^1].TrimEnd();
        }

        return new(string.IsNullOrWhiteSpace(indentation) ? indentation : "", around);
    }

    // A cell that covers others is no pattern for the next row, and an id stands once in a page.
    private static bool IsCopyable(string markup, TableFormat format) => format == TableFormat.Pipe
        ? !markup.AsSpan().ContainsAny('\n', '\r')
        : markup.StartsWith("<tr", StringComparison.OrdinalIgnoreCase)
            && !markup.Contains("span=", StringComparison.OrdinalIgnoreCase)
            && !markup.Contains(" id=", StringComparison.OrdinalIgnoreCase);

    private static (string Before, string After) Padding(ReadOnlySpan<char> area, TableFormat format)
    {
        if (format == TableFormat.Pipe)
        {
            // One space, however wide the column is drawn.
            return (area is [' ' or '\t', ..] ? " " : "", area is [.., ' ' or '\t'] ? " " : "");
        }

        if (area.IsWhiteSpace())
        {
            return ("", "");
        }

        return (area[..(area.Length - area.TrimStart().Length)].ToString(), area[area.TrimEnd().Length..].ToString());
    }
}
