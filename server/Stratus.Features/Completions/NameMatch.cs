using System.Text;

namespace Stratus.Features.Completions;

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
}

/// <summary>A service that answers to what was typed.</summary>
/// <param name="Service">The service.</param>
/// <param name="Rank">How well.</param>
/// <param name="Text">The text that begins with what was typed.</param>
internal readonly record struct NameMatch(Service Service, MatchRank Rank, string Text)
{
    /// <summary>The services that answer to what was typed, in no order; after AWS or Amazon only those with that prefix.</summary>
    public static IReadOnlyCollection<NameMatch> Find(Catalog catalog, ReadOnlySpan<char> typed)
    {
        var query = Normalise(typed);
        var best = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        if (query.Trim().Length == 0)
        {
            return best.Values;
        }

        if (HasPrefix(query))
        {
            foreach (var service in catalog.Services)
            {
                Offer(best, service, service.DisplayName, query, MatchRank.Name);
                Offer(best, service, service.FullName, query, MatchRank.Alias);
            }
        }
        else
        {
            foreach (var service in catalog.Services)
            {
                Offer(best, service, service.Name, query, MatchRank.Name);
                if (service.Abbreviation is { } abbreviation)
                {
                    Offer(best, service, abbreviation, query, MatchRank.Abbreviation);
                }
            }
        }

        foreach (var form in catalog.Matcher.Forms)
        {
            MatchRank? rank = form.Form switch
            {
                NameForm.Canonical or NameForm.Alias => MatchRank.Alias,
                NameForm.Abbreviation => MatchRank.Abbreviation,
                NameForm.Former => MatchRank.Former,
                _ => null,
            };
            if (rank is { } known && form.HasPrefix == HasPrefix(query))
            {
                foreach (var service in form.Services)
                {
                    Offer(best, service, form.Text, query, known);
                }
            }
        }

        return best.Values;
    }

    private static void Offer(Dictionary<string, NameMatch> best, Service service, string text, string query, MatchRank rank)
    {
        if (text.StartsWith(query, StringComparison.OrdinalIgnoreCase) || text.AsSpan().Equals(query.AsSpan().TrimEnd(), StringComparison.OrdinalIgnoreCase))
        {
            var isExact = rank != MatchRank.Former && text.Length == query.AsSpan().TrimEnd().Length;
            Keep(best, new(service, isExact ? MatchRank.Exact : rank, text));
        }
        else if (rank is MatchRank.Name or MatchRank.Former && WordInside(text, query) is > 0 and var at)
        {
            Keep(best, new(service, rank == MatchRank.Name ? MatchRank.WordInside : rank, text[at..]));
        }
    }

    private static void Keep(Dictionary<string, NameMatch> best, NameMatch match)
    {
        if (!best.TryGetValue(match.Service.Id, out var kept) || match.Rank < kept.Rank)
        {
            best[match.Service.Id] = match;
        }
    }

    /// <summary>Where a word inside the text begins with the query, or -1: at a space, a hyphen, or a hump (<c>CloudFront</c>).</summary>
    private static int WordInside(string text, string query)
    {
        for (var at = 1; at + query.Length <= text.Length; at++)
        {
            var begins = !char.IsLetterOrDigit(text[at - 1]) || (char.IsUpper(text[at]) && char.IsLower(text[at - 1]));
            if (begins && string.Compare(text, at, query, 0, query.Length, StringComparison.OrdinalIgnoreCase) == 0 && !IsFunctionWord(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    // "MACsec on Direct Connect" is no answer to "depends on d".
    private static bool IsFunctionWord(string text, int at)
    {
        var end = text.IndexOf(' ', at);
        return (end < 0 ? text.AsSpan(at) : text.AsSpan(at, end - at)) is "a" or "an" or "and" or "at" or "by" or "for" or "in" or "of" or "on" or "or" or "the" or "to" or "with";
    }

    private static bool HasPrefix(string query) =>
        query.StartsWith("aws ", StringComparison.OrdinalIgnoreCase) || query.StartsWith("amazon ", StringComparison.OrdinalIgnoreCase);

    private static string Normalise(ReadOnlySpan<char> typed)
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
