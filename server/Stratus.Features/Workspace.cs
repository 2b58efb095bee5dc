using Stratus.Configuration;
using Stratus.Features.Folder;

namespace Stratus.Features;

/// <summary>All that a feature may look at: an immutable snapshot.</summary>
/// <param name="Catalog">What Stratus knows, the user's own terms laid over it.</param>
/// <param name="Settings">What the user has chosen.</param>
/// <param name="Today">The date that ends of support are compared with.</param>
public sealed record Workspace(Catalog Catalog, Settings Settings, DateOnly Today)
{
    /// <summary>What the notes of the workspace say, the one that is looked at among them.</summary>
    public NoteIndex Notes { get; init; } = NoteIndex.Empty;

    /// <summary>False for a note that the settings exclude: its names have cards, and nothing is found in it.</summary>
    public bool IsChecked { get; init; } = true;

    /// <summary>The address (URI) of the note that is looked at; null where it has none, as in the terminal.</summary>
    public string? Address { get; init; }
}
