using Stratus.Notes;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Lsp;

namespace Stratus.Server.Notifications;

/// <summary><c>textDocument/didChange</c></summary>
internal static class DidChange
{
    internal static void Handle(Session session, DidChangeTextDocumentParams request)
    {
        var (uri, version) = (request.TextDocument.Uri, request.TextDocument.Version);
        if (request.ContentChanges is not { } changes || changes.Contains(null))
        {
            session.LoseStep(uri);
            return;
        }

        if (session.IsOutOfStep(uri) && Array.FindLastIndex(changes, change => change.Range is null) is >= 0 and var whole)
        {
            session.Open(uri, version, changes[whole].Text);
            changes = changes[(whole + 1)..];
        }

        session.Change(uri, version, source => changes.Aggregate(source, (text, change) => Apply(text, change, session.Support.Encoding)));
    }

    private static SourceText Apply(SourceText text, TextDocumentContentChangeEvent change, PositionEncoding encoding) =>
        change.Range is { } range
            ? text.Replace(FromProtocol.Span(text, range, encoding), change.Text)
            : new SourceText(change.Text);
}
