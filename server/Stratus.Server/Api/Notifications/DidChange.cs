using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>textDocument/didChange</c></summary>
internal static class DidChange
{
    internal static void Handle(ClientSession session, DidChangeTextDocumentParams request) =>
        session.Change(
            request.TextDocument.Uri,
            request.TextDocument.Version ?? 0,
            source => source.Replace([.. request.ContentChanges.Select(FromProtocol.Change)], session.Support.Encoding));
}
