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
            source => source.Replace([.. request.ContentChanges.Select(FromProtocol.Change)], session.Support.Encoding));
}
