using System.Collections.Immutable;
using Stratus.Terms;

namespace Stratus.Features.Folder;

/// <summary>Where a note places a service at the same layers.</summary>
/// <param name="Address">The address (URI) of the note.</param>
/// <param name="ServiceId">The id of the service.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Placements">The placements, in the order of the text; at least one.</param>
public sealed record NotedPlaces(string Address, string ServiceId, LayerSet Layers, ImmutableArray<NotedPlacement> Placements)
{
    /// <summary>Which of the note's places it is, from 0, in the order in which they begin.</summary>
    internal int Number { get; init; }

    internal static ImmutableArray<NotedPlaces> Of(string address, IEnumerable<NotedPlacement> placements) =>
    [
        .. placements
            .GroupBy(placement => (placement.ServiceId, placement.Layers))
            .Select((group, number) => new NotedPlaces(address, group.Key.ServiceId, group.Key.Layers, [.. group]) { Number = number }),
    ];
}
