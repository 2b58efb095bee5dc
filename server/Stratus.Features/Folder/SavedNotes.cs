using System.Collections.Immutable;

namespace Stratus.Features.Folder;

/// <summary>
/// What the saved notes of a workspace say, ordered by what cards ask for. Immutable: with other notes only the services that these name,
/// or have named, are put in order again.
/// </summary>
public sealed class SavedNotes
{
    private readonly ImmutableSortedDictionary<string, NoteDigest> _notes;
    private readonly ImmutableDictionary<string, ServicePlaces> _services;

    private SavedNotes(ImmutableSortedDictionary<string, NoteDigest> notes, ImmutableDictionary<string, ServicePlaces> services) =>
        (_notes, _services) = (notes, services);

    /// <summary>No notes.</summary>
    public static SavedNotes Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, NoteDigest>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ServicePlaces>(StringComparer.Ordinal));

    /// <summary>How many of them place something.</summary>
    public int Count => _notes.Count;

    /// <summary>The same with these notes in their present form; those that place nothing are not kept.</summary>
    public SavedNotes With(IEnumerable<NoteDigest> digests)
    {
        var notes = _notes.ToBuilder();
        var byService = new Dictionary<string, List<NoteDigest>>(StringComparer.Ordinal);
        // Of one that comes twice the last counts.
        foreach (var digest in digests.GroupBy(digest => digest.Address, StringComparer.Ordinal).Select(same => same.Last())
            .OrderBy(digest => digest.Address, StringComparer.Ordinal))
        {
            var before = notes.GetValueOrDefault(digest.Address)?.Places ?? [];
            foreach (var service in before.Concat(digest.Places).Select(places => places.ServiceId).Distinct())
            {
                byService.TryAdd(service, []);
                byService[service].Add(digest);
            }

            if (digest.Places.IsEmpty)
            {
                notes.Remove(digest.Address);
            }
            else
            {
                notes[digest.Address] = digest;
            }
        }

        var services = _services.ToBuilder();
        foreach (var (service, changed) in byService)
        {
            services[service] = (services.GetValueOrDefault(service) ?? ServicePlaces.None(service)).With(changed);
            if (services[service].All.IsEmpty)
            {
                services.Remove(service);
            }
        }

        return new(notes.ToImmutable(), services.ToImmutable());
    }

    /// <summary>The same without the notes whose addresses are told.</summary>
    public SavedNotes Without(Func<string, bool> isTold) => With([.. _notes.Keys.Where(isTold).Select(address => new NoteDigest(address, []))]);

    internal ImmutableArray<NotedPlaces> PlacesOf(string serviceId) => _services.GetValueOrDefault(serviceId)?.All ?? [];

    /// <summary>The places at a layer, by service: the one that the first of the notes names first comes first.</summary>
    internal IEnumerable<ImmutableArray<NotedPlaces>> PlacesAt(int layer) => _services.Values
        .Where(service => !service.At(layer).IsEmpty)
        .OrderBy(service => service.All[0].Address, StringComparer.Ordinal)
        .ThenBy(service => service.All[0].Number)
        .Select(service => service.At(layer));
}
