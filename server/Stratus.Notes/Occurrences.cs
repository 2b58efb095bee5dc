using System.Collections.Immutable;
using Stratus.Notes.Chunks;
using Stratus.Terms;

namespace Stratus.Notes;

/// <summary>Where a note has a term, wherever that is: of its chunks only those are looked at that may have it.</summary>
public static class Occurrences
{
    /// <summary>The mentions that may stand for one of these services, in the order of the text.</summary>
    public static IEnumerable<Mention> MentionsOf(Note note, ImmutableArray<Service> services)
    {
        ArgumentNullException.ThrowIfNull(note);
        var bits = services.Aggregate(0UL, static (bits, service) => bits | Chunk.BitOf(service.Id));
        return Mentions(note, measure => (measure.Services & bits) != 0, mention => NamesOneOf(mention, services));
    }

    /// <summary>The mentions that may stand for the service with an id, in the order of the text; none where there is no such service.</summary>
    public static IEnumerable<Mention> MentionsOf(Note note, string serviceId)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Catalog.FindService(serviceId) is { } service ? MentionsOf(note, [service]) : [];
    }

    /// <summary>The mentions of one of these layers, in the order of the text.</summary>
    public static IEnumerable<Mention> MentionsOf(Note note, LayerSet layers)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Mentions(note, static measure => measure.Has(ChunkTraits.Layers), mention => mention.Layers?.Layers.Overlaps(layers) == true);
    }

    /// <summary>The mentions of layers in chunks that have a heading, in the order of the text: those in headings are among them.</summary>
    public static IEnumerable<Mention> LayersBesideHeadings(Note note)
    {
        ArgumentNullException.ThrowIfNull(note);
        const ChunkTraits Both = ChunkTraits.Headings | ChunkTraits.Layers;
        return Mentions(note, static measure => (measure.Traits & Both) == Both, static mention => mention.Layers is not null);
    }

    /// <summary>The placements of a service, in the order of the text.</summary>
    public static IEnumerable<Placement> PlacementsOf(Note note, Service service)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(service);
        var bit = Chunk.BitOf(service.Id);
        return Placements(
            note,
            measure => measure.Has(ChunkTraits.Placements) && (measure.Services & bit) != 0,
            placement => placement.Subjects.Any(subject => subject.Service.Id == service.Id));
    }

    /// <summary>The placements at a layer, in the order of the text.</summary>
    /// <param name="note">The note.</param>
    /// <param name="layer">The number of the layer.</param>
    public static IEnumerable<Placement> PlacementsAt(Note note, int layer)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Placements(note, static measure => measure.Has(ChunkTraits.Placements), placement => placement.Layers.Contains(layer));
    }

    private static IEnumerable<Mention> Mentions(Note note, Func<ChunkMeasure, bool> mayHold, Func<Mention, bool> isOne)
    {
        var start = note.StartOf(0);
        foreach (var (before, chunk) in note.Chunks.Holding(mayHold))
        {
            foreach (var mention in chunk.Content.Mentions)
            {
                // A form for several services can only come to stand for fewer.
                if (isOne(mention) && DecidedForms.Decide(note, mention.Shift(start + before.Units)) is var decided && isOne(decided))
                {
                    yield return decided;
                }
            }
        }
    }

    private static IEnumerable<Placement> Placements(Note note, Func<ChunkMeasure, bool> mayHold, Func<Placement, bool> isOne)
    {
        var start = note.StartOf(0);
        foreach (var (before, chunk) in note.Chunks.Holding(mayHold))
        {
            foreach (var placement in chunk.Content.Placements)
            {
                if (isOne(placement))
                {
                    yield return placement.Shift(start + before.Units, before.Tables);
                }
            }
        }
    }

    private static bool NamesOneOf(Mention mention, ImmutableArray<Service> services)
    {
        foreach (var service in mention.Services)
        {
            foreach (var wanted in services)
            {
                if (wanted.Id == service.Id)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
