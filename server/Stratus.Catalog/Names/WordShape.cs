using System.Numerics;

namespace Stratus.Names;

/// <summary>What is cheap to compare of two words, before how far they are apart is computed. Case makes no difference.</summary>
/// <param name="Length">How many letters and digits the word has.</param>
/// <param name="Letters">Which ones occur in it, as a set of bits; some share one.</param>
/// <param name="Pairs">Which ones occur beside each other, as a set of bits; some pairs share one.</param>
internal readonly record struct WordShape(int Length, ulong Letters, ulong Pairs)
{
    /// <summary>The shape of a word of ASCII letters and digits.</summary>
    public static WordShape Of(ReadOnlySpan<char> word)
    {
        ulong letters = 0, pairs = 0;
        var before = 0;
        foreach (var unit in word)
        {
            // The capital and the small letter are one bit apart.
            var letter = unit | 0x20;
            letters |= 1UL << letter;
            pairs |= before == 0 ? 0 : 1UL << (before * 7 + letter);
            before = letter;
        }

        return new WordShape(word.Length, letters, pairs);
    }

    /// <summary>
    /// False if it takes more edits than these to get from one word to the other: an edit takes away one letter and three pairs at
    /// most, and adds as many.
    /// </summary>
    public bool MayBeWithin(int edits, WordShape other) =>
        Math.Abs(Length - other.Length) <= edits
        && AreWithin(3 * edits, Pairs, other.Pairs)
        && AreWithin(edits, Letters, other.Letters);

    private static bool AreWithin(int most, ulong one, ulong other) =>
        BitOperations.PopCount(one & ~other) <= most && BitOperations.PopCount(other & ~one) <= most;
}
