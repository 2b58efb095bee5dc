using System.Collections.Immutable;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Features.Fixes;
using Stratus.Features.Refactorings;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/codeAction</c></summary>
internal static class CodeAction
{
    /// <summary>How many findings are fixed at once for a client that takes all edits with the menu.</summary>
    private const int MostFixesAtOnce = 250;

    internal static async Task<Protocol.CodeAction[]?> HandleAsync(
        OpenNote note, CodeActionParams request, ClientSupport support, CancellationToken cancellation)
    {
        if (!support.CodeActions.Offered)
        {
            return null;
        }

        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var found = await note.Analysis.RulesAsync(cancellation).ConfigureAwait(false);
        var only = request.Context.Only;
        var span = FromProtocol.Span(note.Source, request.Range, support.Encoding);
        var isOfLines = note.Source.LineOf(span.Start) != note.Source.LineOf(span.End);
        var menu = new CodeActionMenu(note, request.Context.Diagnostics, support);
        var here = Wants(only, CodeActionKind.QuickFix) && (support.CodeActions.Resolved || !isOfLines)
            ? found.FindingsIn(span).Take(Offers.MostFindings).ToList()
            : [];

        // Where all would be cut off, the first that is offered overrides the last.
        await AddAllAsync(Offers.Fixes(found, here), CodeActionKind.QuickFix).ConfigureAwait(false);

        // For who asks for it (on saving, or in a menu of its own), and for many lines; beside each quick fix it would be in the way.
        if ((only is not null || isOfLines) && Wants(only, CodeActionKind.FixAll) && found.Count(finding => FixAll.Takes(finding, null)) > 0)
        {
            await AddAllAsync([new(OfferKind.FixAll, "Fix all that Stratus can fix", [])], CodeActionKind.FixAll).ConfigureAwait(false);
        }

        // Asked for, not offered as the cursor moves: a lamp in every table and on every blank line would say nothing.
        if (request.Context.TriggerKind != CodeActionTriggerKind.Automatic && Enum.GetValues<RefactoringKind>().Any(kind => Wants(only, NameOf(kind))))
        {
            var refactorings = await note.Analysis.RefactoringsAsync(span, cancellation).ConfigureAwait(false);
            foreach (var refactoring in refactorings.Where(one => Wants(only, NameOf(one.Kind))))
            {
                menu.Add(refactoring, NameOf(refactoring.Kind), span);
            }
        }

        // Fixes come before suppressions, and both before reading.
        await AddAllAsync(Offers.Silencing(read, here, cancellation), CodeActionKind.QuickFix).ConfigureAwait(false);
        foreach (var group in support.CodeActions.ExplainsRules ? here.GroupBy(finding => finding.Rule.Code) : [])
        {
            menu.Add(new Offer(OfferKind.Explain, $"Explain `{group.Key}`", [.. group]), CodeActionKind.QuickFix, []);
        }

        return menu.IsEmpty && !IsAnyOurs(only) ? null : menu.All;

        async Task AddAllAsync(IEnumerable<Offer> offers, string kind)
        {
            foreach (var offer in offers)
            {
                cancellation.ThrowIfCancellationRequested();
                if (support.CodeActions.Resolved)
                {
                    menu.Add(offer, kind, null);
                }
                else if (await EditsAsync(note, found, offer, cancellation).ConfigureAwait(false) is { IsEmpty: false } edits)
                {
                    menu.Add(offer, kind, edits);
                }
            }
        }
    }

    private static async Task<ImmutableArray<Edit>> EditsAsync(
        OpenNote note, NoteAnalysis found, Offer offer, CancellationToken cancellation)
    {
        if (offer.Kind == OfferKind.FixAll)
        {
            return (await note.Analysis.FixAllAsync(null, cancellation, MostFixesAtOnce).ConfigureAwait(false)).Edits;
        }

        var (rule, span) = (offer.Findings[0].Rule.Code, offer.Findings[0].Span);
        return offer.Kind == OfferKind.FixRule && found.Count(finding => FixAll.Takes(finding, rule)) > MostFixesAtOnce
            ? []
            : await CodeActionResolve.EditsAsync(note, offer.Kind, rule, span, offer.Index, offer.Title, cancellation).ConfigureAwait(false) ?? [];
    }

    private static string NameOf(RefactoringKind kind) => CodeActionKind.Rewrite + kind switch
    {
        RefactoringKind.ConvertTable => ".table",
        RefactoringKind.AddLayers => ".layers",
        RefactoringKind.SortRows => ".sort",
        RefactoringKind.FillDescriptions => ".descriptions",
        _ => ".insert",
    };

    private static bool IsAnyOurs(string[]? only) =>
        Wants(only, CodeActionKind.QuickFix) || Wants(only, CodeActionKind.FixAll) || Enum.GetValues<RefactoringKind>().Any(kind => Wants(only, NameOf(kind)));

    /// <summary>True if a kind is among the wanted ones or their sub-kinds; none named means any.</summary>
    private static bool Wants(string[]? only, string kind) =>
        only is null || only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));
}
