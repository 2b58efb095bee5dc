using System.Collections.Immutable;
using Stratus.Terms;

namespace Stratus.Features.Folder;

/// <summary>Where saved notes place one service, in the order of their addresses. Immutable.</summary>
internal sealed class ServicePlaces
{
    private readonly string _serviceId;
    private readonly ImmutableArray<NotedPlaces>[] _atLayer;

    private ServicePlaces(string serviceId, ImmutableArray<NotedPlaces> all)
    {
        (_serviceId, All) = (serviceId, all);
        _atLayer = [.. LayerSet.All.Select(layer => all.Where(places => places.Layers.Contains(layer)).ToImmutableArray())];
    }

    /// <summary>The places at whatever layer.</summary>
    internal ImmutableArray<NotedPlaces> All { get; }

    /// <summary>A service that no note places.</summary>
    internal static ServicePlaces None(string serviceId) => new(serviceId, []);

    /// <summary>The places at a layer.</summary>
    /// <param name="layer">Its number, from 1.</param>
    internal ImmutableArray<NotedPlaces> At(int layer) => _atLayer[layer - 1];

    /// <summary>The same with some notes as they are now: all else is taken over as it is.</summary>
    /// <param name="changed">The notes, in the order of their addresses.</param>
    internal ServicePlaces With(IEnumerable<NoteDigest> changed)
    {
        var all = ImmutableArray.CreateBuilder<NotedPlaces>(All.Length);
        var next = 0;
        foreach (var note in changed)
        {
            var first = FirstFrom(note.Address);
            all.AddRange(All.AsSpan()[next..first]);
            all.AddRange(note.Places.Where(places => places.ServiceId == _serviceId));
            for (next = first; next < All.Length && All[next].Address == note.Address; next++)
            {
                // What it said before is gone.
            }
        }

        all.AddRange(All.AsSpan()[next..]);
        return new(_serviceId, all.DrainToImmutable());
    }

    // The place where an address is, or would be.
    private int FirstFrom(string address)
    {
        var (low, high) = (0, All.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(All[middle].Address, address) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
