using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Rules;
using Stratus.Features.Diagnostics.Suppressions;
using Stratus.Features.Wording;
using Stratus.Notes;

namespace Stratus.Features.Diagnostics;

/// <summary>Diagnostics: runs the rules on a note.</summary>
public static class Findings
{
    // In UTF-16 units. The longest that a rule says of ordinary words is a fraction of it.
    private const int LongestMessage = 1_000, LongestTitle = 120;

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
        Of(workspace, note, NoteSuppressions.Of(note), cancellation);

    /// <summary>The same, what directives suppress included.</summary>
    internal static ImmutableArray<Finding> Unsilenced(Workspace workspace, Note note) => Of(workspace, note, null, CancellationToken.None);

    // A note may hold anything, and what it says is quoted.
    private static Finding Shown(Finding finding) => finding with
    {
        Message = PlainText.Of(finding.Message, LongestMessage),
        Related = [.. finding.Related.Select(place => place with { Message = PlainText.Of(place.Message, LongestMessage) })],
        Fixes = [.. finding.Fixes.Select(fix => fix with { Title = PlainText.Of(fix.Title, LongestTitle) })],
    };

    private static ImmutableArray<Finding> Of(Workspace workspace, Note note, NoteSuppressions? suppressions, CancellationToken cancellation)
    {
        if (!workspace.IsChecked)
        {
            return [];
        }

        var findings = new List<Finding>();
        foreach (var rule in Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RuleSeverities.IsOff(workspace.Settings, rule))
            {
                continue;
            }

            var found = rule == UnusedSuppression.Rule
                ? suppressions is null ? [] : UnusedSuppression.Find(note.Source, suppressions, other => RuleSeverities.IsOff(workspace.Settings, other))
                : rule.Check(workspace, note).Where(finding => suppressions?.Suppresses(finding) is not true);
            foreach (var finding in found)
            {
                cancellation.ThrowIfCancellationRequested();
                if (RuleSeverities.SeverityOf(workspace.Settings, finding) is not Severity.Off and var severity)
                {
                    findings.Add(Shown(finding) with { Severity = severity });
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
