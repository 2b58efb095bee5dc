using System.Text;
using Stratus.Names;

namespace Stratus.Tests.CatalogRoom;

/// <summary>Text with « and » around the names that must be found in it, and nothing else.</summary>
internal static class MarkedText
{
    public static string Unmark(string marked) => marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

    public static string Mark(string text, IEnumerable<TermMatch> matches)
    {
        var marked = new StringBuilder();
        var position = 0;
        foreach (var match in matches)
        {
            marked.Append(text, position, match.Start - position).Append('«').Append(text, match.Start, match.Length).Append('»');
            position = match.End;
        }

        return marked.Append(text, position, text.Length - position).ToString();
    }

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
