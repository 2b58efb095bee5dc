using System.Numerics;

namespace Stratus.Names;

/// <summary>What is cheap to compare of two words, before how far they are apart is computed.</summary>
/// <param name="Length">How many letters and digits the word has.</param>
/// <param name="Letters">Which ones occur in it, in any case, as a set of bits.</param>
internal readonly record struct WordShape(int Length, ulong Letters)
{
    /// <summary>The shape of a word of ASCII letters and digits.</summary>
    public static WordShape Of(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        foreach (var letter in word) letters |= 1UL << (char.IsAsciiDigit(letter) ? 26 + letter - '0' : (letter | 0x20) - 'a');
        return new WordShape(word.Length, letters);
    }

    /// <summary>False if it takes more edits than these to get from one word to the other: an edit adds and takes away a letter at most.</summary>
    public bool MayBeWithin(int edits, WordShape other) =>
        Math.Abs(Length - other.Length) <= edits
        && BitOperations.PopCount(Letters & ~other.Letters) <= edits
        && BitOperations.PopCount(other.Letters & ~Letters) <= edits;
}
