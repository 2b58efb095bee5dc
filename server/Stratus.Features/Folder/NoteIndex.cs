using System.Collections.Immutable;

namespace Stratus.Features.Folder;

/// <summary>
/// What the notes of a workspace say of services and layers. Immutable; a note that is open counts as it is in the
/// editor, every other as it is saved.
/// </summary>
public sealed class NoteIndex
{
    private readonly SavedNotes _saved;
    private readonly ImmutableSortedDictionary<string, NoteDigest> _open;

    private NoteIndex(SavedNotes saved, ImmutableSortedDictionary<string, NoteDigest> open) => (_saved, _open) = (saved, open);

    /// <summary>No notes.</summary>
    public static NoteIndex Empty { get; } = new(SavedNotes.Empty, ImmutableSortedDictionary.Create<string, NoteDigest>(StringComparer.Ordinal));

    /// <summary>The same with other saved notes.</summary>
    public NoteIndex WithSaved(SavedNotes saved) => ReferenceEquals(saved, _saved) ? this : new(saved, _open);

    /// <summary>The same with a note that is open, in its present text.</summary>
    public NoteIndex WithOpen(NoteDigest digest) =>
        ReferenceEquals(_open.GetValueOrDefault(digest.Address), digest) ? this : new(_saved, _open.SetItem(digest.Address, digest));

    /// <summary>The same without a note that was closed.</summary>
    public NoteIndex WithoutOpen(string address) => _open.ContainsKey(address) ? new(_saved, _open.Remove(address)) : this;

    /// <summary>Where other notes than the one with this address place a service: open notes first, each kind in the order of the addresses.</summary>
    public IEnumerable<NotedPlaces> PlacesOf(string serviceId, string? exceptAddress) =>
        Open(exceptAddress).Where(places => places.ServiceId == serviceId)
            .Concat(_saved.PlacesOf(serviceId).Where(places => IsOther(places, exceptAddress)));

    /// <summary>What other notes than the one with this address place at a layer: each service once, or once more if it is in open and in saved notes.</summary>
    public IEnumerable<NotedPlaces> PlacesAt(int layer, string? exceptAddress)
    {
        foreach (var places in Open(exceptAddress).Where(places => places.Layers.Contains(layer)))
        {
            yield return places;
        }

        foreach (var ofService in _saved.PlacesAt(layer))
        {
            if (ofService.FirstOrDefault(places => IsOther(places, exceptAddress)) is { } places)
            {
                yield return places;
            }
        }
    }

    private IEnumerable<NotedPlaces> Open(string? exceptAddress) =>
        _open.Where(note => note.Key != exceptAddress).SelectMany(note => note.Value.Places);

    private bool IsOther(NotedPlaces places, string? exceptAddress) => places.Address != exceptAddress && !_open.ContainsKey(places.Address);
}
