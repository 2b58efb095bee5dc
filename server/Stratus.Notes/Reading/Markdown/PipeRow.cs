using Stratus.Notes.Text;

namespace Stratus.Notes.Reading.Markdown;

/// <summary>Finds the borders of a pipe table's row, empty cells too.</summary>
internal static class PipeRow
{
    /// <summary>The area of each cell; cells that the row leaves out are empty at its end. Null if the row has more cells than it should.</summary>
    public static TextSpan[]? Cells(string text, TextSpan line, int count)
    {
        var start = line.Start + PrefixLength(text.AsSpan(line.Start, line.Length));
        var end = line.End;
        while (end > start && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        if (start < end && text[start] == '|')
        {
            start++;
        }

        var cells = new List<TextSpan>(count);
        var from = start;
        for (var at = start; at < end; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '`':
                    at = SkipCode(text, at, end);
                    break;
                case '|':
                    cells.Add(TextSpan.FromBounds(from, at));
                    from = at + 1;
                    break;
            }
        }

        if (from < end || cells.Count < count)
        {
            cells.Add(TextSpan.FromBounds(from, Math.Max(from, end)));
        }

        while (cells.Count < count)
        {
            cells.Add(new(end, 0));
        }

        return cells.Count == count ? [.. cells] : null;
    }

    // Marks of quotes and list items before the row.
    private static int PrefixLength(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart(" \t>");
        var item = rest.TrimStart("0123456789");
        if (item is ['-' or '*' or '+' or '.' or ')', ' ' or '\t', ..])
        {
            rest = item[1..].TrimStart(" \t");
        }

        return line.Length - rest.Length;
    }

    // A pipe in inline code is no border; back ticks that nothing closes are no code.
    private static int SkipCode(string text, int at, int end)
    {
        var length = 1;
        while (at + length < end && text[at + length] == '`')
        {
            length++;
        }

        for (var close = at + length; close < end;)
        {
            if (text[close] != '`')
            {
                close++;
                continue;
            }

            var run = 1;
            while (close + run < end && text[close + run] == '`')
            {
                run++;
            }

            if (run == length)
            {
                return close + run - 1;
            }

            close += run;
        }

        return at + length - 1;
    }
}
