using Stratus.Protocol;
using Stratus.Server.Files;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>workspace/didChangeWatchedFiles</c></summary>
internal static class DidChangeWatchedFiles
{
    internal static void Handle(ClientSession session, DidChangeWatchedFilesParams notification) => session.Apply(
        new Modification.FilesChanged([.. notification.Changes.Select(change => NoteAddress.PathOf(change.Uri)).OfType<string>().Distinct()]));
}
