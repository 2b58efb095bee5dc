namespace Stratus.Notes.Layers;

/// <summary>The words that layers are written with.</summary>
internal static class LayerNames
{
    private static readonly (string Name, int Layer)[] Names =
    [
        ("Physical", 1), ("Data Link", 2), ("Data-Link", 2), ("Datalink", 2), ("Network", 3), ("Transport", 4),
        ("Session", 5), ("Presentation", 6), ("Application", 7),
    ];

    // Before a number: in the languages that study notes are written in.
    private static readonly string[] LayerWords = ["layers", "layer", "camada", "couche", "capa", "schicht", "レイヤー", "レイヤ", "第"];

    /// <summary>The layer name that stands at a place, in any case, bounded by what is no letter; length 0 where there is none.</summary>
    public static (int Length, int Layer) NameAt(string text, int at)
    {
        foreach (var (name, layer) in Names)
        {
            if (string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && !IsWord(text, at + name.Length))
            {
                return (name.Length, layer);
            }
        }

        return default;
    }

    /// <summary>The length of the word for layer that stands at a place, or 0.</summary>
    public static int LayerWordAt(string text, int at)
    {
        foreach (var word in LayerWords)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>True if a character of Latin words or a digit stands at the place; false beyond the text.</summary>
    public static bool IsWord(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or (>= '\u00C0' and <= '\u024F'));
}
