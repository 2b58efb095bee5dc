using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>
/// Whether someone who types in running text means a name. Nobody has asked for a list there, so a list must be surely
/// wanted: ordinary words that begin as names do (<c>direct</c>, <c>config</c>, <c>step</c>) are no evidence of one.
/// </summary>
internal sealed class TypedEvidence
{
    private const int FewestLetters = 3;
    private const int FewestOfCoined = 5;

    private readonly Note _note;
    private readonly string _folded;
    private readonly NameSearch _names;
    private readonly bool _isName;
    private readonly Lazy<bool> _capitalSays;

    private TypedEvidence(Note note, TextSpan typed, int from, bool inHeading, NameSearch names)
    {
        _note = note;
        Written = NameMatch.Normalise(note.Source.Slice(typed));
        _folded = Written.ToLowerInvariant();
        _names = names;
        _isName = IsName(Written);
        // More capitals than the first must be the name's own.
        _capitalSays = new(() => !inHeading && char.IsUpper(Written[0]) && !Written.Skip(1).Any(char.IsUpper) && note.SpeaksOfAws
            && !"Amazon".StartsWith(Written, StringComparison.Ordinal) && IsWithinSentence(note.Source, from, typed.Start));
    }

    /// <summary>What is typed, spaces single.</summary>
    public string Written { get; }

    /// <summary>True if what is typed may be on its way to an ordinary word.</summary>
    private bool MayBeOrdinary => Vocabulary.Embedded.OrdinaryWordsLikeNames.AnyBeginsWith(_folded);

    /// <summary>The names that what is typed means, in no order; none where it is no evidence.</summary>
    /// <param name="names">The catalog's names.</param>
    /// <param name="note">The note.</param>
    /// <param name="typed">What may begin a name, up to the cursor.</param>
    /// <param name="from">Where the line or the cell begins.</param>
    /// <param name="inHeading">True in a heading or a diagram, where capitals say nothing.</param>
    public static List<NameMatch> Matches(NameSearch names, Note note, TextSpan typed, int from, bool inHeading)
    {
        var text = note.Source.Slice(typed);
        if (text.EndsWith("  ", StringComparison.Ordinal))
        {
            // Two spaces at the end of a line break it.
            return [];
        }

        if (Prefix.LengthIn(text) > 0)
        {
            return Longer(names, NameMatch.Normalise(text).ToLowerInvariant());
        }

        if (text[^1] is ' ' or '\t' || LettersIn(text) < FewestLetters)
        {
            return [];
        }

        var evidence = new TypedEvidence(note, typed, from, inHeading, names);
        var best = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        foreach (var name in names.BeginningWith(evidence._folded))
        {
            if (evidence.Means(name))
            {
                NameMatch.Keep(best, NameMatch.Beginning(name, evidence._folded.Length));
            }
        }

        return [.. best.Values];
    }

    // In its own case, and no ordinary word.
    private bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var name in _names.BeginningWith(text.ToString().ToLowerInvariant()))
        {
            if (!name.IsOrdinary && text.SequenceEqual(name.Text))
            {
                return true;
            }
        }

        return false;
    }

    // After AWS or Amazon a name is to come: those that are not written in full yet.
    private static List<NameMatch> Longer(NameSearch names, string folded)
    {
        var best = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        foreach (var name in names.BeginningWith(folded))
        {
            if (name.Folded.Length > folded.Length)
            {
                NameMatch.Keep(best, NameMatch.Beginning(name, folded.Length));
            }
        }

        return [.. best.Values];
    }

    // An abbreviation is typed in full or not at all ("API" is on its way to nothing), and in full it needs no list.
    private bool Means(SearchName name) => name.Kind != SearchNameKind.Abbreviation
        && (ShowsOwnCase(name) || (_capitalSays.Value && !IsOrdinaryAlias(name)) || IsCoined(name));

    // "Cached volumes" is a way to say Volume Gateway, and "cached" is a word that more often means something else.
    private static bool IsOrdinaryAlias(SearchName name) => name.Kind == SearchNameKind.Alias && name.IsOrdinary;

    // "EC2", "DynamoD", "Transit G": two capitals or digits, each where the name has it.
    private bool ShowsOwnCase(SearchName name)
    {
        if (!name.Text.StartsWith(Written, StringComparison.Ordinal) || Written.Count(unit => char.IsUpper(unit) || char.IsDigit(unit)) < 2)
        {
            return false;
        }

        if (name.IsOrdinary && !_note.SpeaksOfAws)
        {
            return false;
        }

        if (IsWordEnd(name.Text, Written.Length))
        {
            // "IoT", "API": a word of the name in full, which says something where it is a name itself.
            return _isName;
        }

        // "DevOps Guru": a first word that is no name by itself says nothing before it is there in full.
        if (!Written.Contains(' ', StringComparison.Ordinal) && name.Text.IndexOf(' ') is > 0 and var first && !IsName(name.Text.AsSpan(0, first)))
        {
            return false;
        }

        var wordStart = Written.LastIndexOf(' ') + 1;
        var wordEnd = name.Text.IndexOf(' ', wordStart) is >= 0 and var end ? end : name.Text.Length;
        if (!name.Text.AsSpan(wordStart, wordEnd - wordStart).ContainsAnyInRange('a', 'z'))
        {
            // A word of capitals or a number must be there in full: "DHC" is on its way to DHCP.
            return false;
        }

        var word = Written.AsSpan(wordStart);
        if (word.Length > 1 && !word.ContainsAnyInRange('a', 'z'))
        {
            // "MAC" is an address and on its way to no MACsec.
            return false;
        }

        return word[1..].ContainsAnyInRange('A', 'Z') ? !MayBeOrdinary : _note.SpeaksOfAws;
    }

    // "cloudf", "farga": an invented word, typed beyond what else could be on its way.
    private bool IsCoined(SearchName name)
    {
        if (!name.IsCoined || _folded.Length < FewestOfCoined || name.Text.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        var hump = name.Text.AsSpan(1).IndexOfAnyInRange('A', 'Z') + 1;
        return _folded.Length > hump && !MayBeOrdinary;
    }

    /// <summary>
    /// True if a capital at the offset is not one that every word has there: within a line, after a word in small letters,
    /// a number, a comma or a closing bracket.
    /// </summary>
    private static bool IsWithinSentence(SourceText text, int from, int start)
    {
        var at = start;
        while (at > from && text[at - 1] is ' ' or '\t' or '*' or '_')
        {
            at--;
        }

        if (at == from || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ',' or ')' or '/' or '&' or '+'))
        {
            return false;
        }

        // "Visual Studio Code": a phrase of capitals is somebody's name.
        while (at > from && char.IsLetterOrDigit(text[at - 1]))
        {
            at--;
        }

        return !char.IsUpper(text[at]);
    }

    private static bool IsWordEnd(string name, int at) => at == name.Length || !char.IsLetterOrDigit(name[at]);

    private static int LettersIn(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var unit in text)
        {
            letters += char.IsLetterOrDigit(unit) ? 1 : 0;
        }

        return letters;
    }
}
