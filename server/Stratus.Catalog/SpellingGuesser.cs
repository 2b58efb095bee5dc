using System.Collections.Immutable;
using System.Numerics;

namespace Stratus;

/// <summary>Guesses which coined name (<c>CloudFront</c>, <c>DynamoDB</c>) a word was meant to be. Quiet rather than wrong. Immutable.</summary>
public sealed class SpellingGuesser
{
    private const int ShortestWord = 7;
    private const int LongestShortWord = 9;

    /// <summary>Beyond this length no name is looked for: coined names are short, and the tables of the distance live on the stack.</summary>
    private const int LongestWord = 40;

    /// <summary>Endings that make another form of an accepted word, and what its own ending may have been.</summary>
    private static readonly (string Ending, string Base)[] Inflections =
    [
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"),
        ("ers", ""), ("ers", "e"), ("or", ""), ("or", "e"), ("ors", ""), ("ors", "e"), ("ly", ""), ("like", ""), ("ish", ""),
    ];

    private readonly Candidate[] _candidates;

    /// <summary>Made when a word first comes near a name: most notes have none.</summary>
    private readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> _accepted;

    /// <summary>Guesses among the coined forms.</summary>
    /// <param name="forms">All written forms: the right ones, and every word of them, are accepted as they are.</param>
    /// <param name="falseFriends">Words that are accepted too, in any case.</param>
    public SpellingGuesser(ImmutableArray<WrittenForm> forms, ImmutableArray<string> falseFriends)
    {
        _candidates =
        [
            .. forms.Where(form => form.Coined && form.Text.Length <= LongestWord && form.Text.All(char.IsAsciiLetterOrDigit))
                .Select(form => new Candidate(form, form.Text.ToLowerInvariant(), LettersOf(form.Text))),
        ];
        _accepted = new Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>>(() => AcceptedWords(forms, falseFriends));
    }

    /// <summary>
    /// The coined form that the word misspells, or null: for words of 7 letters or more, by edit distance with swapped
    /// neighbours counted once and case ignored (1 up to 9 letters, 2 from 10), never for an accepted form, its plural or
    /// inflection, or a false friend, and never where two names are equally near.
    /// </summary>
    public WrittenForm? Guess(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > LongestWord) return null;

        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterOrDigit(letter)) return null;
        }

        var limit = word.Length <= LongestShortWord ? 1 : 2;
        var letters = LettersOf(word);
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);

        WrittenForm? nearest = null;
        var shortest = limit + 1;
        foreach (var candidate in _candidates)
        {
            // One edit changes at most two letters of the set, so most names are out before a distance is computed.
            if (Math.Abs(candidate.Lower.Length - lower.Length) > limit || BitOperations.PopCount(candidate.Letters ^ letters) > 2 * limit) continue;

            var distance = Distance(lower, candidate.Lower);
            if (distance < shortest) (nearest, shortest) = (candidate.Form, distance);
            else if (distance == shortest && nearest is not null && nearest.Services[0].Id != candidate.Form.Services[0].Id) nearest = null;
        }

        return nearest is null || IsAccepted(lower) ? null : nearest;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AcceptedWords(ImmutableArray<WrittenForm> forms, ImmutableArray<string> falseFriends)
    {
        var accepted = new HashSet<string>(falseFriends, StringComparer.OrdinalIgnoreCase);
        foreach (var form in forms)
        {
            if (form.Correction is null) accepted.UnionWith(form.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return accepted.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private bool IsAccepted(ReadOnlySpan<char> word)
    {
        var accepted = _accepted.Value;
        if (accepted.Contains(word)) return true;

        Span<char> root = stackalloc char[LongestWord + 1];
        foreach (var (ending, rootEnding) in Inflections)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;

            var stem = word[..^ending.Length];
            stem.CopyTo(root);
            rootEnding.CopyTo(root[stem.Length..]);
            if (accepted.Contains(root[..(stem.Length + rootEnding.Length)])) return true;
        }

        return false;
    }

    /// <summary>Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment).</summary>
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++) last[column] = column;

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var edits = Math.Min(replaced, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    edits = Math.Min(edits, beforeLast[column - 2] + 1);

                current[column] = edits;
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[right.Length];
    }

    /// <summary>The letters and digits that occur in a word, as a set of bits.</summary>
    private static ulong LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        foreach (var letter in word) letters |= 1UL << (char.IsAsciiDigit(letter) ? 26 + letter - '0' : (letter | 0x20) - 'a');
        return letters;
    }

    private sealed record Candidate(WrittenForm Form, string Lower, ulong Letters);
}
