using Stratus.Terms;

namespace Stratus.Features.Wording;

/// <summary>How cards, messages and lists write layers.</summary>
internal static class LayerText
{
    /// <summary><c>L4 Transport</c>.</summary>
    public static string Label(OsiLayer layer) => $"L{layer.Number} {layer.Name}";

    /// <summary><c>L4 Transport</c>.</summary>
    public static string Label(Catalog catalog, int number) => Label(catalog.Layer(number));

    /// <summary><c>L4</c>, <c>L3/L4</c>, <c>L3–L7</c>.</summary>
    public static string Short(LayerSet layers) =>
        layers.Count > 2 && layers.Count == layers.Highest - layers.Lowest + 1 ? $"L{layers.Lowest}–L{layers.Highest}" : layers.ToString();

    /// <summary>The source of a placement in the catalog, as it is written after the layer.</summary>
    public static string Basis(LayerBasis basis) => basis switch
    {
        LayerBasis.Aws => "AWS says",
        LayerBasis.Protocol => "from its protocol",
        LayerBasis.Convention => "by convention",
        LayerBasis.Glossary => "your glossary says",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    /// <summary>The layer, its source and reason, and the other layers that are taught, as sentences.</summary>
    public static string Explain(Catalog catalog, ServiceLayers layers)
    {
        var further = string.Join(", ", layers.All.Where(layer => layer != layers.Primary).Select(layer => $"L{layer}"));
        return $"{Label(catalog, layers.Primary)} ({Basis(layers.Basis)}){Because(layers)}." + (further.Length > 0 ? $" Also taught at {further}." : "");
    }

    /// <summary>The source of the placement and its reason, to be put into brackets; a glossary gives no reason.</summary>
    public static string Ground(ServiceLayers layers) => layers.Basis switch
    {
        LayerBasis.Aws => "source: AWS",
        LayerBasis.Protocol => "source: its protocol",
        LayerBasis.Convention => "by convention",
        LayerBasis.Glossary => "source: your glossary",
        _ => throw new ArgumentOutOfRangeException(nameof(layers)),
    } + Because(layers);

    private static string Because(ServiceLayers layers) => Reason(layers) is { Length: > 0 } reason ? $": {reason}" : "";

    /// <summary>Why the catalog places the service there, without an end mark, to be put into a sentence.</summary>
    public static string Reason(ServiceLayers layers)
    {
        // The data begins some reasons with "AWS: "; the source is already named before the reason.
        var reason = layers.Reason.StartsWith("AWS: ", StringComparison.Ordinal) ? layers.Reason[5..] : layers.Reason;
        return reason.TrimEnd('.', ' ');
    }
}
