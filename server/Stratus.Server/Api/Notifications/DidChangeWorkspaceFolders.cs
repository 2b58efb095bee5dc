using System.Collections.Immutable;
using Stratus.Protocol;
using Stratus.Server.Files;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>workspace/didChangeWorkspaceFolders</c></summary>
internal static class DidChangeWorkspaceFolders
{
    internal static void Handle(ClientSession session, WorkspaceFoldersChangeEvent change) =>
        session.Apply(new Modification.FoldersChanged(PathsOf(change.Added), PathsOf(change.Removed)));

    private static ImmutableArray<string> PathsOf(WorkspaceFolder[] folders) =>
        [.. folders.Select(folder => NoteAddress.PathOf(folder.Uri)).OfType<string>()];
}
