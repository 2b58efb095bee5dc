using System.Collections.Immutable;

namespace Stratus.Names;

/// <summary>A name that a word may have been meant to be.</summary>
/// <param name="Form">The name.</param>
/// <param name="Distance">How many edits away it is.</param>
public readonly record struct SpellingGuess(WrittenForm Form, int Distance);

/// <summary>A name of several words that some words of a text may have been meant to be, all but one of them right.</summary>
/// <param name="Form">The name's form.</param>
/// <param name="Name">The name, without AWS or Amazon.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units it covers there.</param>
/// <param name="Right">How the wrong word is written in the name.</param>
/// <param name="Distance">How many edits away the wrong word is.</param>
public readonly record struct PhraseGuess(WrittenForm Form, string Name, int Start, int Length, string Right, int Distance);

/// <summary>Guesses which name a word was meant to be: an invented one (<c>CloudFront</c>, <c>DynamoDB</c>), or one of several words of which one is off (<c>API Gatway</c>). Quiet rather than wrong. Immutable.</summary>
public sealed class SpellingGuesser
{
    private const int ShortestWord = 7;
    private const int LongestShortWord = 9;
    private const int ShortestPart = 4;
    private const int LongestShortPart = 7;

    /// <summary>Beyond this length no name is looked for: coined names are short, and what is made of a word lives on the stack.</summary>
    private const int LongestWord = 40;

    /// <summary>Endings that make another form of an accepted word, and what its own ending may have been.</summary>
    private static readonly (string Ending, string Base)[] Inflections =
    [
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"),
        ("ers", ""), ("ers", "e"), ("or", ""), ("or", "e"), ("ors", ""), ("ors", "e"), ("ly", ""), ("like", ""), ("ish", ""),
    ];

    /// <summary>Endings of words in names, and what the word without them ends with.</summary>
    private static readonly (string Ending, string Base)[] NameEndings =
    [
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"),
        ("or", ""), ("or", "e"), ("ion", ""), ("ion", "e"), ("y", ""),
    ];

    private const int ShortestStem = 3;

    private readonly Candidate[] _candidates;

    /// <summary>By the length of a word the candidates that it may be near to; filled when a word of that length is asked for.</summary>
    private readonly Candidate[]?[] _candidatesByLength = new Candidate[LongestWord + 1][];

    /// <summary>Made when a word first comes near a name: most notes have none.</summary>
    private readonly Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> _accepted;

    /// <summary>The names of several words, each without one of them, by the word beside that one.</summary>
    private readonly Lazy<Dictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>>> _phrases;

    /// <summary>The words that these names are without, by their first letter and length (<see cref="PartsIndex"/>).</summary>
    private readonly Lazy<Part[][]> _parts;

    /// <summary>Guesses among the coined forms.</summary>
    /// <param name="forms">All written forms: the right ones, and every word of them, are accepted as they are.</param>
    /// <param name="falseFriends">Words that are accepted too, in any case.</param>
    public SpellingGuesser(ImmutableArray<WrittenForm> forms, ImmutableArray<string> falseFriends)
    {
        _candidates =
        [
            .. forms.Where(form => form.Coined && form.Text.Length <= LongestWord && form.Text.All(char.IsAsciiLetterOrDigit))
                .Select(form => new Candidate(form, form.Text.ToLowerInvariant(), WordShape.Of(form.Text))),
        ];
        _accepted = new Lazy<HashSet<string>.AlternateLookup<ReadOnlySpan<char>>>(() => AcceptedWords(forms, falseFriends));
        _phrases = new Lazy<Dictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>>>(() => Phrases(forms));
        _parts = new Lazy<Part[][]>(() => Parts(forms));
    }

    /// <summary>
    /// The coined forms that the word may misspell, nearest first, one a service: for words of 7 letters or more, by edit distance
    /// with swapped neighbours counted once and case ignored (1 up to 9 letters, 2 from 10), never for an accepted form, its plural
    /// or inflection, or a false friend. Empty where there is none.
    /// </summary>
    public ImmutableArray<SpellingGuess> Guess(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWord or > LongestWord || !IsPlain(word)) return [];

