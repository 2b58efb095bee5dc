using Stratus.Notes;

namespace Stratus.Features.Completions;

/// <summary>The cell of a study table that the cursor stands in.</summary>
/// <param name="Table">The table.</param>
/// <param name="RowIndex">The number of its row, from 0.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Words">The part of the cell within the cursor's line that holds its words: no markup around them.</param>
internal sealed record CompletionPlace(StudyTable Table, int RowIndex, TableCell Cell, TextSpan Words)
{
    /// <summary>The cell at the offset, or null outside the rows of a table.</summary>
    public static CompletionPlace? Find(Note note, int offset)
    {
        if (note.TableAt(offset) is not { } table)
        {
            return null;
        }

        for (var index = 0; index < table.Rows.Length; index++)
        {
            if (table.Rows[index].Span.Touches(offset)
                && table.Rows[index].Cells.FirstOrDefault(cell => cell.Area.Touches(offset)) is { } cell)
            {
                return new(table, index, cell, WordsOf(note.Source, cell, offset));
            }
        }

        return null;
    }

    /// <summary>The row.</summary>
    public TableRow Row => Table.Rows[RowIndex];

    /// <summary>What the cell's column holds.</summary>
    public ColumnRole Role => Table.Columns.ElementAtOrDefault(Cell.Column);

    /// <summary>True if no words stand in the cell.</summary>
    public bool IsEmpty => Cell.Content.Length == 0;

    /// <summary>True if nothing at all stands in the cell, so that the emphasis of its column may be written too.</summary>
    public bool IsBlank(SourceText source) => source.Slice(Cell.Area).IsWhiteSpace();

    /// <summary>The layers of the row: its own, or those of the next row above that has some.</summary>
    public LayerSet Layers
    {
        get
        {
            for (var index = RowIndex; index >= 0; index--)
            {
                if (Table.Rows[index].Claim is { Layers: { IsEmpty: false } layers })
                {
                    return layers;
                }
            }

            return default;
        }
    }

    // In the white space of a cell, or in its markup, one begins anew.
    private static TextSpan WordsOf(SourceText source, TableCell cell, int offset)
    {
        if (!cell.Content.Touches(offset))
        {
            return new(offset, 0);
        }

        var line = source.Line(source.LineOf(offset));
        return TextSpan.FromBounds(Math.Max(cell.Content.Start, line.Start), Math.Min(cell.Content.End, line.End));
    }
}
