namespace Stratus.Notes.Markup;

/// <summary>Why a table or a cell cannot be written in other markup.</summary>
public enum TableObstacleKind
{
    /// <summary>Words stand between its cells.</summary>
    WordsBetweenCells,
    /// <summary>A comment stands between its rows.</summary>
    CommentBetweenRows,
    /// <summary>The table has no end tag.</summary>
    NoEndTag,
    /// <summary>The table has no header row.</summary>
    NoHeader,
    /// <summary>A row has more cells than the header.</summary>
    LongRow,
    /// <summary>A table stands within the table.</summary>
    NestedTable,
    /// <summary>The rows are parted into sections.</summary>
    Sections,
    /// <summary>The table has a caption.</summary>
    Caption,
    /// <summary>The table holds this tag, which no table holds.</summary>
    Tag,
    /// <summary>A cell stands outside of the rows.</summary>
    CellOutsideRows,
    /// <summary>A cell covers several rows or columns.</summary>
    SpanningCell,
    /// <summary>A cell is aligned in this way, which is none that is known.</summary>
    Alignment,
    /// <summary>The first row is a header in part only.</summary>
    PartialHeader,
    /// <summary>The header has several rows.</summary>
    LongHeader,
    /// <summary>A row has a header of its own.</summary>
    RowHeader,
    /// <summary>The cells of a column are aligned differently.</summary>
    MixedAlignment,
    /// <summary>The element has this attribute, which has no place in other markup.</summary>
    Attribute,
    /// <summary>A cell holds a comment of several lines.</summary>
    CommentInCell,
    /// <summary>A cell holds this end tag, which ends nothing.</summary>
    EndTagInCell,
    /// <summary>A cell holds this tag, which is not closed.</summary>
    OpenTagInCell,
    /// <summary>A cell holds this tag, which is no part of a line.</summary>
    BlockInCell,
    /// <summary>A cell holds code with a pipe in it.</summary>
    PipeInCode,
    /// <summary>A cell would be read differently.</summary>
    CellReadsDifferently,
}

/// <summary>What is in the way of writing a table in other markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The tag, attribute or value that it is about, as the note writes it: anything; else empty.</param>
/// <param name="Element">The element that has the attribute: <c>table</c>, <c>thead</c>, <c>tbody</c>, <c>tr</c> or <c>td</c>; else empty.</param>
public readonly record struct TableObstacle(TableObstacleKind Kind, string Name = "", string Element = "");
