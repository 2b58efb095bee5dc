using Stratus.Notes.Text;

namespace Stratus.Notes.Reading.Html;

/// <summary>What a stretch of HTML is.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Characters between tags.</summary>
    Text,
    /// <summary>A start tag.</summary>
    StartTag,
    /// <summary>An end tag.</summary>
    EndTag,
    /// <summary>A comment, declaration or processing instruction.</summary>
    Comment,
}

/// <summary>A stretch of HTML.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where.</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, TextSpan Span);

/// <summary>
/// Cuts HTML into tags, comments and text, in one pass without look-back, whatever the input. Only what study notes
/// need: no tree, no entities; a <c>&lt;</c> that begins no tag is text.
/// </summary>
internal static class HtmlTokenizer
{
    /// <summary>The token at <paramref name="at"/>; it ends at <paramref name="end"/> at the latest and holds at least one character.</summary>
    public static HtmlToken Next(string text, int at, int end)
    {
        if (text[at] == '<' && Markup(text, at, end) is { } markup)
        {
            return markup;
        }

        var next = at + 1;
        while (next < end)
        {
            var found = text.AsSpan(next, end - next).IndexOf('<');
            if (found < 0)
            {
                next = end;
                break;
            }

            next += found;
            if (BeginsMarkup(text.AsSpan(next, end - next)))
            {
                break;
            }

            next++;
        }

        return new(HtmlTokenKind.Text, TextSpan.FromBounds(at, next));
    }

    /// <summary>The name in a tag: <c>td</c> of <c>&lt;td class="x"&gt;</c> and of <c>&lt;/td&gt;</c>.</summary>
    public static ReadOnlySpan<char> TagName(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("</");
        var end = name.IndexOfAnyExcept(NameCharacters);
        return end < 0 ? name : name[..end];
    }

    /// <summary>The number in an attribute (<c>rowspan="2"</c>), or 1 where it is missing or none.</summary>
    public static int NumberAttribute(ReadOnlySpan<char> tag, ReadOnlySpan<char> attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 1;
        }

        var value = tag[(at + attribute.Length)..].TrimStart(" =\"'");
        var end = value.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? value : value[..end], out var number) ? Math.Clamp(number, 1, 100) : 1;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static bool BeginsMarkup(ReadOnlySpan<char> text) =>
        text is ['<', '!' or '?', ..] || (text is ['<', var first, ..] && char.IsAsciiLetter(first))
        || (text is ['<', '/', var letter, ..] && char.IsAsciiLetter(letter));

    private static HtmlToken? Markup(string text, int at, int end)
    {
        var rest = text.AsSpan(at, end - at);
        if (!BeginsMarkup(rest))
        {
            return null;
        }

        if (rest[1] is '!' or '?')
        {
            var terminator = rest.StartsWith("<!--") ? "-->" : ">";
            var closed = rest.IndexOf(terminator);
            return new(HtmlTokenKind.Comment, new(at, closed < 0 ? rest.Length : closed + terminator.Length));
        }

        var quote = '\0';
        for (var index = 1; index < rest.Length; index++)
        {
            var character = rest[index];
            if (quote != 0 && !BeginsMarkup(rest[index..]))
            {
                // A tag within quotes means that nobody closed them; to go on would make the cost quadratic.
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'' && rest[index - 1] is '=' or ' ')
            {
                quote = character;
            }
            else if (character == '>')
            {
                return new(rest[1] == '/' ? HtmlTokenKind.EndTag : HtmlTokenKind.StartTag, new(at, index + 1));
            }
            else if (character == '<')
            {
                break;
            }
        }

        // A tag that is still being typed ends with its line.
        var line = rest.IndexOfAny('\n', '\r');
        var open = rest[1..].IndexOf('<');
        var length = rest.Length;
        length = line >= 0 ? Math.Min(length, line) : length;
        length = open >= 0 ? Math.Min(length, open + 1) : length;
        return new(rest[1] == '/' ? HtmlTokenKind.EndTag : HtmlTokenKind.StartTag, new(at, length));
    }
}
