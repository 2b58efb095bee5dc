using System.Collections.Immutable;
using System.Text.Json;
using Stratus.Notes;

namespace Stratus.Server.Session;

/// <summary>One thing that is not as it was: what a client tells, in the session's words.</summary>
internal abstract record Modification
{
    private Modification()
    {
    }

    /// <summary>A note was opened.</summary>
    /// <param name="Uri">Its address, as the client writes it.</param>
    /// <param name="Version">The client's version of the text; null where it gives none.</param>
    /// <param name="Text">The text.</param>
    internal sealed record Opened(string Uri, int? Version, string Text) : Modification;

    /// <summary>The text of an open note was changed.</summary>
    /// <param name="Uri">Its address, as the client writes it.</param>
    /// <param name="Version">The client's version of the new text; null where it gives none.</param>
    /// <param name="Changes">The changes, each to what the one before has left.</param>
    internal sealed record Changed(string Uri, int? Version, ImmutableArray<ContentChange> Changes) : Modification;

    /// <summary>The text of an open note was changed, and it cannot be read how.</summary>
    /// <param name="Uri">Its address, as the client writes it.</param>
    internal sealed record Lost(string Uri) : Modification;

    /// <summary>A note was closed, or is none any more.</summary>
    /// <param name="Uri">Its address, as the client writes it.</param>
    internal sealed record Closed(string Uri) : Modification;

    /// <summary>The client gave initialization options: settings below all others of the editor.</summary>
    /// <param name="Options">The options; null where it gave none.</param>
    internal sealed record OptionsGiven(JsonElement? Options) : Modification;

    /// <summary>The client answered or sent the user's settings.</summary>
    /// <param name="Settings">The settings; null where it says nothing.</param>
    internal sealed record SettingsGiven(JsonElement? Settings) : Modification;

    /// <summary>Files were written, made or deleted.</summary>
    /// <param name="Paths">Their full paths, each once.</param>
    internal sealed record FilesChanged(ImmutableArray<string> Paths) : Modification;

    /// <summary>Folders were added to the workspace or removed from it.</summary>
    /// <param name="Added">The full paths of those that were added.</param>
    /// <param name="Removed">The full paths of those that were removed.</param>
    internal sealed record FoldersChanged(ImmutableArray<string> Added, ImmutableArray<string> Removed) : Modification;
}
