using System.Collections.Immutable;
using Stratus.Terms;

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
        _open.Where(note => note.Key != exceptAddress).SelectMany(note => NotedPlaces.Of(note.Value));

    private bool IsOther(NotedPlaces places, string? exceptAddress) => places.Address != exceptAddress && !_open.ContainsKey(places.Address);
}

/// <summary>Where a note places a service at the same layers.</summary>
/// <param name="Address">The address (URI) of the note.</param>
/// <param name="ServiceId">The id of the service.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Placements">The placements, in the order of the text; at least one.</param>
public sealed record NotedPlaces(string Address, string ServiceId, LayerSet Layers, ImmutableArray<NotedPlacement> Placements)
{
    internal static IEnumerable<NotedPlaces> Of(NoteDigest note) => note.Placements
        .GroupBy(placement => (placement.ServiceId, placement.Layers))
        .Select(group => new NotedPlaces(note.Address, group.Key.ServiceId, group.Key.Layers, [.. group]));
}

/// <summary>What the saved notes of a workspace say, ordered by what cards ask for when they first ask. Immutable.</summary>
public sealed class SavedNotes
{
    private readonly ImmutableSortedDictionary<string, NoteDigest> _notes;
    private readonly Lazy<Dictionary<string, NotedPlaces[]>> _byService;
    private readonly Lazy<ILookup<int, NotedPlaces[]>> _byLayer;

    private SavedNotes(ImmutableSortedDictionary<string, NoteDigest> notes)
    {
        _notes = notes;
        _byService = new(() => _notes.Values.SelectMany(NotedPlaces.Of)
            .GroupBy(places => places.ServiceId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));
        _byLayer = new(() => _byService.Value.Values
            .SelectMany(places => LayerSet.All, (places, layer) => (Layer: layer, Places: Array.FindAll(places, one => one.Layers.Contains(layer))))
            .Where(at => at.Places.Length > 0)
            .ToLookup(at => at.Layer, at => at.Places));
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

    internal NotedPlaces[] PlacesOf(string serviceId) => _byService.Value.GetValueOrDefault(serviceId, []);

    /// <summary>The places at a layer, by service.</summary>
    internal IEnumerable<NotedPlaces[]> PlacesAt(int layer) => _byLayer.Value[layer];
}
