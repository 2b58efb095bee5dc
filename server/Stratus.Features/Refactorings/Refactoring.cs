using System.Collections.Immutable;
using Stratus.Features.Editing;

namespace Stratus.Features.Refactorings;

/// <summary>What a refactoring does.</summary>
public enum RefactoringKind
{
    /// <summary>Writes a table in another markup.</summary>
    ConvertTable,
    /// <summary>Adds rows for layers.</summary>
    AddLayers,
    /// <summary>Puts rows into the order of the layers.</summary>
    SortRows,
    /// <summary>Fills cells from the catalog.</summary>
    FillDescriptions,
    /// <summary>Writes a new table.</summary>
    InsertTable,
}

/// <summary>A change that a user may ask for where nothing is wrong.</summary>
/// <param name="Title">What it does, as a menu entry: <c>Sort rows by layer</c>.</param>
/// <param name="Kind">What it does, for a program.</param>
/// <param name="Edits">The replacements: in order, none overlapping; empty where it cannot be done.</param>
/// <param name="Obstacle">Why it cannot be done, as a sentence; null where it can.</param>
public sealed record Refactoring(string Title, RefactoringKind Kind, ImmutableArray<Edit> Edits, string? Obstacle = null)
{
    /// <summary>One that cannot be done, and why.</summary>
    internal static Refactoring Refused(string title, RefactoringKind kind, string obstacle) => new(title, kind, [], obstacle);
}
