using System.Buffers;
using System.Collections.Immutable;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>Writes layers into the layer cell of one row, in the style of its column; what other rows say stays.</summary>
internal sealed class LayerCellEdit(Note note)
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_<>`[]~&\\|\r\n");

    // The style of a column is read from all its cells: once, and not for every finding.
    private readonly Dictionary<StudyTable, LayerColumnStyle> _styles = new(ReferenceEqualityComparer.Instance);

    /// <summary>How a menu names the layers: <c>L3 Network</c>, <c>L3/L4</c>.</summary>
    public static string Label(Catalog catalog, LayerSet layers) =>
        layers.Count == 1 ? LayerText.Label(catalog, layers.Lowest) : layers.ToString();

    /// <summary>The edits, or null where the cell is shared with other rows, or holds more than layers and plain words.</summary>
    public ImmutableArray<Edit>? Of(StudyTable table, int index, LayerSet layers)
    {
        var column = table.ColumnOf(ColumnRole.Layer);
        if (column < 0 || table.Format == TableFormat.Grid || table.Rows[index].CellIn(column) is not { } cell
            || table.Rows[index].Claim is not { LayerEvidence: { } evidence } claim)
        {
            return null;
        }

        if (!_styles.TryGetValue(table, out var style))
        {
            _styles.Add(table, style = LayerColumnStyle.Of(note, table, column));
        }

        var text = layers.Count == 1 ? style.Write(note.Catalog.Layer(layers.Lowest)) : layers.ToString();
        var source = claim.IsInherited
            ? table.RowAt(evidence) is >= 0 and var above ? table.Rows[above].CellIn(column) : null
            : cell;
        if (source is null || !source.Area.Contains(evidence))
        {
            return null;
        }

        var own = claim.IsInherited ? Fill(note.Source, table, cell, style.Emphasis.Open + text + style.Emphasis.Close)
            : note.Source.Slice(evidence).ContainsAny(Markup) ? null
            : new Edit(evidence, text);
        if (own is null)
        {
            return null;
        }

        if (!Inherits(table, index + 1, evidence))
        {
            return [own.Value];
        }

        // The row below said what was said here before: it says so itself from now on.
        return table.Rows[index + 1].CellIn(column) is { } below
            && Fill(note.Source, table, below, note.Source.Slice(source.Area).Trim().ToString()) is { } kept
            ? [own.Value, kept]
            : null;
    }

    private static bool Inherits(StudyTable table, int index, TextSpan evidence) =>
        index < table.Rows.Length && table.Rows[index].Claim is { IsInherited: true } claim && claim.LayerEvidence == evidence;

    private static Edit? Fill(SourceText source, StudyTable table, TableCell cell, string text)
    {
        if (cell.Content.Length > 0)
        {
            // A ditto mark.
            return source.Slice(cell.Content).ContainsAny(Markup) ? null : new Edit(cell.Content, text);
        }

        return CellText.Fill(source, table, cell, text);
    }
}
