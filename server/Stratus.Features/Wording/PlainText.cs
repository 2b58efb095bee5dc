using System.Buffers;

namespace Stratus.Features.Wording;

/// <summary>Text from a note or a glossary, fit to stand within a line: of a card, of a message, of a menu.</summary>
internal static class PlainText
{
    // What turns the direction of the text around it, so that a card would read other than it is.
    private static readonly SearchValues<char> Unfit = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Concat(Enumerable.Range(0x80, 0x20)).Select(unit => (char)unit), '\u061C', '\u200E', '\u200F', '\u2028', '\u2029', .. "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    /// <summary>The same, cut with “…” where it is longer than so many UTF-16 units.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length > most)
        {
            var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
            text = text[..end] + "…";
        }

        return Of(text);
    }

    /// <summary>The text with a space in the place of each line end, control character and mark of direction.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Unfit) < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, static (line, text) =>
        {
            for (var at = 0; at < line.Length; at++)
            {
                line[at] = Unfit.Contains(text[at]) ? ' ' : text[at];
            }
        });
    }
}
