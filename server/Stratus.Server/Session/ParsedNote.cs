using Stratus.Features.Folder;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Server.Session;

/// <summary>
/// A text that is parsed when something first needs that, so that of a burst of edits only the last is. It builds on what was parsed
/// before, which is then let go.
/// </summary>
internal sealed class ParsedNote
{
    private readonly Once<Note> _note;
    private volatile Note? _newest;

    /// <param name="address">The address of the note.</param>
    /// <param name="source">The text.</param>
    /// <param name="catalog">What names are looked up in.</param>
    /// <param name="before">The note that was parsed last, with the same catalog; null for none.</param>
    internal ParsedNote(string address, SourceText source, Catalog catalog, Note? before)
    {
        _newest = before;
        _note = new(cancellation => Task.FromResult(
            _newest = _newest?.WithSource(source, cancellation) ?? Note.Parse(source, catalog, cancellation)));
        Digest = new(async cancellation => NoteDigest.Of(address, await NoteAsync(cancellation).ConfigureAwait(false)));
    }

    /// <summary>What it says of services and layers.</summary>
    internal Once<NoteDigest> Digest { get; }

    /// <summary>The note, or as long as it is not parsed the one before it, of the same catalog; null if there was none.</summary>
    internal Note? Newest => _newest;

    /// <summary>Completes when no parsing goes on that was given up.</summary>
    internal Task Stopped => _note.Stopped;

    /// <summary>The note.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Task<Note> NoteAsync(CancellationToken cancellation) => _note.GetAsync(cancellation);
}
