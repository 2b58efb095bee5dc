using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Stratus.Notes.Reading.Markdown;

namespace Stratus.Notes.Markup;

/// <summary>Writes the inlines of Markdown as HTML, entities and tags as they were written.</summary>
public static class InlineHtml
{
    /// <summary>A cell of a pipe table as the content of an HTML cell; null where it holds what has no place there (a link's definition stands elsewhere, broken markup).</summary>
    /// <param name="cell">What stands between its pipes.</param>
    public static string? OfPipeCell(string cell)
    {
        if (string.IsNullOrWhiteSpace(cell))
        {
            return "";
        }

        // In a table of its own the cell is read as in its table: pipes are escaped, and "- x" begins no list.
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse($"| {cell.Trim()} |\n|---|", MarkdownReader.Pipeline);
        }
        catch (ArgumentException)
        {
            // Too deeply nested for Markdig.
            return null;
        }

        if (document is not [Table { Count: 1 } table] || table[0] is not Markdig.Extensions.Tables.TableRow { Count: 1 } row
            || row[0] is not Markdig.Extensions.Tables.TableCell { Count: 1 } only || only[0] is not ParagraphBlock { Inline: { } inlines })
        {
            return null;
        }

        var html = new StringBuilder();
        return Write(inlines, html) ? html.ToString().Trim() : null;
    }

    private static bool Write(ContainerInline inlines, StringBuilder html)
    {
        foreach (var inline in inlines)
        {
            if (!Write(inline, html))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Write(Inline inline, StringBuilder html)
    {
        switch (inline)
        {
            case LiteralInline literal:
                // Of "\&lt;" the reader of HTML must not make a sign again.
                var words = literal.Content.ToString();
                html.Append(literal.IsFirstCharacterEscaped && words is ['&', ..] ? "&amp;" + Text(words[1..]) : Text(words));
                return true;
            case HtmlEntityInline entity:
                html.Append(entity.Original.AsSpan());
                return true;
            case HtmlInline tag:
                html.Append(tag.Tag);
                return true;
            case CodeInline code:
                html.Append("<code>").Append(Text(code.Content)).Append("</code>");
                return true;
            case LineBreakInline:
                html.Append(' ');
                return true;
            case AutolinkInline link:
                return Element($"<a href=\"{(link.IsEmail ? "mailto:" : "")}{Attribute(link.Url)}\">", "a", html, () =>
                {
                    html.Append(Text(link.Url));
                    return true;
                });
            case EmphasisInline emphasis:
                var name = emphasis.DelimiterChar == '~' ? "del" : emphasis.DelimiterCount == 2 ? "strong" : "em";
                return Element($"<{name}>", name, html, () => Write(emphasis, html));
            case LinkInline { IsImage: true } image:
                var description = new StringBuilder();
                if (!Write(image, description) || description.ToString().Contains('<', StringComparison.Ordinal))
                {
                    return false;
                }

                html.Append($"<img src=\"{Attribute(image.Url)}\" alt=\"{description.Replace("\"", "&quot;")}\"{Title(image)}>");
                return true;
            case LinkInline link:
                return Element($"<a href=\"{Attribute(link.Url)}\"{Title(link)}>", "a", html, () => Write(link, html));
            case ContainerInline container when container.GetType() == typeof(ContainerInline):
                return Write(container, html);
            default:
                return false;
        }
    }

    private static bool Element(string start, string name, StringBuilder html, Func<bool> write)
    {
        html.Append(start);
        var isWritten = write();
        html.Append("</").Append(name).Append('>');
        return isWritten;
    }

    private static string Title(LinkInline link) => string.IsNullOrEmpty(link.Title) ? "" : $" title=\"{Attribute(link.Title)}\"";

    private static string Attribute(string? value) => (value ?? "")
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // An ampersand that begins no entity may stand as it is: "A & B" stays readable.
    private static string Text(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            text.Append(words[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' when at + 1 < words.Length && (words[at + 1] == '#' || char.IsAsciiLetter(words[at + 1])) => "&amp;",
                var unit => unit.ToString(),
            });
        }

        return text.ToString();
    }
}
