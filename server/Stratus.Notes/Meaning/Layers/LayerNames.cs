using System.Collections.Immutable;
using Stratus.Names;

namespace Stratus.Notes.Meaning.Layers;

/// <summary>The words that layers are written with.</summary>
internal static class LayerNames
{
    private static readonly LayerWords Words = Vocabulary.Embedded.LayerWords;

    // The first letters of all that may begin a layer outside of layer columns, in both cases.
    private static readonly string Starts = "0123456789" + string.Concat(
        new[] { "L", "OSI" }.Concat(Words.BeforeNumber.Words).Concat(Words.Names.Select(name => name.Text))
            .Select(word => $"{char.ToUpperInvariant(word[0])}{char.ToLowerInvariant(word[0])}"));

    private static readonly bool[] AsciiStarts = [.. Enumerable.Range(0, 128).Select(unit => Starts.Contains((char)unit))];

    /// <summary>The layer name that is at a place, in any case, bounded by what is no letter; length 0 where there is none.</summary>
    public static (int Length, int Layer) NameAt(string text, int at) => NameAt(text, at, Words.Names);

    /// <summary>Like <see cref="NameAt(string, int)"/>, for a cell of a layer column: everyday words that name layers there too.</summary>
    public static (int Length, int Layer) NameInCellAt(string text, int at) =>
        NameAt(text, at, Words.Names) is { Length: > 0 } found ? found : NameAt(text, at, Words.NamesInColumns);

    private static (int Length, int Layer) NameAt(string text, int at, ImmutableArray<LayerName> names)
    {
        foreach (var (name, layer) in names)
        {
            if (string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && !IsWord(text, at + name.Length))
            {
                return (name.Length, layer);
            }
        }

        return default;
    }

    /// <summary>True if a layer may begin with this character, outside of layer columns.</summary>
    public static bool MayBeginWith(char unit) => unit < AsciiStarts.Length ? AsciiStarts[unit] : Starts.Contains(unit);

    /// <summary>The length of the longest of the words that is at a place, in any case, or 0.</summary>
    public static int WordAt(string text, int at, WordList words)
    {
        foreach (var word in words.Words)
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>
    /// True if what stands at the place continues a word or a number, so that no layer ends before it: as in names, and the
    /// multiplication sign, since <c>4×</c> is as little a layer as <c>4x</c>. False beyond the text.
    /// </summary>
    public static bool IsWord(string text, int at) => Characters.IsWordAt(text, at) || (at >= 0 && at < text.Length && text[at] == '×');
}
