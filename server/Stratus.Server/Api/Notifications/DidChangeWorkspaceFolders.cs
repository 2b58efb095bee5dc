using Stratus.Protocol;
using Stratus.Server.Files;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>workspace/didChangeWorkspaceFolders</c></summary>
internal static class DidChangeWorkspaceFolders
{
    internal static void Handle(ClientSession session, WorkspaceFoldersChangeEvent change)
    {
        foreach (var path in change.Removed.Select(folder => NoteAddress.PathOf(folder.Uri)).OfType<string>())
        {
            session.Library.Remove(path);
        }

        foreach (var path in change.Added.Select(folder => NoteAddress.PathOf(folder.Uri)).OfType<string>())
        {
            session.Library.Add(path);
        }
    }
}
