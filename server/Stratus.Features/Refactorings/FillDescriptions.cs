using System.Collections.Immutable;
using Stratus.Features.Editing;
using Stratus.Notes;
using Stratus.Notes.Markup;
using Stratus.Terms;

namespace Stratus.Features.Refactorings;

/// <summary>Writes what the catalog says of a row's service into its empty description.</summary>
internal static class FillDescriptions
{
    /// <summary>The change; null where no description is empty, or the catalog knows of none of their rows what they are about.</summary>
    public static Refactoring? Of(Note note, StudyTable table)
    {
        var column = table.ColumnOf(ColumnRole.Description);
        if (column < 0 || table.ColumnOf(ColumnRole.Service) < 0)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<Edit>();
        foreach (var row in table.Rows)
        {
            if (row.CellIn(column) is { Text: "" } cell && ServiceOf(note, table, row) is { Summary.Length: > 0 } service
                && CellText.Fill(note.Source, table, cell, CellMarkup.Write(service.Summary, table.Format)) is { } edit)
            {
                edits.Add(edit);
            }
        }

        if (edits.Count == 0)
        {
            return null;
        }

        var all = edits.DrainToImmutable();
        return NoteMeaning.Placements(note).SequenceEqual(NoteMeaning.Placements(NoteMeaning.After(note, all)), StringComparer.Ordinal)
            ? new(all.Length == 1 ? "Fill the empty description" : $"Fill the {all.Length} empty descriptions", RefactoringKind.FillDescriptions, all)
            : null;
    }

    // What a row about two services does is for its author to say.
    private static Service? ServiceOf(Note note, StudyTable table, TableRow row)
    {
        if (row.Claim is { } claim)
        {
            return claim.Subjects is [var only] ? only.Service : null;
        }

        var cell = row.CellIn(table, ColumnRole.Service);
        var named = cell is null ? [] : note.MentionsIn(cell.Content).Where(mention => !mention.Services.IsEmpty && cell.Content.Contains(mention.Span)).ToList();
        return named is [{ Services: [var service] }] ? service : null;
    }
}
