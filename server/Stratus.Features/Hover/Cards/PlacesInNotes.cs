using Stratus.Features.Folder;
using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Hover.Cards;

/// <summary>What a card says of the user's own notes: where they place a service, and what they place at a layer.</summary>
internal static class PlacesInNotes
{
    private const int MostGroups = 3;
    private const int MostLines = 4;
    private const int MostServices = 8;

    /// <summary>Where this note and the others place a service, with the words of a row for each.</summary>
    public static void Write(CardBuilder card, Workspace workspace, Note note, Service service)
    {
        var own = Occurrences.PlacementsOf(note, service)
            .GroupBy(placement => placement.Layers)
            .Select(group => OwnGroup(workspace, note, service, [.. group]))
            .ToList();
        var here = own.Aggregate(default(LayerSet), (all, group) => all | group.Layers);
        var (others, count) = Best(
            workspace.Notes.PlacesOf(service.Id, workspace.Address), here, workspace.Address ?? "", wanted: Math.Max(1, MostGroups - own.Count));

        var shown = own.Take(MostGroups - others.Count).Concat(others.Select(places => OtherGroup(workspace, places))).ToList();
        var rest = own.Count + count - shown.Count;
        foreach (var (index, group) in shown.Index())
        {
            var words = group.Words.Length > 0 ? $": ‘{group.Words}’" : "";
            var more = rest > 0 && index == shown.Count - 1 ? $" (and {rest} more)" : "";
            card.Fact(group.Label, [$"{group.Layers} at ", .. group.Lines, words + more]);
        }
    }

    /// <summary>What this note and the others place at a layer.</summary>
    public static void Write(CardBuilder card, Workspace workspace, Note note, OsiLayer layer)
    {
        var places = Occurrences.PlacementsAt(note, layer.Number)
            .SelectMany(placement => placement.Subjects)
            .Select(subject => (subject.Service.Id, Address: workspace.Address, Line: note.Source.LineOf(subject.Span.Start)))
            .Concat(workspace.Notes.PlacesAt(layer.Number, workspace.Address).Select(places => (Id: places.ServiceId, Address: (string?)places.Address, places.Placements[0].Line)))
            .DistinctBy(place => place.Id)
            .Select(place => (Service: workspace.Catalog.FindService(place.Id), place.Address, place.Line))
            .Where(place => place.Service is not null)
            .ToList();
        if (places.Count == 0)
        {
            return;
        }

        var names = new List<CardText>();
        foreach (var (service, address, line) in places.Take(MostServices))
        {
            if (names.Count > 0)
            {
                names.Add(", ");
            }

            names.Add(CardText.Line(service!.Abbreviation ?? service.Name, address, line));
        }

        if (places.Count > MostServices)
        {
            names.Add($" and {places.Count - MostServices} more");
        }

        card.Fact("In your notes", [.. names]);
    }

    private static Group OwnGroup(Workspace workspace, Note note, Service service, List<Placement> placements)
    {
        var places = placements.Take(MostLines + 1)
            .Select(placement => NotedPlacement.Of(note, placement).First(place => place.ServiceId == service.Id))
            .ToList();
        return new("In this note", places[0].Layers, Lines(places, workspace.Address, ""), places[0].Words);
    }

    private static Group OtherGroup(Workspace workspace, NotedPlaces places)
    {
        var shared = SharedFolder(places.Address, workspace.Address ?? "");
        // Its path below the folder that the two notes share; notes of two disks share no more than "file:///".
        var name = Uri.UnescapeDataString(shared > "file:///".Length ? places.Address[shared..] : places.Address[(places.Address.LastIndexOf('/') + 1)..]);
        return new("In your notes", places.Layers, Lines(places.Placements, places.Address, name + ", "), places.Placements[0].Words);
    }

    /// <summary>
    /// The places that are worth the most: what contradicts this note, then what stands near it. In one pass, since thousands
    /// of notes may mention a service.
    /// </summary>
    /// <param name="all">The places.</param>
    /// <param name="here">The layers at which this note places the service.</param>
    /// <param name="address">The address of this note, or nothing.</param>
    /// <param name="wanted">How many to give at most.</param>
    /// <returns>The best, the very best first, and how many there are in all.</returns>
    private static (List<NotedPlaces> Best, int Count) Best(IEnumerable<NotedPlaces> all, LayerSet here, string address, int wanted)
    {
        var best = new List<(int Rank, NotedPlaces Places)>(wanted + 1);
        var count = 0;
        foreach (var places in all)
        {
            count++;
            var shared = SharedFolder(places.Address, address);
            var folders = places.Address.AsSpan(shared).Count('/') + address.AsSpan(shared).Count('/');
            var rank = (places.Layers.Overlaps(here) ? 1 << 16 : 0) + folders;
            if (best.Count == wanted && rank >= best[^1].Rank)
            {
                continue;
            }

            var at = best.Count;
            while (at > 0 && best[at - 1].Rank > rank)
            {
                at--;
            }

            best.Insert(at, (rank, places));
            if (best.Count > wanted)
            {
                best.RemoveAt(wanted);
            }
        }

        return (best.ConvertAll(one => one.Places), count);
    }

    private static List<CardText> Lines(IReadOnlyList<NotedPlacement> places, string? address, string name)
    {
        var lines = new List<CardText>();
        foreach (var (index, place) in places.Take(MostLines).Index())
        {
            if (index > 0)
            {
                lines.Add(", ");
            }

            lines.Add(CardText.Line(index == 0 ? $"{name}line {place.Line + 1}" : $"{place.Line + 1}", address, place.Line));
        }

        if (places.Count > MostLines)
        {
            lines.Add(" and below");
        }

        return lines;
    }

    /// <summary>The length of what two addresses have in common, up to and with the last slash.</summary>
    private static int SharedFolder(string one, string other)
    {
        var shared = 0;
        for (var at = 0; at < one.Length && at < other.Length && one[at] == other[at]; at++)
        {
            if (one[at] == '/')
            {
                shared = at + 1;
            }
        }

        return shared;
    }

    /// <summary>What a line of the card says of one note.</summary>
    private sealed record Group(string Label, LayerSet Layers, List<CardText> Lines, string Words);
}
