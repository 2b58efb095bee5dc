using System.Collections.Immutable;
using Stratus.Features.Folder;

namespace Stratus.Server.Session;

/// <summary>
/// What the notes of the workspace say at one moment: the open ones as they are in the editor, the others as they are saved. Immutable.
/// An open note is looked at when a card first asks, and once for each of its texts.
/// </summary>
internal sealed class FolderNotes
{
    private readonly SavedNotes _saved;
    private readonly NoteIndex _before;
    private readonly ImmutableDictionary<string, Once<NoteDigest>?> _changed;
    private readonly Once<NoteIndex> _index;

    /// <param name="saved">What the saved notes say.</param>
    /// <param name="before">What all notes said at some moment before.</param>
    /// <param name="changed">The notes that have been opened or changed since, and for null those that have been closed.</param>
    private FolderNotes(SavedNotes saved, NoteIndex before, ImmutableDictionary<string, Once<NoteDigest>?> changed)
    {
        (_saved, _before, _changed) = (saved, before, changed);
        _index = new(MakeAsync);
    }

    /// <summary>No notes.</summary>
    internal static FolderNotes None { get; } =
        new(SavedNotes.Empty, NoteIndex.Empty, ImmutableDictionary.Create<string, Once<NoteDigest>?>(StringComparer.Ordinal));

    // What has been put in order is built on; the rest is still to be done.
    private (NoteIndex Index, ImmutableDictionary<string, Once<NoteDigest>?> Changed) Newest =>
        _index.TryGet(out var index) ? (index, _changed.Clear()) : (_before, _changed);

    /// <summary>The same with other saved notes.</summary>
    internal FolderNotes WithSaved(SavedNotes saved)
    {
        var (index, changed) = Newest;
        return ReferenceEquals(saved, _saved) ? this : new(saved, index, changed);
    }

    /// <summary>The same with notes that are open with another text, or for null no longer open.</summary>
    internal FolderNotes With(IReadOnlyDictionary<string, Once<NoteDigest>?> notes)
    {
        var (index, changed) = Newest;
        return notes.Count == 0 ? this : new(_saved, index, changed.SetItems(notes));
    }

    /// <summary>What they say, put in order: for the cards of one of them, which do not depend on what the index says of that note itself.</summary>
    /// <param name="address">The address of the note whose cards are shown: while only that is edited, nothing is put in order.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal async Task<NoteIndex> IndexForAsync(string? address, CancellationToken cancellation) => _changed.Keys.All(changed => changed == address)
        ? _before.WithSaved(_saved)
        : await _index.GetAsync(cancellation).ConfigureAwait(false);

    private async Task<NoteIndex> MakeAsync(CancellationToken cancellation)
    {
        var index = _before.WithSaved(_saved);
        foreach (var (address, digest) in _changed)
        {
            index = digest is null ? index.WithoutOpen(address) : index.WithOpen(await digest.GetAsync(cancellation).ConfigureAwait(false));
        }

        return index;
    }
}
