using System.Collections.Immutable;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Hover.Cards;

/// <summary>The card of OSI layers.</summary>
internal static class LayerCard
{
    private const int MostListed = 10;
    private const int MostProtocolsInShort = 5;

    /// <summary>The card of what was written in a note: one layer in full, several in short.</summary>
    public static Card Of(Workspace workspace, Note note, LayerReference reference)
    {
        var card = new CardBuilder();
        foreach (var item in reference.Items)
        {
            if (item.IsInvalid)
            {
                card.Line($"There is no layer {item.Number}: the OSI model has layers 1 to 7.");
            }
            else if (item.Disagrees)
            {
                card.Line($"Layer {item.Number} is {workspace.Catalog.Layer(item.Number!.Value).Name}; {workspace.Catalog.Layer(item.NamedLayer!.Value).Name} is layer {item.NamedLayer}.");
            }
        }

        var layers = reference.Layers;
        foreach (var item in reference.Items)
        {
            // Of a number and a name that disagree either may be meant.
            if (item.Disagrees && item.NamedLayer is { } named)
            {
                layers |= LayerSet.Of(named);
            }
        }

        switch (layers.Count)
        {
            case 0:
                break;
            case 1:
                WriteInFull(card, workspace, workspace.Catalog.Layer(layers.Lowest), note);
                break;
            default:
                WriteInShort(card, workspace.Catalog, layers);
                break;
        }

        return card.Footer(null, workspace.Catalog.AsOf).Build();
    }

    /// <summary>The card of one layer.</summary>
    public static Card Of(Workspace workspace, OsiLayer layer)
    {
        var card = new CardBuilder();
        WriteInFull(card, workspace, layer, note: null);
        return card.Footer(null, workspace.Catalog.AsOf).Build();
    }

    private static void WriteInFull(CardBuilder card, Workspace workspace, OsiLayer layer, Note? note)
    {
        card.Title(LayerText.Label(layer), $", layer {layer.Number} of the OSI model").Line(layer.Function);
        card.Fact("Data unit", layer.Pdu);
        WriteList(card, "Protocols", layer.Protocols);
        WriteList(card, "Devices", layer.Devices);
        card.Fact("In TCP/IP", layer.TcpIpLayer);
        WriteList(card, "On AWS", [.. layer.Examples.Select(workspace.Catalog.FindService).OfType<Service>().Select(NameOf)]);
        if (note is not null)
        {
            PlacesInNotes.Write(card, workspace, note, layer);
        }

        if (layer.Remark is { } remark)
        {
            card.Fact("Take care", remark);
        }
    }

    private static void WriteInShort(CardBuilder card, Catalog catalog, LayerSet layers)
    {
        card.Title(string.Join(" and ", Ends(layers)), " of the OSI model");
        foreach (var layer in layers.Select(catalog.Layer))
        {
            card.Fact(
                LayerText.Label(layer),
                $"{layer.Function} Data unit: {layer.Pdu}. Protocols: {Listed(layer.Protocols, MostProtocolsInShort)}.");
        }
    }

    private static IEnumerable<string> Ends(LayerSet layers) =>
        layers.Count == layers.Highest - layers.Lowest + 1 && layers.Count > 2
            ? [$"Layers {layers.Lowest} to {layers.Highest}"]
            : layers.Select((layer, index) => index == 0 ? $"Layers {layer}" : $"{layer}");

    private static void WriteList(CardBuilder card, string label, ImmutableArray<string> items)
    {
        if (!items.IsEmpty)
        {
            card.Fact(label, Listed(items, MostListed));
        }
    }

    private static string Listed(ImmutableArray<string> items, int most) =>
        items.Length <= most ? string.Join(", ", items) : string.Join(", ", items.Take(most)) + " and others";

    private static string NameOf(Service service) => service.Abbreviation is { } abbreviation ? $"{service.Name} ({abbreviation})" : service.Name;
}
