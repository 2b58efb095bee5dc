using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Rules;
using Stratus.Notes;

namespace Stratus.Features;

/// <summary>Diagnostics: runs the rules on a note.</summary>
public static class Diagnostics
{
    /// <summary>All rules, in the order of their codes. The last looks at what the others found.</summary>
    public static ImmutableArray<Rule> Rules { get; } =
    [
        ConflictingLayers.Rule,
        InvalidLayer.Rule,
        LayerNameMismatch.Rule,
        MisspelledService.Rule,
        RetiredService.Rule,
        ServiceCasing.Rule,
        UnusedSuppression.Rule,
    ];

    /// <summary>The rule with this code, or null.</summary>
    public static Rule? FindRule(string code) => Rules.FirstOrDefault(rule => rule.Code == code);

    /// <summary>What the rules that are not off find in the note and no directive silences, in the order of the text.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<Finding> Of(Workspace workspace, Note note, CancellationToken cancellation) =>
        Of(workspace, note, Suppressions.Of(note), cancellation);

    /// <summary>The same, what directives silence included.</summary>
    internal static ImmutableArray<Finding> Unsilenced(Workspace workspace, Note note) => Of(workspace, note, null, CancellationToken.None);

    private static ImmutableArray<Finding> Of(Workspace workspace, Note note, Suppressions? suppressions, CancellationToken cancellation)
    {
        if (!workspace.IsChecked)
        {
            return [];
        }

        var findings = new List<Finding>();
        foreach (var rule in Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            RuleLevel? chosen = workspace.Settings.Rules.TryGetValue(rule.Code, out var level) ? level : null;
            if (IsOff(workspace, rule))
            {
                continue;
            }

            var found = rule == UnusedSuppression.Rule
                ? suppressions is null ? [] : UnusedSuppression.Find(note.Source, suppressions, other => IsOff(workspace, other))
                : rule.Check(workspace, note).Where(finding => suppressions?.Silences(finding) is not true);
            foreach (var finding in found)
            {
                // Without a choice of the user's the finding keeps its level: some rules have one for each kind of fact.
                findings.Add(chosen is { } set ? finding with { Level = set } : finding);
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

    private static bool IsOff(Workspace workspace, Rule rule) =>
        (workspace.Settings.Rules.TryGetValue(rule.Code, out var chosen) ? chosen : rule.DefaultLevel) == RuleLevel.Off;
}
