using Stratus.Protocol;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>textDocument/didClose</c></summary>
internal static class DidClose
{
    internal static void Handle(ClientSession session, TextDocumentIdentifier document) =>
        session.Apply(new Modification.Closed(document.Uri));
}
