using CsCheck;
using Stratus.Features.Folder;
using Stratus.Terms;

namespace Stratus.Features.Tests;

/// <summary>Whatever notes came and went, the index says what one that is made of the notes as they are now says.</summary>
public sealed class NoteIndexLawTests
{
    private static readonly string[] Addresses = [.. Enumerable.Range(0, 6).Select(number => $"file:///notes/{number}.md")];
    private static readonly string[] Services = ["nlb", "alb", "vpc", "route-53"];

    private static readonly Gen<NotedPlacement> Placements =
        from service in Gen.Int[0, Services.Length - 1]
        from layer in Gen.Int[1, 7]
        from other in Gen.Int[1, 7]
        from line in Gen.Int[0, 9]
        select new NotedPlacement(Services[service], LayerSet.Of(layer) | LayerSet.Of(other), line, "");

    private static readonly Gen<NoteDigest> Digests =
        from address in Gen.Int[0, Addresses.Length - 1]
        from placements in Placements.Array[0, 4]
        select new NoteDigest(Addresses[address], [.. placements]);

    [Fact]
    public void An_index_that_was_changed_equals_one_that_is_made_from_scratch() => Digests.Array[0, 5].Array[0, 6].Select(Digests.Array[0, 2]).Sample((batches, open) =>
    {
        var (saved, now) = (SavedNotes.Empty, new SortedDictionary<string, NoteDigest>(StringComparer.Ordinal));
        foreach (var batch in batches)
        {
            saved = saved.With(batch);
            foreach (var digest in batch)
            {
                now[digest.Address] = digest;
            }

            if (batch.Length == 1)
            {
                saved = saved.Without(address => address == batch[0].Address);
                now.Remove(batch[0].Address);
            }
        }

        var index = open.Aggregate(NoteIndex.Empty.WithSaved(saved), (before, digest) => before.WithOpen(digest));
        Assert.Equal(now.Values.Count(digest => !digest.Placements.IsEmpty), saved.Count);
        foreach (var except in Addresses.Append(null))
        {
            foreach (var service in Services)
            {
                Assert.Equal(Said(PlacesOf(now.Values, open, service, except)), Said(index.PlacesOf(service, except)));
            }

            foreach (var layer in LayerSet.All)
            {
                Assert.Equal(Said(PlacesAt(now.Values, open, layer, except)), Said(index.PlacesAt(layer, except)));
            }
        }
    });

    [Fact]
    public void What_is_not_changed_is_taken_over_as_it_is()
    {
        var saved = SavedNotes.Empty.With([Digest(0, "nlb"), Digest(1, "nlb"), Digest(1, "alb"), Digest(2, "vpc")]);
        var after = saved.With([Digest(2, "alb")]);
        Assert.True(saved.PlacesOf("nlb") == after.PlacesOf("nlb"));
        Assert.False(saved.PlacesOf("alb") == after.PlacesOf("alb"));
        Assert.Empty(after.PlacesOf("vpc"));
    }

    private static NoteDigest Digest(int number, string service) => new(Addresses[number], [new(service, LayerSet.Of(4), 0, "")]);

    private static List<string> Said(IEnumerable<NotedPlaces> places) =>
        [.. places.Select(place => $"{place.Address} {place.ServiceId} {place.Layers} {string.Join(',', place.Placements.Select(one => one.Line))}")];

    private static IEnumerable<NotedPlaces> PlacesOf(IEnumerable<NoteDigest> saved, NoteDigest[] open, string service, string? except) =>
        Open(open, except).Concat(Saved(saved).Where(places => IsOther(places, open, except))).Where(places => places.ServiceId == service);

    // Each service once, in the order in which the notes first name it, at whatever layer.
    private static IEnumerable<NotedPlaces> PlacesAt(IEnumerable<NoteDigest> saved, NoteDigest[] open, int layer, string? except) =>
        Open(open, except).Where(places => places.Layers.Contains(layer)).Concat(Saved(saved)
            .GroupBy(places => places.ServiceId)
            .Select(ofService => ofService.FirstOrDefault(places => places.Layers.Contains(layer) && IsOther(places, open, except)))
            .OfType<NotedPlaces>());

    private static IEnumerable<NotedPlaces> Open(NoteDigest[] open, string? except) => Saved(open
        .GroupBy(digest => digest.Address).Select(same => same.Last()).Where(digest => digest.Address != except)
        .OrderBy(digest => digest.Address, StringComparer.Ordinal));

    private static IEnumerable<NotedPlaces> Saved(IEnumerable<NoteDigest> notes) => notes.SelectMany(note => note.Placements
        .GroupBy(placement => (placement.ServiceId, placement.Layers))
        .Select(group => new NotedPlaces(note.Address, group.Key.ServiceId, group.Key.Layers, [.. group])));

    private static bool IsOther(NotedPlaces places, NoteDigest[] open, string? except) =>
        places.Address != except && open.All(digest => digest.Address != places.Address);
}
