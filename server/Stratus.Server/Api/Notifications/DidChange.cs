using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>textDocument/didChange</c></summary>
internal static class DidChange
{
    internal static void Handle(ClientSession session, DidChangeTextDocumentParams request)
    {
        var (uri, version) = (request.TextDocument.Uri, request.TextDocument.Version);
        session.Apply(request.ContentChanges is { } changes && !changes.Contains(null)
            ? new Modification.Changed(uri, version, [.. changes.Select(FromProtocol.Change)])
            : new Modification.Lost(uri));
    }
}
