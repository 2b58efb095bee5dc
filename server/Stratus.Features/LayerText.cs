namespace Stratus.Features;

/// <summary>How cards, messages and lists write layers.</summary>
internal static class LayerText
{
    /// <summary><c>L4 Transport</c>.</summary>
    public static string Label(OsiLayer layer) => $"L{layer.Number} {layer.Name}";

    /// <summary><c>L4 Transport</c>.</summary>
    public static string Label(Catalog catalog, int number) => Label(catalog.Layer(number));

    /// <summary>On what ground the catalog places a service, as it stands behind the layer.</summary>
    public static string Basis(LayerBasis basis) => basis switch
    {
        LayerBasis.Aws => "AWS says",
        LayerBasis.Protocol => "from its protocol",
        LayerBasis.Convention => "by convention",
        LayerBasis.Glossary => "your glossary says",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    /// <summary>Why the catalog places the service there, without an end mark, to be put into a sentence.</summary>
    public static string Reason(ServiceLayers layers)
    {
        // The data begins some reasons with "AWS: "; the ground is already named before the reason.
        var reason = layers.Reason.StartsWith("AWS: ", StringComparison.Ordinal) ? layers.Reason[5..] : layers.Reason;
        return reason.TrimEnd('.', ' ');
    }
}
