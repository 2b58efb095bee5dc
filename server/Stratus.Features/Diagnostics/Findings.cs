using System.Collections.Immutable;
using Stratus.Features.Diagnostics.Rules;
using Stratus.Notes;

namespace Stratus.Features.Diagnostics;

/// <summary>Diagnostics: the rules, and what they find.</summary>
public static class Findings
{
    /// <summary>All rules, in the order of their codes. The last looks at what the others found.</summary>
    public static ImmutableArray<Rule> Rules { get; } =
    [
        ConflictingLayers.Rule,
        DuplicateRow.Rule,
        EmptyCell.Rule,
        EmptySection.Rule,
        InvalidLayer.Rule,
        LayerDisagreement.Rule,
        LayerNameMismatch.Rule,
        MissingLayer.Rule,
        MisspelledService.Rule,
        RenamedService.Rule,
        RetiredService.Rule,
        ServiceCasing.Rule,
        ServicePrefix.Rule,
        UnknownService.Rule,
        UntaggedDiagram.Rule,
        UnusedSuppression.Rule,
    ];

    /// <summary>The codes of all rules, in their order.</summary>
    public static ImmutableArray<string> Codes { get; } = [.. Rules.Select(rule => rule.Code)];

    /// <summary>The rule with this code, or null.</summary>
    public static Rule? FindRule(string code) => Rules.FirstOrDefault(rule => rule.Code == code);

    /// <summary>What the rules that are not off find in the note and no directive suppresses, in the order of the text.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<Finding> Of(Workspace workspace, Note note, CancellationToken cancellation) =>
        NoteAnalysis.Of(workspace, note, cancellation).Findings();
}
