using System.Collections.Immutable;
using Stratus.Features.Editing;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Refactorings;

/// <summary>Puts the rows of a table into the order of their layers, up or down as most of them go already.</summary>
internal static class SortRowsByLayer
{
    private const string Title = "Sort rows by layer";

    /// <summary>The change, or why there is none; null where the rows are in order, or have no layers.</summary>
    public static Refactoring? Of(Note note, StudyTable table)
    {
        if (RowLayers.Of(note, table, out var obstacle) is not { } rows)
        {
            return obstacle is null ? null : Refused(obstacle);
        }

        // A row that says no layer of its own goes with the one above it.
        var direction = RowLayers.Direction(rows);
        var groups = Groups(rows);
        var sorted = groups
            .OrderBy(group => rows[group.First].Layers.IsEmpty)
            .ThenBy(group => rows[group.First].Layers, Comparer<LayerSet>.Create((one, other) => one.IsEmpty || other.IsEmpty ? 0 : direction * RowLayers.Compare(one, other)))
            .ToList();
        if (sorted.SequenceEqual(groups))
        {
            return null;
        }

        // In a row it goes along with what it suppresses.
        if (note.Directives.Any(directive => table.Span.Contains(directive.Span) && (directive.Kind != DirectiveKind.Line || table.Format != TableFormat.Pipe)))
        {
            return Refused("A comment in it suppresses findings.");
        }

        for (var index = 1; index < table.Rows.Length; index++)
        {
            if (!note.Source.Slice(TextSpan.FromBounds(table.Rows[index - 1].Span.End, table.Rows[index].Span.Start)).IsWhiteSpace())
            {
                return Refused("There is other text between its rows.");
            }
        }

        var order = sorted.SelectMany(group => Enumerable.Range(group.First, group.Count));
        ImmutableArray<Edit> edits =
        [
            .. order.Zip(table.Rows, (from, row) => (Row: row, Text: note.Source.Slice(table.Rows[from].Span).ToString()))
                .Where(pair => !note.Source.Slice(pair.Row.Span).SequenceEqual(pair.Text))
                .Select(pair => new Edit(pair.Row.Span, pair.Text)),
        ];
        return KeepsClaims(note, NoteMeaning.After(note, edits))
            ? new(Title, RefactoringKind.SortRows, edits)
            : Refused("A row would get another layer.");
    }

    private static List<(int First, int Count)> Groups(ImmutableArray<RowLayers> rows)
    {
        var groups = new List<(int First, int Count)>();
        for (var index = 0; index < rows.Length; index++)
        {
            if (groups.Count == 0 || rows[index].IsOwn)
            {
                groups.Add((index, 1));
            }
            else
            {
                groups[^1] = (groups[^1].First, groups[^1].Count + 1);
            }
        }

        return groups;
    }

    /// <summary>True if each row still says what it said, in whatever order.</summary>
    internal static bool KeepsClaims(Note before, Note after) =>
        NoteMeaning.Around(before).SequenceEqual(NoteMeaning.Around(after), StringComparer.Ordinal)
        && Claims(before).SequenceEqual(Claims(after), StringComparer.Ordinal)
        && NoteMeaning.Placements(before).Order(StringComparer.Ordinal).SequenceEqual(NoteMeaning.Placements(after).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static IEnumerable<string> Claims(Note note) => note.Tables.SelectMany(table => table.Rows
        .Select(row => $"{row.Claim?.Layers} {row.Claim?.IsHedged} {NoteMeaning.Words(table, row)}")
        .Order(StringComparer.Ordinal)
        .Prepend(NoteMeaning.Head(table)));

    private static Refactoring Refused(string obstacle) => Refactoring.Refused(Title, RefactoringKind.SortRows, obstacle);
}
