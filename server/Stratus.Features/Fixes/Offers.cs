using System.Collections.Immutable;
using Stratus.Features.Diagnostics;
using Stratus.Notes;

namespace Stratus.Features.Fixes;

/// <summary>What an entry of the menu at a selection does.</summary>
public enum OfferKind
{
    /// <summary>Takes a fix of a finding.</summary>
    Fix,
    /// <summary>Takes the preferred fixes of all findings of a rule.</summary>
    FixRule,
    /// <summary>Suppresses a finding.</summary>
    Suppress,
    /// <summary>Explains a rule.</summary>
    Explain,
    /// <summary>Takes all safe fixes of the note.</summary>
    FixAll,
    /// <summary>Changes what is not wrong.</summary>
    Refactoring,
}

/// <summary>An entry of the menu at a selection. What it would change is looked for only once it is chosen.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Title">How the menu names it.</param>
/// <param name="Findings">What it is about; the first is the one that is fixed or suppressed.</param>
/// <param name="Index">Which of the fixes of the finding it takes.</param>
public sealed record Offer(OfferKind Kind, string Title, ImmutableArray<Finding> Findings, int Index = 0);

/// <summary>What is offered for findings. Titles come from what has been found: no change is tried, and no note read again.</summary>
public static class Offers
{
    /// <summary>How many findings of a selection are served: a menu of hundreds of entries is read by nobody.</summary>
    public const int MostFindings = 20;

    /// <summary>The fixes of the findings in a selection, and the fixes of all findings of their rules.</summary>
    /// <param name="all">What the rules find in the note.</param>
    /// <param name="here">The findings in the selection, in the order of the text.</param>
    public static IEnumerable<Offer> Fixes(NoteAnalysis all, IReadOnlyList<Finding> here)
    {
        foreach (var finding in here)
        {
            for (var index = 0; index < finding.Fixes.Length; index++)
            {
                yield return new(OfferKind.Fix, finding.Fixes[index].Title, [finding], index);
            }
        }

        foreach (var group in here.Where(finding => FixAll.Takes(finding, finding.Rule.Code)).GroupBy(finding => finding.Rule.Code))
        {
            if (all.Count(finding => FixAll.Takes(finding, group.Key)) is > 1 and var count)
            {
                yield return new(OfferKind.FixRule, $"Fix all {count} findings of `{group.Key}` in this note", [.. group]);
            }
        }
    }

    /// <summary>What may suppress the findings in a selection: for their line, their block or the note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="here">The findings in the selection, in the order of the text.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IEnumerable<Offer> Silencing(Note note, IReadOnlyList<Finding> here, CancellationToken cancellation)
    {
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in here.GroupBy(finding => (finding.Rule.Code, note.Source.LineOf(finding.Span.Start))))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (scope, title) in SuppressFixes.TitlesOf(note, group.First()))
            {
                // For all findings of the rule it is one and the same.
                if (scope != SuppressionScope.Note || offered.Add(title))
                {
                    yield return new(OfferKind.Suppress, title, [.. group]);
                }
            }
        }
    }
}
