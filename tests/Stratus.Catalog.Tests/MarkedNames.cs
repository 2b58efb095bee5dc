using Stratus.Names;
using Stratus.Tests.Shared;

namespace Stratus.Tests.CatalogRoom;

/// <summary>Text with « and » around the names that must be found in it, and nothing else.</summary>
internal static class MarkedNames
{
    public static string Unmark(string marked) => MarkedText.Parse(marked).Text;

    public static string Mark(string text, IEnumerable<TermMatch> matches) =>
        MarkedText.Mark(text, matches.Select(match => (match.Start, match.End)));

    public static List<TermMatch> Find(string text) => Find(Catalog.Embedded.Matcher, text);

    public static List<TermMatch> Find(TermMatcher matcher, string text)
    {
        var matches = new List<TermMatch>();
        matcher.FindAll(text, matches);
        return matches;
    }

    /// <summary>What is found is what is marked: no more, no less.</summary>
    public static List<TermMatch> AssertFound(string marked)
    {
        var text = Unmark(marked);
        var matches = Find(text);
        Assert.Equal(marked, Mark(text, matches));
        return matches;
    }
}
