using System.Collections.Immutable;
using System.Text;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Markup;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Refactorings;

/// <summary>Adds a row for each layer that a table of layers leaves out, where it belongs.</summary>
internal static class AddMissingLayers
{
    private const int FewestLayers = 2;

    /// <summary>The change; null where no layer is missing, or the layers of the rows go up and down.</summary>
    public static Refactoring? Of(Note note, StudyTable table)
    {
        if (RowLayers.Of(note, table, out _) is not { } rows)
        {
            return null;
        }

        var named = rows.Aggregate(default(LayerSet), (all, row) => all | row.Layers);
        var direction = RowLayers.Direction(rows);
        if (named.Count is < FewestLayers or 7 || !IsInOrder(rows, direction))
        {
            return null;
        }

        var added = LayerSet.All.Where(layer => !named.Contains(layer)).ToList();
        if (direction < 0)
        {
            added.Reverse();
        }

        var style = LayerColumnStyle.Of(note, table, table.ColumnOf(ColumnRole.Layer));
        // Where each stands: before the first row that goes beyond it, or after the last.
        var places = added.GroupBy(layer => rows.TakeWhile(row => row.Layers.IsEmpty || direction * RowLayers.Compare(row.Layers, LayerSet.Of(layer)) < 0).Count());
        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var place in places)
        {
            if (RowTemplate.Of(note.Source, table, place.Key - 1) is not { } template)
            {
                return null;
            }

            edits.Add(At(note.Source, table, place.Key, template.Indentation, [.. place.Select(layer => template.Write(Cells(note.Catalog.Layer(layer)), markup => markup))]));
        }

        var after = NoteMeaning.After(note, edits.ToImmutable());
        return Keeps(note, after, table)
            ? new(added.Count == 1 ? $"Add the missing layer {LayerText.Label(note.Catalog, added[0])}" : $"Add the {added.Count} missing layers", RefactoringKind.AddLayers, edits.DrainToImmutable())
            : null;

        string[] Cells(OsiLayer layer) =>
        [
            .. table.Columns.Select((role, column) => column == table.ColumnOf(ColumnRole.Layer) ? style.Emphasis.Around(style.Write(layer))
                // Without services the table is about the layers themselves.
                : role == ColumnRole.Description && table.ColumnOf(ColumnRole.Service) < 0 ? CellMarkup.Write(layer.Function, table.Format)
                : ""),
        ];
    }

    private static bool IsInOrder(ImmutableArray<RowLayers> rows, int direction)
    {
        var named = rows.Where(row => !row.Layers.IsEmpty).Select(row => row.Layers).ToList();
        return Enumerable.Range(1, Math.Max(0, named.Count - 1)).All(index => direction * RowLayers.Compare(named[index], named[index - 1]) >= 0);
    }

    private static Edit At(SourceText source, StudyTable table, int index, string indentation, List<string> rows)
    {
        var isBehind = index == table.Rows.Length;
        var row = table.Rows[isBehind ? index - 1 : index];
        var line = source.Line(source.LineOf(row.Span.Start)).Start;
        var isFirst = source.Slice(new(line, row.Span.Start - line)).IsWhiteSpace();
        var end = isFirst ? source.LineEnd : "";
        var text = new StringBuilder();
        foreach (var written in rows)
        {
            _ = isBehind ? text.Append(end).Append(isFirst ? indentation : "").Append(written) : text.Append(isFirst ? indentation : "").Append(written).Append(end);
        }

        return new(new(isBehind ? row.Span.End : isFirst ? line : row.Span.Start, 0), text.ToString());
    }

    // The rows that were there say what they said, and the table has all layers now.
    private static bool Keeps(Note before, Note after, StudyTable table)
    {
        var number = before.Tables.Index().First(other => other.Item.Span == table.Span).Index;
        return NoteMeaning.Around(before).SequenceEqual(NoteMeaning.Around(after), StringComparer.Ordinal)
            && NoteMeaning.Placements(before).SequenceEqual(NoteMeaning.Placements(after), StringComparer.Ordinal)
            && NoteMeaning.Head(table) == NoteMeaning.Head(after.Tables[number])
            && RowLayers.Of(after, after.Tables[number], out _) is { } rows && rows.Aggregate(default(LayerSet), (all, row) => all | row.Layers) == LayerSet.All
            && table.Rows.Select(row => NoteMeaning.Words(table, row)).ToHashSet(StringComparer.Ordinal).IsSubsetOf(after.Tables[number].Rows.Select(row => NoteMeaning.Words(table, row)));
    }
}
