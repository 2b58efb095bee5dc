using Stratus.Protocol;
using Stratus.Server.Lsp;

namespace Stratus.Server.Notifications;

/// <summary><c>workspace/didChangeWatchedFiles</c></summary>
internal static class DidChangeWatchedFiles
{
    internal static void Handle(Session session, DidChangeWatchedFilesParams notification)
    {
        foreach (var path in notification.Changes.Select(change => NoteAddress.PathOf(change.Uri)).OfType<string>().Distinct())
        {
            session.Library.Changed(path);
        }
    }
}
