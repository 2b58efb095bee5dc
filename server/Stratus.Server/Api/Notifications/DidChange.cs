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

        session.Change(uri, version, source => source.Replace([.. changes.Select(FromProtocol.Change)], session.Support.Encoding));
    }
}
