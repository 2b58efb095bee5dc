using System.Collections.Immutable;

namespace Stratus.Features;

/// <summary>
/// What the notes of a workspace say of services and layers. Immutable; a note that is open counts as it stands in the
/// editor, every other as it is saved.
/// </summary>
public sealed class NoteIndex
{
    private readonly SavedNotes _saved;
    private readonly ImmutableSortedDictionary<string, Lazy<NoteDigest>> _open;

    private NoteIndex(SavedNotes saved, ImmutableSortedDictionary<string, Lazy<NoteDigest>> open) => (_saved, _open) = (saved, open);

    /// <summary>No notes.</summary>
    public static NoteIndex Empty { get; } = new(SavedNotes.Empty, ImmutableSortedDictionary.Create<string, Lazy<NoteDigest>>(StringComparer.Ordinal));

    /// <summary>The same with other saved notes.</summary>
    public NoteIndex WithSaved(SavedNotes saved) => ReferenceEquals(saved, _saved) ? this : new(saved, _open);

    /// <summary>The same with a note that is open, in its present text; the digest is made when it is first asked for.</summary>
    public NoteIndex WithOpen(string address, Func<NoteDigest> digest) => new(_saved, _open.SetItem(address, new(digest)));

    /// <summary>The same without a note that was closed.</summary>
    public NoteIndex WithoutOpen(string address) => _open.ContainsKey(address) ? new(_saved, _open.Remove(address)) : this;

    /// <summary>Where other notes than the one with this address place a service: open notes first, each kind in the order of the addresses.</summary>
    public IEnumerable<PlaceInNote> PlacesOf(string serviceId, string? exceptAddress) =>
        Open(exceptAddress, placement => placement.ServiceId == serviceId)
            .Concat(_saved.PlacesOf(serviceId).Where(place => IsOther(place.Address, exceptAddress)));

    /// <summary>What other notes than the one with this address place at a layer, in the same order.</summary>
    public IEnumerable<PlaceInNote> PlacesAt(int layer, string? exceptAddress) =>
        Open(exceptAddress, placement => placement.Layers.Contains(layer))
            .Concat(_saved.PlacesAt(layer).Where(place => IsOther(place.Address, exceptAddress)));

    private IEnumerable<PlaceInNote> Open(string? exceptAddress, Func<NotedPlacement, bool> isWanted) =>
        from note in _open
        where note.Key != exceptAddress
        from placement in note.Value.Value.Placements
        where isWanted(placement)
        select new PlaceInNote(note.Key, placement);

    private bool IsOther(string address, string? exceptAddress) => address != exceptAddress && !_open.ContainsKey(address);
}

/// <summary>A placement and the note that it stands in.</summary>
/// <param name="Address">The address (URI) of the note.</param>
/// <param name="Placement">The placement.</param>
public readonly record struct PlaceInNote(string Address, NotedPlacement Placement);

/// <summary>What the saved notes of a workspace say, ordered by what cards ask for when they first ask. Immutable.</summary>
public sealed class SavedNotes
{
    private readonly ImmutableSortedDictionary<string, NoteDigest> _notes;
    private readonly Lazy<ILookup<string, PlaceInNote>> _byService;
    private readonly Lazy<ILookup<int, PlaceInNote>> _byLayer;

    private SavedNotes(ImmutableSortedDictionary<string, NoteDigest> notes)
    {
        _notes = notes;
        _byService = new(() => All.ToLookup(place => place.Placement.ServiceId, StringComparer.Ordinal));
        _byLayer = new(() => All.SelectMany(place => place.Placement.Layers, (place, layer) => (layer, place)).ToLookup(pair => pair.layer, pair => pair.place));
    }

    /// <summary>No notes.</summary>
    public static SavedNotes Empty { get; } = new(ImmutableSortedDictionary.Create<string, NoteDigest>(StringComparer.Ordinal));

    /// <summary>How many of them place something.</summary>
    public int Count => _notes.Count;

    /// <summary>The same with these notes in their present form; those that place nothing are not kept.</summary>
    public SavedNotes With(IEnumerable<NoteDigest> digests)
    {
        var notes = _notes.ToBuilder();
        foreach (var digest in digests)
        {
            if (digest.Placements.IsEmpty)
            {
                notes.Remove(digest.Address);
            }
            else
            {
                notes[digest.Address] = digest;
            }
        }

        return new(notes.ToImmutable());
    }

    /// <summary>The same without the notes whose addresses are told.</summary>
    public SavedNotes Without(Func<string, bool> isTold) => new(_notes.RemoveRange(_notes.Keys.Where(isTold).ToList()));

    internal IEnumerable<PlaceInNote> PlacesOf(string serviceId) => _byService.Value[serviceId];

    internal IEnumerable<PlaceInNote> PlacesAt(int layer) => _byLayer.Value[layer];

    private IEnumerable<PlaceInNote> All => _notes.Values.SelectMany(note => note.Placements, (note, placement) => new PlaceInNote(note.Address, placement));
}
