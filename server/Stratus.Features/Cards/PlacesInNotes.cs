using Stratus.Notes;

namespace Stratus.Features.Cards;

/// <summary>What a card says of the user's own notes: where they place a service, and what they place at a layer.</summary>
internal static class PlacesInNotes
{
    private const int MostGroups = 3;
    private const int MostLines = 4;
    private const int MostServices = 8;

    /// <summary>Where this note and the others place a service, with the words of a row for each.</summary>
    public static void Write(CardBuilder card, Workspace workspace, Note note, Service service)
    {
        var own = note.Placements
            .Where(placement => placement.Subjects.Any(subject => subject.Service.Id == service.Id))
            .GroupBy(placement => placement.Layers)
            .Select(group => OwnGroup(workspace, note, service, [.. group]))
            .ToList();
        var here = own.Aggregate(default(LayerSet), (all, group) => all | group.Layers);
        var others = workspace.Notes.PlacesOf(service.Id, workspace.Address)
            .GroupBy(place => (place.Address, place.Placement.Layers))
            .Select(group => OtherGroup(workspace, [.. group]))
            // What contradicts this note is worth the most, then what stands near it.
            .OrderBy(group => group.Layers.Overlaps(here))
            .ThenBy(group => group.Distance)
            .ToList();

        var shown = own.Take(others.Count > 0 ? MostGroups - 1 : MostGroups).ToList();
        shown.AddRange(others.Take(MostGroups - shown.Count));
        var rest = own.Count + others.Count - shown.Count;
        foreach (var (index, group) in shown.Index())
        {
            var words = group.Words.Length > 0 ? $": “{group.Words}”" : "";
            var more = rest > 0 && index == shown.Count - 1 ? $" (and {rest} more)" : "";
            card.Fact(group.Label, [$"{group.Layers} at ", .. group.Lines, words + more]);
        }
    }

    /// <summary>What this note and the others place at a layer.</summary>
    public static void Write(CardBuilder card, Workspace workspace, Note note, OsiLayer layer)
    {
        var places = note.Placements
            .Where(placement => placement.Layers.Contains(layer.Number))
            .SelectMany(placement => placement.Subjects)
            .Select(subject => (subject.Service.Id, Address: workspace.Address, Line: note.Source.LineOf(subject.Span.Start)))
            .Concat(workspace.Notes.PlacesAt(layer.Number, workspace.Address).Select(place => (Id: place.Placement.ServiceId, Address: (string?)place.Address, place.Placement.Line)))
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
        return new("In this note", places[0].Layers, Lines(places, workspace.Address, ""), places[0].Words, Distance: 0);
    }

    private static Group OtherGroup(Workspace workspace, List<PlaceInNote> places)
    {
        var (address, here) = (places[0].Address, workspace.Address ?? "");
        var shared = SharedFolder(address, here);
        // Its path below the folder that the two notes share; notes of two disks share no more than "file:///".
        var name = Uri.UnescapeDataString(shared > "file:///".Length ? address[shared..] : address[(address.LastIndexOf('/') + 1)..]);
        return new(
            "In your notes",
            places[0].Placement.Layers,
            Lines(places.ConvertAll(place => place.Placement), address, name + ", "),
            places[0].Placement.Words,
            Distance: address.AsSpan(shared).Count('/') + here.AsSpan(shared).Count('/'));
    }

    private static List<CardText> Lines(List<NotedPlacement> places, string? address, string name)
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

    /// <summary>Places of one note at the same layers; the distance is how many folders lie between that note and this one.</summary>
    private sealed record Group(string Label, LayerSet Layers, List<CardText> Lines, string Words, int Distance);
}
