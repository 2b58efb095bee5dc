using System.Text.Json;

namespace Stratus.Protocol;

/// <summary>A part of the client's settings to ask for.</summary>
public sealed record ConfigurationItem(string Section);

/// <summary>The settings have changed; clients that are asked for them send null or nothing of use.</summary>
public sealed record DidChangeConfigurationParams(JsonElement? Settings = null);

/// <summary>A folder that is open in the client.</summary>
public sealed record WorkspaceFolder(string Uri);

/// <summary>Folders were opened or closed.</summary>
public sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

/// <summary>Which folders were opened and closed.</summary>
public sealed record WorkspaceFoldersChangeEvent(WorkspaceFolder[] Added, WorkspaceFolder[] Removed);

/// <summary>Files that the server watches were made, written or deleted.</summary>
public sealed record DidChangeWatchedFilesParams(FileEvent[] Changes);

/// <summary>A file that was made, written or deleted.</summary>
public sealed record FileEvent(string Uri);

/// <summary>Something that the server wants from now on.</summary>
public sealed record Registration(string Id, string Method, DidChangeWatchedFilesRegistrationOptions? RegisterOptions = null);

/// <summary>Which files the server wants to be told of.</summary>
public sealed record DidChangeWatchedFilesRegistrationOptions(FileSystemWatcher[] Watchers);

/// <summary>Files by a glob.</summary>
public sealed record FileSystemWatcher(string GlobPattern);

/// <summary>The severity of a message to the user, by the protocol's numbers.</summary>
public enum MessageType
{
    /// <summary>Something failed.</summary>
    Error = 1,
    /// <summary>Something needs a look.</summary>
    Warning = 2,
}
