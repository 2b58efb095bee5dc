using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Stratus.Notes.Reading.Html;

/// <summary>A tag with its attributes.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Attributes">Names in lower case, values as they are written between their quotes.</param>
internal readonly partial record struct HtmlTag(string Name, ImmutableArray<(string Name, string Value)> Attributes)
{
    /// <summary>Reads a start or end tag.</summary>
    public static HtmlTag Read(ReadOnlySpan<char> tag)
    {
        var name = HtmlTokenizer.TagName(tag);
        var rest = tag[(tag.IndexOf(name, StringComparison.Ordinal) + name.Length)..].TrimEnd("/> \t\r\n").ToString();
        return new(
            name.ToString().ToLowerInvariant(),
            [.. Attribute().Matches(rest).Select(match => (match.Groups["name"].Value.ToLowerInvariant(), match.Groups["value"].Value.Trim('"', '\'')))]);
    }

    /// <summary>The value of an attribute, or null.</summary>
    public string? this[string name] => Attributes.Where(attribute => attribute.Name == name).Select(attribute => attribute.Value).FirstOrDefault();

    [GeneratedRegex("""(?<name>[^\s"'>/=]+)(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'>]+))?""")]
    private static partial Regex Attribute();
}
