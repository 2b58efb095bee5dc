using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Refactorings;

/// <summary>Changes that are offered where nothing is wrong. What is offered has been tried: the note says what it said before.</summary>
public static class OfferedRefactorings
{
    private static readonly ImmutableArray<Func<Note, StudyTable, Refactoring?>> OfTables =
        [AddMissingLayers.Of, SortRowsByLayer.Of, FillDescriptions.Of, ConvertTable.Of];

    /// <summary>What can be done at a place: with the table that it is in, or on a blank line.</summary>
    public static ImmutableArray<Refactoring> At(Workspace workspace, Note note, TextSpan span, CancellationToken cancellation) =>
        note.TableAt(span.Start) is { } table ? OfTable(note, table, cancellation) : InsertStudyTable.At(workspace, note, span);

    /// <summary>What can be done with a table.</summary>
    public static ImmutableArray<Refactoring> OfTable(Note note, StudyTable table, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Refactoring>(OfTables.Length);
        foreach (var refactor in OfTables)
        {
            cancellation.ThrowIfCancellationRequested();
            if (refactor(note, table) is { } refactoring)
            {
                found.Add(refactoring);
            }
        }

        return found.ToImmutable();
    }
}
