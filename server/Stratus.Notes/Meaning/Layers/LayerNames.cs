using System.Buffers;
using Stratus.Names;

namespace Stratus.Notes.Meaning.Layers;

/// <summary>The words that layers are written with.</summary>
internal static class LayerNames
{
    private static readonly LayerWords Words = Vocabulary.Embedded.LayerWords;

    // By first letter, in upper case; the longest first.
    private static readonly Dictionary<char, LayerName[]> Names = ByFirstLetter(Words.Names);
    private static readonly Dictionary<char, LayerName[]> NamesInCells = ByFirstLetter([.. Words.Names, .. Words.NamesInColumns]);

    // What a layer may begin with outside of layer columns, but for digits.
    private static readonly string[] Beginnings =
        ["OSI", "L-", .. Enumerable.Range(0, 10).Select(digit => $"L{digit}"), .. Words.BeforeNumber.Words, .. Words.Names.Select(name => name.Text)];

    // For each first letter that is ASCII the low five bits of the letters that may follow, as a set.
    private static readonly uint[] SecondLetters = FindSecondLetters();

    private static readonly SearchValues<char> OtherFirstLetters =
        SearchValues.Create([.. Beginnings.Where(word => !char.IsAscii(word[0])).SelectMany(FirstLetters)]);

    /// <summary>The layer name that is at a place, in any case, bounded by what is no letter; length 0 where there is none.</summary>
    public static (int Length, int Layer) NameAt(string text, int at) => NameAt(text, at, Names);

    /// <summary>Like <see cref="NameAt(string, int)"/>, for a cell of a layer column: everyday words that name layers there too.</summary>
    public static (int Length, int Layer) NameInCellAt(string text, int at) => NameAt(text, at, NamesInCells);

    private static (int Length, int Layer) NameAt(string text, int at, Dictionary<char, LayerName[]> names)
    {
        if (at < text.Length && names.TryGetValue(char.ToUpperInvariant(text[at]), out var candidates))
        {
            foreach (var (name, layer) in candidates)
            {
                if (StartsWith(text, at, name) && !IsWord(text, at + name.Length))
                {
                    return (name.Length, layer);
                }
            }
        }

        return default;
    }

    /// <summary>False if no layer stands in the text, outside of layer columns: there it has a number, or a name and the word for layer.</summary>
    public static bool MayStandIn(string text) => text.AsSpan().ContainsAnyInRange('0', '9') || Words.AfterName.IsPartOf(text);

    /// <summary>The first place between two at which a layer may begin, outside of layer columns: a look at two letters. The end where there is none.</summary>
    public static int NextStart(string text, int from, int end)
    {
        var seconds = SecondLetters;
        for (var at = from; at < end; at++)
        {
            var first = text[at];
            var second = at + 1 < text.Length ? text[at + 1] : '\0';
            if (first >= seconds.Length
                ? OtherFirstLetters.Contains(first)
                : seconds[first] != 0 && ((seconds[first] >> (second & 31) & 1) != 0 || !char.IsAscii(second)))
            {
                return at;
            }
        }

        return end;
    }

    /// <summary>The length of the longest of the words that is at a place, in any case, or 0.</summary>
    public static int WordAt(string text, int at, WordList words)
    {
        foreach (var word in words.Words)
        {
            if (StartsWith(text, at, word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>True if the word stands at a place, in any case.</summary>
    public static bool StartsWith(string text, int at, string word) => text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True if what stands at the place continues a word or a number, so that no layer ends before it: as in names, and the
    /// multiplication sign, since <c>4×</c> is as little a layer as <c>4x</c>. False beyond the text.
    /// </summary>
    public static bool IsWord(string text, int at) => Characters.IsWordAt(text, at) || (at >= 0 && at < text.Length && text[at] == '×');

    private static Dictionary<char, LayerName[]> ByFirstLetter(IEnumerable<LayerName> names) =>
        names.GroupBy(name => char.ToUpperInvariant(name.Text[0])).ToDictionary(group => group.Key, group => group.ToArray());

    private static uint[] FindSecondLetters()
    {
        var letters = new uint[128];
        letters.AsSpan('0', 10).Fill(uint.MaxValue);
        foreach (var word in Beginnings.Where(word => char.IsAscii(word[0])))
        {
            foreach (var first in FirstLetters(word))
            {
                letters[first] |= char.IsAscii(word[1]) ? 1u << (word[1] & 31) : uint.MaxValue;
            }
        }

        return letters;
    }

    private static char[] FirstLetters(string word) => [char.ToUpperInvariant(word[0]), char.ToLowerInvariant(word[0])];
}
