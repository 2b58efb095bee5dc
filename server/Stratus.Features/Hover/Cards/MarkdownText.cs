using System.Text;
using Stratus.Features.Wording;

namespace Stratus.Features.Hover.Cards;

/// <summary>Writes plain text into Markdown so that it reads as it stands: no markup, link, table cell or HTML comes of it.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// The text, escaped for use within a line. Only what would mean something is escaped: editors that show Markdown
    /// nearly as written (Neovim) show the backslashes too.
    /// </summary>
    public static string Escape(string text)
    {
        text = PlainText.Of(text);
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (NeedsEscape(text, at))
            {
                escaped.Append('\\');
            }

            escaped.Append(unit);
        }

        return escaped.ToString();
    }

    private static bool NeedsEscape(string text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '~' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            // VS Code's icons, "$(alert)"; a price is none.
            '$' => after == '(',
            '&' => after == '#' || char.IsAsciiLetter(after),
            '#' or '+' or '-' or '=' => at == 0,
            '.' or ')' => StartsListItem(text, at) || IsWww(text, at),
            // GitHub's autolinks: an address or a mail address becomes a link without any brackets.
            ':' => after == '/',
            '@' => HasDotLater(text, at + 1),
            _ => false,
        };
    }

    private static bool StartsListItem(string text, int at) => at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsWww(string text, int at) =>
        text[at] == '.' && at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    private static bool HasDotLater(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_'))
        {
            at++;
        }

        return at < text.Length && text[at] == '.';
    }
}
