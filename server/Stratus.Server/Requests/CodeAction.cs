using Stratus.Features;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Lsp;

namespace Stratus.Server.Requests;

/// <summary><c>textDocument/codeAction</c></summary>
internal static class CodeAction
{
    internal static Protocol.CodeAction[]? Handle(OpenNote note, CodeActionParams request, ClientSupport support, CancellationToken cancellation)
    {
        if (!support.CodeActions || !Wants(request.Context.Only, CodeActionKind.QuickFix))
        {
            return null;
        }

        var span = FromProtocol.Span(note.Source, request.Range, support.Encoding);
        return
        [
            .. from finding in note.FindingsOf(cancellation)
               where finding.Span.Intersects(span)
               let diagnostic = AsTheClientHasIt(ToProtocol.Diagnostic(note, finding, support), request.Context.Diagnostics)
               from fix in finding.Fixes.Concat(SuppressFixes.Of(note.Note, finding))
               select new Protocol.CodeAction(
                   fix.Title,
                   CodeActionKind.QuickFix,
                   [diagnostic],
                   support.PreferredActions && fix.IsPreferred ? true : null,
                   ToProtocol.WorkspaceEdit(note, fix.Edits, support)),
        ];
    }

    /// <summary>True if a kind is among the wanted ones or their sub-kinds; none named means any.</summary>
    private static bool Wants(string[]? only, string kind) =>
        only is null || only.Any(wanted => wanted.Length == 0 || kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));

    /// <summary>The diagnostic that the client sent along for the same finding, so that it knows it again; else the one that is.</summary>
    private static Diagnostic AsTheClientHasIt(Diagnostic diagnostic, Diagnostic[] known) =>
        Array.Find(known, other => other.Source == diagnostic.Source && other.Code == diagnostic.Code && other.Range == diagnostic.Range) ?? diagnostic;
}
