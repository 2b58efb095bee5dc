using Stratus.Configuration;
using Stratus.Protocol;
using Stratus.Server.Files;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>workspace/didChangeWatchedFiles</c></summary>
internal static class DidChangeWatchedFiles
{
    internal static void Handle(ClientSession session, DidChangeWatchedFilesParams notification)
    {
        var paths = notification.Changes.Select(change => NoteAddress.PathOf(change.Uri)).OfType<string>().Distinct().ToLookup(SettingsFiles.IsOne);
        if (paths[true].Any())
        {
            session.ReloadSettings();
        }

        foreach (var path in paths[false])
        {
            session.Library.Changed(path);
        }
    }
}
