using Stratus.Notes;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Lsp;

namespace Stratus.Server.Notifications;

/// <summary><c>textDocument/didChange</c></summary>
internal static class DidChange
{
    internal static void Handle(Session session, DidChangeTextDocumentParams request) =>
        session.Change(
            request.TextDocument.Uri,
            request.TextDocument.Version ?? 0,
            source => request.ContentChanges.Aggregate(source, (text, change) => Apply(text, change, session.Support.Encoding)));

    private static SourceText Apply(SourceText text, TextDocumentContentChangeEvent change, PositionEncoding encoding) =>
        change.Range is { } range
            ? text.Replace(FromProtocol.Span(text, range, encoding), change.Text)
            : new SourceText(change.Text);
}
