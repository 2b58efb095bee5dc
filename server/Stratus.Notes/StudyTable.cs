using System.Collections.Immutable;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Notes;

/// <summary>In what markup a table is written.</summary>
public enum TableFormat
{
    /// <summary>A pipe table (GitHub's).</summary>
    Pipe,
    /// <summary>A grid table.</summary>
    Grid,
    /// <summary>An HTML table.</summary>
    Html,
}

/// <summary>What a column holds.</summary>
public enum ColumnRole
{
    /// <summary>Something else.</summary>
    Other,
    /// <summary>OSI layers.</summary>
    Layer,
    /// <summary>The service that the row is about; at most one column of a table.</summary>
    Service,
    /// <summary>What it does.</summary>
    Description,
}

/// <summary>A table of a note.</summary>
/// <param name="Span">From the first to the last character of its markup.</param>
/// <param name="Format">Its markup.</param>
/// <param name="Columns">The role of each column.</param>
/// <param name="Header">The header row, or null.</param>
/// <param name="Rows">The rows below the header.</param>
/// <param name="IsOsi">False where header or heading are about another model (TCP/IP): its numbers are then no OSI layers.</param>
public sealed record StudyTable(
    TextSpan Span,
    TableFormat Format,
    ImmutableArray<ColumnRole> Columns,
    TableRow? Header,
    ImmutableArray<TableRow> Rows,
    bool IsOsi)
{
    /// <summary>The words of its caption, or null.</summary>
    public string? Caption { get; init; }

    /// <summary>The index of the first column with this role, or -1.</summary>
    public int ColumnOf(ColumnRole role) => Columns.IndexOf(role);

    /// <summary>The index of the row that holds a span, or -1.</summary>
    public int RowAt(TextSpan span)
    {
        var last = Spans.LastStartingAtOrBefore(Rows.AsSpan(), span.Start, static row => row.Span);
        return last >= 0 && Rows[last].Span.Contains(span) ? last : -1;
    }

    internal StudyTable Shift(int offset) => offset == 0 ? this : this with
    {
        Span = Span.Shift(offset),
        Header = Header?.Shift(offset),
        Rows = [.. Rows.Select(row => row.Shift(offset))],
    };
}

/// <summary>A row of a table.</summary>
/// <param name="Span">Its markup.</param>
/// <param name="Cells">One cell for each column that the row has; a row may be shorter than the table.</param>
/// <param name="Claim">What the row says, or null for a header and for tables without a layer and a service column.</param>
public sealed record TableRow(TextSpan Span, ImmutableArray<TableCell> Cells, RowClaim? Claim)
{
    /// <summary>The cell of a column, or null where the row has none.</summary>
    /// <param name="column">The number of the column, from 0; no row has a cell in column -1.</param>
    public TableCell? CellIn(int column) => Cells.FirstOrDefault(cell => cell.Column == column);

    /// <summary>The cell of the first column with a role, or null where the table has no such column or the row no cell in it.</summary>
    public TableCell? CellIn(StudyTable table, ColumnRole role)
    {
        ArgumentNullException.ThrowIfNull(table);
        return CellIn(table.ColumnOf(role));
    }

    internal TableRow Shift(int offset) => new(Span.Shift(offset), [.. Cells.Select(cell => cell.Shift(offset))], Claim?.Shift(offset));
}

/// <summary>A cell of a table.</summary>
/// <param name="Column">The column that it belongs to, from 0.</param>
/// <param name="Area">Everything between its borders: between two pipes, or between <c>&lt;td&gt;</c> and <c>&lt;/td&gt;</c>.</param>
/// <param name="Content">From its first to its last character of text; for an empty cell the place where one would write.</param>
/// <param name="Text">The words, without markup, entities decoded, white space folded.</param>
public sealed record TableCell(int Column, TextSpan Area, TextSpan Content, string Text)
{
    internal TableCell Shift(int offset) => this with { Area = Area.Shift(offset), Content = Content.Shift(offset) };
}

/// <summary>What a row of a study table says: this service sits at these layers.</summary>
/// <param name="Subjects">The services that the row is about, with the place of each name; empty where it names none that is known.</param>
/// <param name="Layers">The layers of the row, inherited ones too; empty where there are none.</param>
/// <param name="LayerEvidence">Where these layers are written, in this row or in one above; null where there are none.</param>
/// <param name="IsInherited">True if the layers come from a row above.</param>
/// <param name="IsHedged">True if the layer or the service cell takes the claim back in part.</param>
public sealed record RowClaim(
    ImmutableArray<NamedService> Subjects,
    LayerSet Layers,
    TextSpan? LayerEvidence,
    bool IsInherited,
    bool IsHedged)
{
    internal RowClaim Shift(int offset) => this with
    {
        Subjects = [.. Subjects.Select(subject => subject with { Span = subject.Span.Shift(offset) })],
        LayerEvidence = LayerEvidence?.Shift(offset),
    };
}

/// <summary>A service and where it is named.</summary>
/// <param name="Service">The service.</param>
/// <param name="Span">Its name.</param>
public readonly record struct NamedService(Service Service, TextSpan Span);
