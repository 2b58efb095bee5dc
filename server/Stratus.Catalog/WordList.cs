using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Stratus;

/// <summary>One list of the <see cref="Vocabulary"/>: words and phrases for one purpose, of all languages. Immutable.</summary>
/// <remarks>It is cut into words when it is first asked for one: most lists are never asked in a short session.</remarks>
public sealed class WordList
{
    private readonly Lazy<ImmutableArray<string>> _words;
    private readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> _set;
    private readonly Lazy<SearchValues<string>> _search;

    /// <param name="lines">The words, one a line.</param>
    /// <param name="exactCase">True if only the case in which they are written counts.</param>
    internal WordList(string lines, bool exactCase)
    {
        ExactCase = exactCase;
        _words = new(() => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
        _set = new(() => _words.Value
            .ToFrozenSet(StringComparer.FromComparison(Comparison)).GetAlternateLookup<ReadOnlySpan<char>>());
        _search = new(() => SearchValues.Create([.. _words.Value.Select(word => word.TrimEnd('*'))], Comparison));
    }

    /// <summary>True if the words count only in the case in which they are written; else they are in lower case, and count in any.</summary>
    public bool ExactCase { get; }

    /// <summary>The words, the longest first.</summary>
    public ImmutableArray<string> Words => _words.Value;

    private StringComparison Comparison => ExactCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>True if this is one of the words.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _set.Value.Contains(word);

    /// <summary>True if a word of the list stands anywhere in a text, be it as a part of another.</summary>
    public bool IsPartOf(ReadOnlySpan<char> text) => text.ContainsAny(_search.Value);

    /// <summary>True if a word of the list begins with these letters, in just this case.</summary>
    public bool AnyBeginsWith(ReadOnlySpan<char> letters)
    {
        foreach (var word in Words)
        {
            if (word.AsSpan().StartsWith(letters, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True if a word of the list is in a text by itself, not as a part of another; words of scripts that set no spaces need
    /// not. A star at its end stands for the rest of a word.
    /// </summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(_search.Value);
            if (next < 0)
            {
                return false;
            }

            at += next;
            if (StandsAt(text, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Like <see cref="StandsIn"/>, for a text that begins with the word; what is no part of words may stand before it.</summary>
    public bool Opens(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !IsWordUnit(text, start))
        {
            start++;
        }

        return StandsAt(text, start);
    }

    private bool StandsAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in Words)
        {
            var letters = word.AsSpan().TrimEnd('*');
            if (text[at..].StartsWith(letters, Comparison)
                && (!IsWordUnit(text, at - 1) || SetsNoSpaces(letters[0]))
                && (letters.Length < word.Length || !IsWordUnit(text, at + letters.Length) || SetsNoSpaces(letters[^1])))
            {
                return true;
            }
        }

        return false;
    }

    // What a word of a regular expression is made of (\w), joiners included.
    private static bool IsWordUnit(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetter(text[at]) || text[at] is '\u200C' or '\u200D'
            || char.GetUnicodeCategory(text[at]) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.ConnectorPunctuation);

    // Kana, Chinese characters and Hangul: particles and endings follow a Korean word directly.
    private static bool SetsNoSpaces(char unit) =>
        unit is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
