using System.Text;
using Stratus.Names;
using Stratus.Terms;

namespace Stratus.Features.Completion;

/// <summary>How well a service answers to what was typed; the lower, the better.</summary>
internal enum MatchRank
{
    /// <summary>The name or the abbreviation was typed in full.</summary>
    Exact,
    /// <summary>The name begins so.</summary>
    Name,
    /// <summary>The abbreviation begins so.</summary>
    Abbreviation,
    /// <summary>Another accepted form begins so.</summary>
    Alias,
    /// <summary>A word inside the name begins so.</summary>
    WordInside,
    /// <summary>A former name, or a word inside it, begins so.</summary>
    Former,
    /// <summary>The letters stand in the name in this order, most of them where words begin or after each other.</summary>
    Scattered,
}

/// <summary>A service that answers to what was typed.</summary>
/// <param name="Service">The service.</param>
/// <param name="Rank">How well.</param>
/// <param name="Text">The text that begins with what was typed; for scattered letters the text that holds them.</param>
/// <param name="Gaps">For scattered letters how often some of the name is skipped within a word; else 0.</param>
internal readonly record struct NameMatch(Service Service, MatchRank Rank, string Text, int Gaps = 0)
{
    private const int FewestScattered = 3;
    private const int FewestInTwoWords = 5;

    /// <summary>
    /// The services that a name, an abbreviation or a word inside a name answers for, in no order; after AWS or Amazon only
    /// those with that prefix.
    /// </summary>
    public static List<NameMatch> Find(NameSearch names, ReadOnlySpan<char> typed)
    {
        var query = Normalise(typed).ToLowerInvariant();
        // The space belongs to a prefix with nothing after it: "AWS " is on its way to every name that takes it.
        var words = Prefix.IsAllOf(query) ? query : query.AsSpan().TrimEnd();
        var best = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        if (words.IsEmpty)
        {
            return [];
        }

        foreach (var name in names.BeginningWith(words))
        {
            if (name.Folded.Length == words.Length || name.Folded.StartsWith(query, StringComparison.Ordinal))
            {
                Keep(best, Beginning(name, words.Length));
            }
        }

        if (Prefix.LengthInTyped(query) == 0)
        {
            foreach (var (name, at) in names.InnerWordsBeginningWith(query))
            {
                Keep(best, new(name.Service, name.Kind == SearchNameKind.Former ? MatchRank.Former : MatchRank.WordInside, name.Text[at..]));
            }
        }

        // "private l", "cloud f": a name of one word, written as two.
        if (best.Count == 0 && words.Contains(' ') && words.Length > FewestInTwoWords)
        {
            foreach (var name in names.BeginningWith(words.ToString().Replace(" ", "", StringComparison.Ordinal)))
            {
                Keep(best, new(name.Service, MatchRank.Alias, name.Text));
            }
        }

        return [.. best.Values];
    }

    /// <summary>Services whose names hold the letters scattered, the way editors look for names, without those that are found already.</summary>
    public static IEnumerable<NameMatch> FindScattered(NameSearch names, ReadOnlySpan<char> typed, IReadOnlyCollection<NameMatch> found)
    {
        var query = Normalise(typed).ToLowerInvariant();
        if (query.Length < FewestScattered || query.Contains(' ', StringComparison.Ordinal))
        {
            return [];
        }

        var best = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        var known = found.Select(match => match.Service.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Names)
        {
            if (name.Kind is SearchNameKind.Name or SearchNameKind.Alias && !known.Contains(name.Service.Id)
                && ScatteredLetters.Gaps(name, query) is { } gaps)
            {
                Keep(best, new(name.Service, MatchRank.Scattered, name.Text, gaps));
            }
        }

        return best.Values;
    }

    /// <summary>The match of a name that begins as typed.</summary>
    /// <param name="name">The name.</param>
    /// <param name="length">How much of it is typed.</param>
    public static NameMatch Beginning(SearchName name, int length)
    {
        var rank = name.Kind switch
        {
            SearchNameKind.Former => MatchRank.Former,
            _ when name.Folded.Length == length => MatchRank.Exact,
            SearchNameKind.Name => MatchRank.Name,
            SearchNameKind.Abbreviation => MatchRank.Abbreviation,
            _ => MatchRank.Alias,
        };
        return new(name.Service, rank, name.Text);
    }

    /// <summary>One match a service: the best, and of those the one with the shortest text.</summary>
    public static void Keep(Dictionary<string, NameMatch> best, NameMatch match)
    {
        if (!best.TryGetValue(match.Service.Id, out var kept)
            || (match.Rank, match.Gaps, match.Text.Length).CompareTo((kept.Rank, kept.Gaps, kept.Text.Length)) < 0)
        {
            best[match.Service.Id] = match;
        }
    }

    /// <summary>What is typed with single spaces, none at its start.</summary>
    public static string Normalise(ReadOnlySpan<char> typed)
    {
        var query = new StringBuilder(typed.Length);
        foreach (var unit in typed)
        {
            if (unit is not (' ' or '\t'))
            {
                query.Append(unit);
            }
            else if (query.Length > 0 && query[^1] != ' ')
            {
                query.Append(' ');
            }
        }

        return query.ToString();
    }
}