        var limit = MostEdits(word.Length);
        var shape = WordShape.Of(word);
        Span<char> lower = stackalloc char[word.Length];
        List<SpellingGuess>? near = null;
        foreach (var candidate in _candidatesByLength[word.Length] ??= OfLengthNear(word.Length))
        {
            if (!shape.MayBeWithin(limit, candidate.Shape)) continue;

            word.ToLowerInvariant(lower);
            var distance = EditDistance.Between(lower, candidate.Lower, most: limit);
            if (distance <= limit) (near ??= []).Add(new(candidate.Form, distance));
        }

        return near is null || IsAccepted(lower)
            ? []
            :
            [
                .. near.OrderBy(guess => guess.Distance)
                    .ThenBy(guess => guess.Form.Text, StringComparer.Ordinal)
                    .DistinctBy(guess => guess.Form.Services[0].Id),
            ];
    }

    /// <summary>
    /// The names of several words that the text has at a place but for one word, nearest first, one a service: that word has 4 letters
    /// or more, begins as it should and is little off (1 up to 7 letters, 2 from 8), and is no word of any name; the others are exact.
    /// </summary>
    /// <param name="text">The text around.</param>
    /// <param name="start">Where the word that is off begins, in UTF-16 units.</param>
    /// <param name="length">How many UTF-16 units it has.</param>
    /// <param name="inServiceCell">True where names are expected: case does not matter then, and words that are ambiguous elsewhere count.</param>
    public ImmutableArray<PhraseGuess> GuessPhrase(ReadOnlySpan<char> text, int start, int length, bool inServiceCell)
    {
        var word = text.Slice(start, length);
        if (length is < ShortestPart or > LongestWord || !IsPlain(word) || !MayBePart(word)) return [];

        List<PhraseGuess>? near = null;
        if (start > 0 && text[start - 1] == ' ')
        {
            var at = start - 1;
            while (at > 0 && IsPhraseUnit(text[at - 1])) at--;
            Collect(text, text[at..start], start, length, inServiceCell, ref near);
        }

        if (start + length < text.Length && text[start + length] == ' ')
        {
            var at = start + length + 1;
            while (at < text.Length && IsPhraseUnit(text[at])) at++;
            Collect(text, text[(start + length)..at], start, length, inServiceCell, ref near);
        }

        if (near is null) return [];

        Span<char> lower = stackalloc char[length];
        word.ToLowerInvariant(lower);
        if (IsAccepted(lower)) return [];

        // The longest name is meant: the whole of "Elastic Load Balncer".
        var longest = near.Max(guess => guess.Length);
        return
        [
            .. near.Where(guess => guess.Length == longest)
                .OrderBy(guess => guess.Distance)
                .ThenBy(guess => guess.Form.Text, StringComparer.Ordinal)
                .DistinctBy(guess => guess.Form.Services[0].Id),
        ];
    }

    /// <summary>Adds the names that hold the word beside another, which is given with the space between.</summary>
    private void Collect(
        ReadOnlySpan<char> text, ReadOnlySpan<char> beside, int start, int length, bool inServiceCell, ref List<PhraseGuess>? near)
    {
        if (beside.Length is < 2 or > LongestWord) return;

        Span<char> key = stackalloc char[beside.Length];
        beside.ToLowerInvariant(key);
        if (!_phrases.Value.TryGetValue(key, out var phrases)) return;

        var comparison = inServiceCell ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var word = text.Slice(start, length);
        Span<char> lower = stackalloc char[length];
        word.ToLowerInvariant(lower);
        foreach (var phrase in phrases)
        {
            var limit = MostEditsInPart(Math.Min(length, phrase.Lower.Length));
            if (phrase.Lower[0] != lower[0] || Math.Abs(phrase.Lower.Length - length) > limit || (phrase.Form.Ambiguous && !inServiceCell)
                || !(inServiceCell || word[0] == phrase.Right[0])
                || !text[..start].EndsWith(phrase.Before, comparison) || !text[(start + length)..].StartsWith(phrase.After, comparison))
            {
                continue;
            }

            var (from, to) = (start - phrase.Before.Length, start + length + phrase.After.Length);
            if ((from > 0 && IsPhraseUnit(text[from - 1])) || (to < text.Length && IsPhraseUnit(text[to]))) continue;

            var distance = EditDistance.Between(lower, phrase.Lower, most: limit);
            if (distance > 0 && distance <= limit)
            {
                var name = phrase.Before + phrase.Right + phrase.After;
                (near ??= []).Add(new(phrase.Form, name, from, to - from, phrase.Right, distance));
            }
        }
    }

    private static int MostEdits(int length) => length <= LongestShortWord ? 1 : 2;

    private static int MostEditsInPart(int length) => length <= LongestShortPart ? 1 : 2;

    private Candidate[] OfLengthNear(int length) =>
        [.. _candidates.Where(candidate => Math.Abs(candidate.Lower.Length - length) <= MostEdits(length))];

    private static Dictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> Phrases(ImmutableArray<WrittenForm> forms)
    {
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        foreach (var (form, words) in NamesOfSeveralWords(forms))
        {
            for (var index = 0; index < words.Length; index++)
            {
                if (!IsPart(words[index])) continue;

                var before = string.Concat(words[..index].Select(word => word + " "));
                var after = string.Concat(words[(index + 1)..].Select(word => " " + word));
                var beside = (index > 0 ? words[index - 1] + " " : " " + words[index + 1]).ToLowerInvariant();
                if (!phrases.TryGetValue(beside, out var list)) phrases.Add(beside, list = []);
                list.Add(new Phrase(form, before, words[index], words[index].ToLowerInvariant(), after));
            }
        }

        return phrases
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static Part[][] Parts(ImmutableArray<WrittenForm> forms)
    {
        var parts = new Part[32 * (LongestWord + 1)][];
        Array.Fill(parts, []);
        var words = NamesOfSeveralWords(forms).SelectMany(name => name.Words).Where(IsPart).Select(word => word.ToLowerInvariant()).Distinct();
        foreach (var group in words.GroupBy(word => PartsIndex(word[0], word.Length)))
        {
            parts[group.Key] = [.. group.Select(word => new Part(word, WordShape.Of(word)))];
        }

        return parts;
    }

    private static int PartsIndex(char first, int length) => (first & 31) * (LongestWord + 1) + length;

    private static IEnumerable<(WrittenForm Form, string[] Words)> NamesOfSeveralWords(ImmutableArray<WrittenForm> forms)
    {
        foreach (var form in forms)
        {
            var name = form.Text.AsSpan(Prefix.LengthIn(form.Text));
            if (form is { Correction: null, Generic: false, Services.Length: 1, Form: not (NameForm.Former or NameForm.Spacing) } && name.Contains(' '))
            {
                yield return (form, name.ToString().Split(' '));
            }
        }
    }

    private static bool IsPart(string word) => word.Length is >= ShortestPart and <= LongestWord && IsPlain(word);

    /// <summary>True for a word that is no word of a name of several words, and may be near one: few are.</summary>
    private bool MayBePart(ReadOnlySpan<char> word)
    {
        var parts = _parts.Value;
        var limit = MostEditsInPart(word.Length);
        var shape = WordShape.Of(word);
        var mayBe = false;
        for (var length = word.Length - limit; length <= Math.Min(word.Length + limit, LongestWord); length++)
        {
            foreach (var part in parts[PartsIndex(word[0], length)])
            {
                if (part.Shape == shape && word.Equals(part.Lower, StringComparison.OrdinalIgnoreCase)) return false;

                mayBe |= shape.MayBeWithin(limit, part.Shape);
            }
        }

        return mayBe;
    }

    private static bool IsPhraseUnit(char c) => Characters.IsWord(c) || c == '-';

    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterOrDigit(letter)) return false;
        }

        return true;
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AcceptedWords(
        ImmutableArray<WrittenForm> forms, ImmutableArray<string> falseFriends)
    {
        var accepted = new HashSet<string>(falseFriends, StringComparer.OrdinalIgnoreCase);
        foreach (var form in forms)
        {
            if (form.Correction is null) accepted.UnionWith(form.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        // What is a plural or an inflection in a name ("DynamoDB Streams", "Shared Responsibility Model") is right without it too.
        foreach (var word in accepted.ToList())
        {
            foreach (var (ending, rootEnding) in NameEndings)
            {
                if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && word.Length - ending.Length >= ShortestStem)
                {
                    accepted.Add(word[..^ending.Length] + rootEnding);
                }
            }
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

    /// <summary>A name of several words without one of them.</summary>
    private sealed record Phrase(WrittenForm Form, string Before, string Right, string Lower, string After);

    /// <summary>A word of such a name.</summary>
    private readonly record struct Part(string Lower, WordShape Shape);

    private sealed record Candidate(WrittenForm Form, string Lower, WordShape Shape);
}
