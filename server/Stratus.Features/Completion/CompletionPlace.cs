using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Completion;

/// <summary>The cell of a study table that the cursor is in.</summary>
/// <param name="Table">The table.</param>
/// <param name="RowIndex">The number of its row, from 0; one more than the last for a row that has only been begun.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Words">The part of the cell within the cursor's line that holds its words: no markup around them.</param>
internal sealed record CompletionPlace(StudyTable Table, int RowIndex, TableCell Cell, TextSpan Words)
{
    /// <summary>The cell at the offset, or null outside the rows of a table.</summary>
    public static CompletionPlace? Find(Note note, int offset)
    {
        if (note.TableAt(offset) is not { } table)
        {
            return FindBegun(note, offset);
        }

        for (var index = 0; index < table.Rows.Length; index++)
        {
            if (table.Rows[index].Span.Touches(offset)
                && table.Rows[index].Cells.FirstOrDefault(cell => cell.Area.Touches(offset)) is { } cell)
            {
                return new(table, index, cell, WordsOf(note.Source, cell, offset));
            }
        }

        return FindBegun(note, offset);
    }

    /// <summary>The services that the row is about; none where it has none yet.</summary>
    public ImmutableArray<NamedService> Subjects => RowIndex < Table.Rows.Length ? Table.Rows[RowIndex].Claim?.Subjects ?? [] : [];

    /// <summary>True if the table is about services of AWS: the note is, or it has a column of OSI layers.</summary>
    public bool IsOfServices(Note note) => IsOfServices(note, Table);

    /// <inheritdoc cref="IsOfServices(Note)"/>
    public static bool IsOfServices(Note note, StudyTable table) => note.SpeaksOfAws || (table.IsOsi && table.ColumnOf(ColumnRole.Layer) >= 0);

    /// <summary>The services that the row is about, told by the name in its service cell where the table has no layers.</summary>
    public IEnumerable<Service> ServicesOf(Note note)
    {
        if (RowIndex >= Table.Rows.Length)
        {
            return [];
        }

        var row = Table.Rows[RowIndex];
        if (row.Claim is { } claim)
        {
            return claim.Subjects.Select(subject => subject.Service);
        }

        var cell = row.CellIn(Table, ColumnRole.Service);
        return cell is { Content.Length: > 0 } && note.MentionAt(cell.Content.Start) is { Services: [var only] } ? [only] : [];
    }

    /// <summary>What the cell's column holds.</summary>
    public ColumnRole Role => Table.Columns.ElementAtOrDefault(Cell.Column);

    /// <summary>True if no words stand in the cell.</summary>
    public bool IsEmpty => Cell.Content.Length == 0;

    /// <summary>True if nothing at all is in the cell, so that the emphasis of its column may be written too.</summary>
    public bool IsBlank(SourceText source) => source.Slice(Cell.Area).IsWhiteSpace();

    /// <summary>The layers of the row: its own, or those of the next row above that has some.</summary>
    public LayerSet Layers
    {
        get
        {
            for (var index = Math.Min(RowIndex, Table.Rows.Length - 1); index >= 0; index--)
            {
                if (Table.Rows[index].Claim is { Layers: { IsEmpty: false } layers })
                {
                    return layers;
                }
            }

            return default;
        }
    }

    /// <summary>
    /// The last cell of a pipe table's row that is still being written: <c>| L7 | |</c>. To Markdown it is no cell until
    /// something is in it, and a line that holds a single pipe is no row.
    /// </summary>
    private static CompletionPlace? FindBegun(Note note, int offset)
    {
        var number = note.Source.LineOf(offset);
        var line = note.Source.Line(number);
        var before = note.Source.Slice(new(line.Start, offset - line.Start));
        if (!before.TrimStart().StartsWith("|") || note.Source.Slice(new(offset, line.End - offset)).Contains('|'))
        {
            return null;
        }

        // One that ends in the line before, in this one or below it.
        var lines = TextSpan.FromBounds(note.Source.Line(Math.Max(0, number - 1)).Start, line.End);
        foreach (var table in note.TablesIn(lines).Where(table => table.Format == TableFormat.Pipe))
        {
            var row = table.Rows.Length > 0 && note.Source.LineOf(table.Rows[^1].Span.Start) == number ? table.Rows.Length - 1 : table.Rows.Length;
            var isHere = note.Source.LineOf(table.Span.Start) < number;
            var start = line.Start + before.LastIndexOf('|') + 1;
            var content = note.Source.Slice(TextSpan.FromBounds(start, offset)).ToString().TrimStart();
            return isHere
                ? new(
                    table,
                    row,
                    new TableCell(before.Count('|') - 1, TextSpan.FromBounds(start, line.End), TextSpan.FromBounds(offset - content.Length, offset), content),
                    TextSpan.FromBounds(offset - content.Length, offset))
                : null;
        }

        return null;
    }

    // In the white space of a cell, or between marks without words ("**|**"), one begins again; after words and a space one goes on.
    private static TextSpan WordsOf(SourceText source, TableCell cell, int offset)
    {
        var line = source.Line(source.LineOf(offset));
        var goesOn = cell.Content.Touches(offset)
            || (cell.Content.Length > 0 && cell.Content.End >= line.Start && cell.Content.End < offset
                && source.Slice(new(cell.Content.End, offset - cell.Content.End)).IsWhiteSpace());
        return !goesOn || cell.Text.AsSpan().Trim("*_ ").IsEmpty
            ? new(offset, 0)
            : TextSpan.FromBounds(Math.Max(cell.Content.Start, line.Start), Math.Max(Math.Min(cell.Content.End, line.End), offset));
    }
}
