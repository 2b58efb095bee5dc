using System.Buffers;
using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Terms;

namespace Stratus.Notes.Meaning.Mentions;

/// <summary>An abbreviation that a note defines.</summary>
/// <param name="Text">The abbreviation.</param>
/// <param name="ServiceId">What it stands for.</param>
internal readonly record struct DefinedAbbreviation(string Text, string ServiceId);

/// <summary>
/// Abbreviations that a note itself defines by writing them after a name in brackets: <c>Client VPN endpoint (CVE)</c>.
/// They hold in that note.
/// </summary>
internal static class DefinedAbbreviations
{
    private const int LongestName = 80;

    /// <summary>The abbreviations that a text defines and the catalog does not know, in order, each once.</summary>
    public static ImmutableArray<DefinedAbbreviation> In(string text, Catalog catalog)
    {
        List<DefinedAbbreviation>? found = null;
        List<TermMatch>? matches = null;
        for (var at = text.IndexOf('('); at >= 0; at = text.IndexOf('(', at + 1))
        {
            var length = text.AsSpan(at + 1).IndexOfAnyExcept(CapitalsAndDigits);
            if (length is < 2 or > 6 || text[at + 1 + length] != ')' || at == 0)
            {
                continue;
            }

            var start = Math.Max(0, at - LongestName);
            var name = text.AsSpan(start, at - start).TrimEnd(" *_\u00A0");
            matches ??= [];
            matches.Clear();
            catalog.Matcher.FindAll(name, matches);
            var abbreviation = text.Substring(at + 1, length);
            if (matches is [.., { Written.Services: [var service] } last] && last.End == name.Length
                && Abbreviates(abbreviation, last.Written.Text) && !IsKnown(abbreviation, service, catalog)
                && found?.Exists(known => known.Text == abbreviation) is not true)
            {
                (found ??= []).Add(new(abbreviation, service.Id));
            }
        }

        return found is null ? [] : [.. found];
    }

    /// <summary>Adds the places where the words use an abbreviation that the note defines.</summary>
    /// <param name="words">The words of a run.</param>
    /// <param name="defined">The abbreviations, one a line: <c>CVE=client-vpn</c>.</param>
    /// <param name="catalog">Knows the services.</param>
    /// <param name="names">The names found so far, in order; an ambiguous form at the same place gives way.</param>
    public static void AddTo(string words, string defined, Catalog catalog, List<TermMatch> names)
    {
        if (defined.Length == 0)
        {
            return;
        }

        foreach (var line in defined.AsSpan().EnumerateLines())
        {
            var equals = line.IndexOf('=');
            if (equals < 0 || catalog.FindService(line[(equals + 1)..].ToString()) is not { } service)
            {
                continue;
            }

            var abbreviation = line[..equals].ToString();
            var form = new WrittenForm(abbreviation, [service], NameForm.Abbreviation, CaseSensitive: true);
            var at = words.IndexOf(abbreviation, StringComparison.Ordinal);
            while (at >= 0)
            {
                Add(names, words, new(at, abbreviation.Length, form, 0, false, true));
                at = words.IndexOf(abbreviation, at + abbreviation.Length, StringComparison.Ordinal);
            }
        }
    }

    private static readonly SearchValues<char> CapitalsAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static void Add(List<TermMatch> names, string words, TermMatch match)
    {
        if (Characters.IsWordAt(words, match.Start - 1) || Characters.IsWordAt(words, match.End))
        {
            return;
        }

        var next = names.FindIndex(name => name.End > match.Start);
        if (next >= 0 && names[next].Start < match.End)
        {
            if (names[next].Start == match.Start && names[next].End == match.End && names[next].Written.Ambiguous)
            {
                names[next] = match;
            }

            return;
        }

        names.Insert(next < 0 ? names.Count : next, match);
    }

    // Every initial of the name, in order, and nothing that is no letter of it: "CDN" after CloudFront is no abbreviation of it.
    private static bool Abbreviates(string abbreviation, string name)
    {
        name = name[Prefix.LengthIn(name)..];
        var initials = name.Where((letter, index) => char.IsAsciiLetterOrDigit(letter)
            && (index == 0 || name[index - 1] is ' ' or '-' || (char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(name[index - 1]))));
        return IsSubsequence(initials, abbreviation) && IsSubsequence(abbreviation, name) && abbreviation[0] == char.ToUpperInvariant(name[0]);
    }

    private static bool IsSubsequence(IEnumerable<char> part, string whole)
    {
        var at = 0;
        foreach (var letter in part)
        {
            at = whole.IndexOf(letter.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKnown(string abbreviation, Service service, Catalog catalog)
    {
        var matches = new List<TermMatch>();
        catalog.Matcher.FindAll(abbreviation, matches);
        return matches is [{ Written: { Ambiguous: false, Services: [var known] } }] && known.Id == service.Id;
    }
}
