using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Rules;
using Stratus.Notes;

namespace Stratus.Features;

/// <summary>Diagnostics: runs the rules on a note.</summary>
public static class Diagnostics
{
    /// <summary>All rules, in the order of their codes.</summary>
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
    ];

    /// <summary>The rule with this code, or null.</summary>
    public static Rule? FindRule(string code) => Rules.FirstOrDefault(rule => rule.Code == code);

    /// <summary>What the rules that are not off find in the note, in the order of the text.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<Finding> Of(Workspace workspace, Note note, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var rule in Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RuleLevels.IsOff(workspace.Settings, rule))
            {
                continue;
            }

            foreach (var finding in rule.Check(workspace, note))
            {
                if (RuleLevels.LevelOf(workspace.Settings, finding) is not RuleLevel.Off and var level)
                {
                    findings.Add(finding with { Level = level });
                }
            }
        }

        return
        [
            .. findings
                .OrderBy(finding => finding.Span.Start)
                .ThenBy(finding => finding.Span.Length)
                .ThenBy(finding => finding.Rule.Code, StringComparer.Ordinal),
        ];
    }
}
