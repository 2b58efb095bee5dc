using Stratus.Features;
using Stratus.Features.Refactorings;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Lsp;

namespace Stratus.Server.Requests;

/// <summary><c>textDocument/codeAction</c></summary>
internal static class CodeAction
{
    internal static Protocol.CodeAction[]? Handle(OpenNote note, CodeActionParams request, ClientSupport support, CancellationToken cancellation)
    {
        if (!support.CodeActions.Offered)
        {
            return null;
        }

        var actions = new List<Protocol.CodeAction>();
        if (Wants(request.Context.Only, CodeActionKind.QuickFix))
        {
            AddQuickFixes(actions, note, request, support, cancellation);
        }

        // For who asks for it (on saving, or in a menu of its own); beside each quick fix it would only be in the way.
        if (request.Context.Only is { } only && Wants(only, CodeActionKind.FixAll)
            && note.FixAllOf(null, cancellation) is { Edits.IsEmpty: false } all)
        {
            actions.Add(new("Fix all that Stratus can fix", CodeActionKind.FixAll, null, null, ToProtocol.WorkspaceEdit(note, all.Edits, support)));
        }

        // Asked for, not offered as the cursor moves: a lamp in every table and on every blank line would say nothing.
        if (request.Context.TriggerKind != CodeActionTriggerKind.Automatic && Enum.GetValues<RefactoringKind>().Any(kind => Wants(request.Context.Only, NameOf(kind))))
        {
            AddRefactorings(actions, note, request, support);
        }

        return actions.Count == 0 && !IsAnyOurs(request.Context.Only) ? null : [.. actions];
    }

    private static void AddQuickFixes(List<Protocol.CodeAction> actions, OpenNote note, CodeActionParams request, ClientSupport support, CancellationToken cancellation)
    {
        var span = FromProtocol.Span(note.Source, request.Range, support.Encoding);
        var all = note.FindingsOf(cancellation);
        var here = all.Where(finding => finding.Span.Intersects(span)).ToList();
        foreach (var finding in here)
        {
            AddFixes(finding, finding.Fixes);
        }

        foreach (var group in here.Where(finding => FixAll.Count([finding], null) > 0).GroupBy(finding => finding.Rule.Code))
        {
            if (FixAll.Count(all, group.Key) is > 1 and var count && note.FixAllOf(group.Key, cancellation) is { Edits.IsEmpty: false } change)
            {
                actions.Add(new(
                    $"Fix all {count} findings of {group.Key} in this note",
                    CodeActionKind.QuickFix,
                    [.. group.Select(finding => AsTheClientHasIt(ToProtocol.Diagnostic(note, finding, support), request.Context.Diagnostics))],
                    null,
                    ToProtocol.WorkspaceEdit(note, change.Edits, support)));
            }
        }

        // Mending goes before silencing, and both before reading.
        foreach (var finding in here)
        {
            AddFixes(finding, SuppressFixes.Of(note.Note, finding));
        }

        foreach (var group in support.CodeActions.ExplainsRules ? here.GroupBy(finding => finding.Rule.Code) : [])
        {
            var title = $"Explain ‘{group.Key}’";
            actions.Add(new(
                title,
                CodeActionKind.QuickFix,
                [.. group.Select(finding => AsTheClientHasIt(ToProtocol.Diagnostic(note, finding, support), request.Context.Diagnostics))],
                Command: new(title, ExplainCommand.Name, [group.Key])));
        }

        void AddFixes(Finding finding, IEnumerable<Fix> fixes)
        {
            var diagnostic = AsTheClientHasIt(ToProtocol.Diagnostic(note, finding, support), request.Context.Diagnostics);
            actions.AddRange(fixes.Select(fix => new Protocol.CodeAction(
                fix.Title,
                CodeActionKind.QuickFix,
                [diagnostic],
                support.CodeActions.Preferred && fix.IsPreferred ? true : null,
                ToProtocol.WorkspaceEdit(note, fix.Edits, support))));
        }
    }

    private static void AddRefactorings(List<Protocol.CodeAction> actions, OpenNote note, CodeActionParams request, ClientSupport support)
    {
        foreach (var refactoring in note.RefactoringsAt(FromProtocol.Span(note.Source, request.Range, support.Encoding)))
        {
            var kind = NameOf(refactoring.Kind);
            if (Wants(request.Context.Only, kind) && (refactoring.Obstacle is null || support.CodeActions.Disabled))
            {
                actions.Add(refactoring.Obstacle is { } reason
                    ? new(refactoring.Title, kind, Disabled: new(reason))
                    : new(refactoring.Title, kind, Edit: ToProtocol.WorkspaceEdit(note, refactoring.Edits, support)));
            }
        }
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

    /// <summary>The diagnostic that the client sent along for the same finding, so that it knows it again; else the one that is.</summary>
    private static Diagnostic AsTheClientHasIt(Diagnostic diagnostic, Diagnostic[] known) =>
        Array.Find(known, other => other.Source == diagnostic.Source && other.Code == diagnostic.Code && other.Range == diagnostic.Range) ?? diagnostic;
}
