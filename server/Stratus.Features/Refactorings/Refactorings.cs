using System.Collections.Immutable;
using Stratus.Notes;

namespace Stratus.Features.Refactorings;

/// <summary>Changes that are offered where nothing is wrong. What is offered has been tried: the note says what it said before.</summary>
public static class Refactorings
{
    /// <summary>What can be done at a place: with the table that it stands in, or on a blank line.</summary>
    public static ImmutableArray<Refactoring> At(Workspace workspace, Note note, TextSpan span) =>
        note.TableAt(span.Start) is { } table ? OfTable(note, table) : InsertStudyTable.At(workspace, note, span);

    /// <summary>What can be done with a table.</summary>
    public static ImmutableArray<Refactoring> OfTable(Note note, StudyTable table) =>
    [
        .. new[]
        {
            AddMissingLayers.Of(note, table),
            SortRowsByLayer.Of(note, table),
            FillDescriptions.Of(note, table),
            ConvertTable.Of(note, table),
        }.OfType<Refactoring>(),
    ];
}
