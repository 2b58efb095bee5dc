using System.Collections.Frozen;

namespace Stratus.Notes.Reading.Html;

/// <summary>What the reader must know of HTML's elements (HTML Living Standard).</summary>
internal static class HtmlElements
{
    // Phrasing content that does not end a word: <strong>Route</strong> 53 is one name.
    private static readonly FrozenSet<string> Inline = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "mark", "q", "s", "small",
        "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Raw = new[] { "script", "style", "pre", "textarea" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Code = new[] { "code", "kbd", "samp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for elements that a name may run across.</summary>
    public static bool IsInline(ReadOnlySpan<char> name) => Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>True for elements whose content is read up to their end tag as it stands.</summary>
    public static bool IsRaw(ReadOnlySpan<char> name) => Raw.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>True for inline code.</summary>
    public static bool IsCode(ReadOnlySpan<char> name) => Code.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>1 to 6 for a heading, else 0.</summary>
    public static int HeadingLevel(ReadOnlySpan<char> name) => name is ['h' or 'H', >= '1' and <= '6' and var level] ? level - '0' : 0;
}
