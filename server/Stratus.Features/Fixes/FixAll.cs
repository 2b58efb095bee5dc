using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Fixes;

/// <summary>What fixing a whole note did.</summary>
/// <param name="Note">The note as it is now.</param>
/// <param name="Change">The way from the text before to the text now.</param>
/// <param name="Fixed">What was fixed, in the order of the text.</param>
/// <param name="Remaining">What the rules find in the note as it is now.</param>
/// <param name="IsSettled">False if the fixes never came to an end; then nothing was changed.</param>
public sealed record FixAllResult(
    Note Note,
    TextChange Change,
    ImmutableArray<FixedFinding> Fixed,
    ImmutableArray<Finding> Remaining,
    bool IsSettled);

/// <summary>A finding that was fixed.</summary>
/// <param name="Offset">Where it began, in the text before: UTF-16 units.</param>
/// <param name="Finding">The finding; its spans are of the text that it was found in, which may have been changed already.</param>
/// <param name="Fix">What was done.</param>
public sealed record FixedFinding(int Offset, Finding Finding, Fix Fix);

/// <summary>Fixes all of a note that can be: for <c>check --fix</c>, on saving, and for the code actions that fix all.</summary>
public static class FixAll
{
    /// <summary>A round fixes at least one of the findings that overlap, and what a fix brings to light is fixed in the next.</summary>
    private const int MostRounds = 20;

    /// <summary>
    /// Takes the safe fix of every finding, again and again until there is none: fixing twice changes nothing. Where a rule is
    /// named, someone has asked for its fixes, and the preferred ones are taken. Of fixes that touch one another the first is
    /// taken, and the others are looked at again.
    /// </summary>
    /// <param name="workspace">What the rules may know.</param>
    /// <param name="note">The note.</param>
    /// <param name="found">What the rules find in the note.</param>
    /// <param name="code">The only rule whose findings are fixed, or null for every rule.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="most">How many are fixed at most, from the start of the note on; the rest remains.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FixAllResult Of(
        Workspace workspace, Note note, ImmutableArray<Finding> found, string? code, CancellationToken cancellation, int most = int.MaxValue) =>
        Of(note, found, now => Findings.Of(workspace, now, cancellation), code, most, cancellation);

    /// <summary>The same with other eyes than the rules'.</summary>
    internal static FixAllResult Of(
        Note note,
        ImmutableArray<Finding> found,
        Func<Note, ImmutableArray<Finding>> find,
        string? code,
        int most = int.MaxValue,
        CancellationToken cancellation = default)
    {
        var (now, remaining, change) = (note, found, TextChange.None);
        var applied = ImmutableArray.CreateBuilder<FixedFinding>();
        for (var round = 0; round < MostRounds; round++)
        {
            var taken = Take(remaining, code, most - applied.Count);
            if (taken.Count == 0)
            {
                return new(now, change, [.. applied.OrderBy(one => one.Offset)], remaining, true);
            }

            applied.AddRange(taken.Select(one => new FixedFinding(change.Origin(one.Finding.Span.Start), one.Finding, one.Fix)));
            var edits = taken.SelectMany(one => one.Fix.Edits).OrderBy(edit => edit.Span.Start);
            var step = new TextChange([.. edits.Select(edit => InLineEndsOf(now.Source, edit))]);
            now = now.WithSource(step.Apply(now.Source), cancellation);
            change = change.Then(step);
            remaining = find(now);
        }

        // Two rules that undo each other's work, or a fix that fixes nothing: a fault of theirs, which must not spoil a note.
        return new(note, TextChange.None, [], found, false);
    }

    /// <summary>True for a finding that has a fix that would be taken: where one rule is named, or none for all.</summary>
    public static bool Takes(Finding finding, string? code) => Wanted(finding, code) is not null;

    /// <summary>The fixes of a round: no two touch.</summary>
    private static List<(Finding Finding, Fix Fix)> Take(ImmutableArray<Finding> findings, string? code, int most)
    {
        var taken = new List<(Finding, Fix)>();
        var spans = new List<TextSpan>();
        foreach (var finding in findings)
        {
            if (taken.Count < most && Wanted(finding, code) is { } fix && fix.Edits.All(edit => IsFree(spans, edit.Span, out _)))
            {
                taken.Add((finding, fix));
                foreach (var edit in fix.Edits)
                {
                    IsFree(spans, edit.Span, out var place);
                    spans.Insert(place, edit.Span);
                }
            }
        }

        return taken;
    }

    private static Fix? Wanted(Finding finding, string? code) =>
        code is null || finding.Rule.Code == code
            ? finding.Fixes.FirstOrDefault(fix => (code is null ? fix.IsSafe : fix.IsPreferred) && !fix.Edits.IsEmpty)
            : null;

    /// <summary>True if a span touches none of the others, which are in order and do not touch one another.</summary>
    private static bool IsFree(List<TextSpan> spans, TextSpan span, out int place)
    {
        place = Spans.LastStartingAtOrBefore(CollectionsMarshal.AsSpan(spans), span.End, static one => one) + 1;
        return place == 0 || spans[place - 1].End < span.Start;
    }

    /// <summary>New lines end as the lines of the note do.</summary>
    private static Edit InLineEndsOf(SourceText source, Edit edit) =>
        edit with
        {
            NewText = edit.NewText.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", source.LineEnd, StringComparison.Ordinal),
        };
}
