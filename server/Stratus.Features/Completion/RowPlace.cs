using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>A line on which a row of a study table may be begun: blank, or with the first marks of a row or of a name.</summary>
/// <param name="Table">The table.</param>
/// <param name="Above">The number of the row above the line, or -1 below the header.</param>
/// <param name="Line">The line from its start to the cursor.</param>
/// <param name="LineEnd">Its end; only white space stands after the cursor.</param>
/// <param name="Marks">What stands on it before the words, indentation left out: nothing, <c>|</c> or <c>&lt;tr</c>.</param>
/// <param name="Words">The beginning of a name, or nothing.</param>
internal sealed record RowPlace(StudyTable Table, int Above, TextSpan Line, int LineEnd, string Marks, string Words)
{
    private static readonly string[] RowStarts = ["<", "<t", "<tr", "<tr>"];

    /// <summary>The row that could be begun at the offset, or null where none could.</summary>
    public static RowPlace? Find(Note note, int offset)
    {
        var number = note.Source.LineOf(offset);
        var line = note.Source.Line(number);
        var before = note.Source.Slice(new(line.Start, offset - line.Start));
        if (number == 0 || !note.Source.Slice(new(offset, line.End - offset)).IsWhiteSpace() || !MayBegin(before))
        {
            return null;
        }

        var typed = before.TrimStart();
        if (TableAround(note, number, typed) is not { } table || table.ColumnOf(ColumnRole.Service) < 0 || !CompletionPlace.IsOfServices(note, table))
        {
            return null;
        }

        var marks = typed.Length - typed.TrimStart("|<tr> ").Length;
        if (typed is not ['|' or '<', ..])
        {
            marks = 0;
        }

        var above = table.Rows.Length - 1;
        while (above >= 0 && table.Rows[above].Span.Start >= line.Start)
        {
            above--;
        }

        return new(table, above, TextSpan.FromBounds(line.Start, offset), line.End, typed[..marks].ToString(), typed[marks..].ToString());
    }

    // Most lines are told apart here, without a look at the tables of the note.
    private static bool MayBegin(ReadOnlySpan<char> before)
    {
        var typed = before.TrimStart();
        var words = typed is ['|', ..] ? typed[1..] : typed is ['<', ..] ? [] : typed;
        if (typed is ['<', ..] && !RowStarts.Contains(typed.ToString()))
        {
            return false;
        }

        foreach (var unit in words)
        {
            if (!char.IsLetterOrDigit(unit) && unit is not (' ' or '\t' or '-'))
            {
                return false;
            }
        }

        return words.Length <= 40;
    }

    private static StudyTable? TableAround(Note note, int number, ReadOnlySpan<char> typed)
    {
        var above = note.Source.Line(number - 1);
        if (typed is not ['<', ..] && note.Source.Slice(above).Contains('|')
            && (TableOf(note, above, TableFormat.Pipe) ?? TableOf(Without(note, number), above, TableFormat.Pipe)) is { } pipe)
        {
            return pipe;
        }

        if (typed is ['|', ..] || Neighbour(note.Source, number, -1) is not { } before || Neighbour(note.Source, number, 1) is not { } after)
        {
            return null;
        }

        return EndsRow(note.Source.Slice(before)) && BeginsRow(note.Source.Slice(after)) ? TableOf(note, before, TableFormat.Html) : null;
    }

    // A line without a bar directly below a table makes a paragraph of all of it, until the bar is there.
    private static Note Without(Note note, int number) => note.WithSource(note.Source.Replace(note.Source.Line(number), ""));

    private static StudyTable? TableOf(Note note, TextSpan line, TableFormat format)
    {
        var words = note.Source.Slice(line);
        var start = line.Start + (words.Length - words.TrimStart().Length);
        return note.TableAt(start) is { } table && table.Format == format && start >= table.Span.Start && line.Start + words.TrimEnd().Length <= table.Span.End ? table : null;
    }

    private static TextSpan? Neighbour(SourceText source, int number, int step)
    {
        for (var other = number + step; other >= 0 && other < source.LineCount; other += step)
        {
            if (!source.Slice(source.Line(other)).IsWhiteSpace())
            {
                return source.Line(other);
            }
        }

        return null;
    }

    private static bool EndsRow(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        return line.EndsWith("</tr>", StringComparison.OrdinalIgnoreCase) || line.EndsWith("</thead>", StringComparison.OrdinalIgnoreCase)
            || line.EndsWith("<tbody>", StringComparison.OrdinalIgnoreCase);
    }

    private static bool BeginsRow(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.StartsWith("<tr", StringComparison.OrdinalIgnoreCase) || line.StartsWith("</tbody", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("</table", StringComparison.OrdinalIgnoreCase);
    }
}
