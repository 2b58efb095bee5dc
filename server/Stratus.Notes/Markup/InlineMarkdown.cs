using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Stratus.Notes.Reading.Html;

namespace Stratus.Notes.Markup;

/// <summary>
/// Writes the content of an HTML cell as Markdown for a pipe table. What is written has been read back: it says the same.
/// Tags that Markdown has no marks for stay as they are, which Markdown allows.
/// </summary>
public sealed partial class InlineMarkdown
{
    private static readonly SearchValues<char> NoAddress = SearchValues.Create(" \t\r\n<>|\\");
    private static readonly SearchValues<char> NoTitle = SearchValues.Create("\"|\\\r\n");

    private readonly string _html;
    private int _at;

    private InlineMarkdown(string html) => _html = html;

    /// <summary>The cell as Markdown; null with the reason where it cannot be said in a pipe table.</summary>
    /// <param name="html">What stands between the tags of the cell.</param>
    /// <param name="obstacle">Why not; else null.</param>
    public static string? ForPipeCell(string html, out TableObstacle? obstacle)
    {
        var reader = new InlineMarkdown(html);
        var nodes = reader.Read(null, out obstacle);
        if (nodes is null)
        {
            return null;
        }

        var meaning = Meaning(nodes);
        foreach (var (keepsTags, escapesAll) in ((bool, bool)[])[(false, false), (false, true), (true, true)])
        {
            var markdown = new Writer(keepsTags, escapesAll).Write(nodes).Trim();
            if (InlineHtml.OfPipeCell(markdown) is { } back && new InlineMarkdown(back).Read(null, out _) is { } read && Meaning(read) == meaning)
            {
                return markdown;
            }
        }

        obstacle = new(TableObstacleKind.CellReadsDifferently);
        return null;
    }

    /// <summary>A text as it must be written in a cell of a pipe table, to be read as these words.</summary>
    internal static string Escape(string words) => BeginsAddress().Replace(
        new Writer(false, false).Write([new Text(words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal))])
            .Replace("&amp; ", "& ", StringComparison.Ordinal).Replace("&lt; ", "< ", StringComparison.Ordinal).Trim(),
        @"$0\");

    private List<Node>? Read(string? until, out TableObstacle? obstacle)
    {
        obstacle = null;
        var nodes = new List<Node>();
        while (_at < _html.Length)
        {
            var token = HtmlTokenizer.Next(_html, _at, _html.Length);
            var source = _html.Substring(token.Span.Start, token.Span.Length);
            _at = token.Span.End;
            switch (token.Kind)
            {
                case HtmlTokenKind.Text:
                    nodes.Add(new Text(source));
                    break;
                case HtmlTokenKind.Comment when source.StartsWith("<!--", StringComparison.Ordinal) && !source.AsSpan().ContainsAny('\r', '\n', '|'):
                    nodes.Add(new Raw(source));
                    break;
                case HtmlTokenKind.Comment:
                    obstacle = new(TableObstacleKind.CommentInCell);
                    return null;
                case HtmlTokenKind.EndTag:
                    if (HtmlTag.Read(source).Name is var end && end == until)
                    {
                        return nodes;
                    }

                    obstacle = new(TableObstacleKind.EndTagInCell, end);
                    return null;
                default:
                    if (ReadElement(HtmlTag.Read(source), source, out obstacle) is not { } element)
                    {
                        return null;
                    }

                    nodes.Add(element);
                    break;
            }
        }

        if (until is not null)
        {
            obstacle = new(TableObstacleKind.OpenTagInCell, until);
            return null;
        }

        return nodes;
    }

    private Node? ReadElement(HtmlTag tag, string source, out TableObstacle? obstacle)
    {
        obstacle = null;
        // A tag over several lines is one line in a row.
        var line = WhiteSpace().Replace(source, " ").Replace("|", "&#124;", StringComparison.Ordinal);
        if (tag.Name is "br" or "wbr" or "img")
        {
            return new Raw(tag is { Name: "br", Attributes.IsEmpty: true } ? "<br>" : line);
        }

        if (!HtmlElements.IsInline(tag.Name) && !HtmlElements.IsCode(tag.Name))
        {
            obstacle = new(TableObstacleKind.BlockInCell, tag.Name);
            return null;
        }

        if (Read(tag.Name, out obstacle) is not { } content)
        {
            return null;
        }

        // Whether a pipe in a row's code must be escaped, the readers of Markdown do not agree.
        if (HtmlElements.IsCode(tag.Name) && content.Exists(node => node is Text text && WebUtility.HtmlDecode(text.Source).Contains('|', StringComparison.Ordinal)))
        {
            obstacle = new(TableObstacleKind.PipeInCode);
            return null;
        }

        return new Element(tag, line, content);
    }

    /// <summary>What the nodes say, alike for all ways of writing it.</summary>
    private static string Meaning(List<Node> nodes)
    {
        var meaning = new StringBuilder();
        Add(nodes);
        return WhiteSpace().Replace(meaning.ToString(), " ").Trim();

        void Add(List<Node> all)
        {
            foreach (var node in all)
            {
                switch (node)
                {
                    case Text text:
                        meaning.Append(WebUtility.HtmlDecode(text.Source).Replace("<", "\\<", StringComparison.Ordinal));
                        break;
                    case Raw raw:
                        meaning.Append(raw.Source);
                        break;
                    case Element { Tag: { Name: "a", Attributes: [("href", var address)] }, Content: [Text words] } when IsOwnName(address, words.Source):
                        // An address is a link by itself in Markdown.
                        meaning.Append(WebUtility.HtmlDecode(words.Source));
                        break;
                    case Element element:
                        // White space at the edges of emphasis stands outside of it in Markdown.
                        var inner = Meaning(element.Content);
                        var isMark = element.IsPlain && element.Tag.Name is not ("a" or "code");
                        meaning.Append(isMark && BeginsBlank(element.Content) ? " " : "").Append(StartOf(element)).Append(inner)
                            .Append("</").Append(NameOf(element)).Append('>').Append(isMark && EndsBlank(element.Content) ? " " : "");
                        break;
                }
            }
        }
    }

    private static bool BeginsBlank(List<Node> nodes) => nodes is [Text { Source: [' ' or '\t' or '\r' or '\n', ..] }, ..];

    private static bool EndsBlank(List<Node> nodes) => nodes is [.., Text { Source: [.., ' ' or '\t' or '\r' or '\n'] }];

    private static bool IsOwnName(string address, string words) =>
        WebUtility.HtmlDecode(address) is var target && WebUtility.HtmlDecode(words) is var name && (target == name || target == "http://" + name || target == "mailto:" + name);

    private static string NameOf(Element element) => !element.IsPlain ? element.Tag.Name : element.Tag.Name switch { "b" => "strong", "i" => "em", var name => name };

    private static string StartOf(Element element) => $"<{NameOf(element)}" +
        string.Concat(element.Tag.Attributes.Select(attribute => $" {attribute.Name}=\"{WebUtility.HtmlDecode(attribute.Value)}\"")) + ">";

    // What Markdown makes a link of without a mark.
    [GeneratedRegex(@"(https?|ftp)(?=://)|mailto(?=:)|www(?=\.)", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsAddress();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex WhiteSpace();

    private abstract record Node;

    private sealed record Text(string Source) : Node;

    private sealed record Raw(string Source) : Node;

    private sealed record Element(HtmlTag Tag, string Start, List<Node> Content) : Node
    {
        public bool IsPlain => Tag.Attributes.IsEmpty;
    }

    /// <summary>Writes nodes, with marks where it can or with all tags as they are.</summary>
    private sealed class Writer(bool keepsTags, bool escapesAll)
    {
        public string Write(List<Node> nodes, bool isWithinEmphasis = false)
        {
            var markdown = new StringBuilder();
            foreach (var node in nodes)
            {
                var piece = node switch
                {
                    Text text => Escaped(WhiteSpace().Replace(text.Source, " ")),
                    Raw raw => raw.Source,
                    Element element => Write(element, isWithinEmphasis),
                    _ => "",
                };
                markdown.Append(markdown.Length > 0 && markdown[^1] == ' ' ? piece.TrimStart(' ') : piece);
            }

            return markdown.ToString();
        }

        private string Write(Element element, bool isWithinEmphasis)
        {
            if (!keepsTags)
            {
                switch (element.Tag)
                {
                    case { Name: "strong" or "b", Attributes.IsEmpty: true }:
                        return Around(Write(element.Content, true), isWithinEmphasis ? "__" : "**");
                    case { Name: "em" or "i", Attributes.IsEmpty: true }:
                        return Around(Write(element.Content, true), isWithinEmphasis ? "_" : "*");
                    case { Name: "del" or "s", Attributes.IsEmpty: true } when element.Tag.Name == "del":
                        return Around(Write(element.Content, true), "~~");
                    case { Name: "code", Attributes.IsEmpty: true } when Code(element.Content) is { } code:
                        return code;
                    case { Name: "a" } when Link(element, isWithinEmphasis) is { } link:
                        return link;
                }
            }

            return $"{element.Start}{Write(element.Content, isWithinEmphasis)}</{element.Tag.Name}>";
        }

        private static string Around(string words, string marks)
        {
            var core = words.Trim(' ');
            return core.Length == 0 ? words : $"{words[..^words.TrimStart(' ').Length]}{marks}{core}{marks}{words[words.TrimEnd(' ').Length..]}";
        }

        private static string? Code(List<Node> content)
        {
            if (content is not [Text text])
            {
                return null;
            }

            var words = WhiteSpace().Replace(WebUtility.HtmlDecode(text.Source), " ").Trim(' ');
            if (words.Length == 0)
            {
                return null;
            }

            var longest = 0;
            for (int at = 0, run = 0; at < words.Length; at++)
            {
                run = words[at] == '`' ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            var fence = new string('`', longest + 1);
            var space = words[0] == '`' || words[^1] == '`' ? " " : "";
            return fence + space + words + space + fence;
        }

        private string? Link(Element link, bool isWithinEmphasis)
        {
            if (link.Tag["href"] is not { Length: > 0 } address || link.Tag.Attributes.Any(attribute => attribute.Name is not ("href" or "title"))
                || address.AsSpan().ContainsAny(NoAddress))
            {
                return null;
            }

            var target = address.AsSpan().IndexOfAny('(', ')') >= 0 ? $"<{address}>" : address;
            var title = link.Tag["title"];
            if (title is not null && title.AsSpan().ContainsAny(NoTitle))
            {
                return null;
            }

            return $"[{Write(link.Content, isWithinEmphasis).Trim(' ')}]({target}{(title is null ? "" : $" \"{title}\"")})";
        }

        private string Escaped(string text)
        {
            var escaped = new StringBuilder(text.Length);
            for (var at = 0; at < text.Length; at++)
            {
                var (before, unit, after) = (at > 0 ? text[at - 1] : ' ', text[at], at + 1 < text.Length ? text[at + 1] : ' ');
                var mustEscape = unit switch
                {
                    '|' or '`' or '[' => true,
                    '*' => escapesAll || !(before == ' ' && after == ' '),
                    '_' => escapesAll || !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
                    '~' => escapesAll || after == '~' || before == '~',
                    '\\' => escapesAll || char.IsAsciiLetterOrDigit(after) is false && after != ' ',
                    '<' or ']' or '!' => escapesAll,
                    _ => false,
                };
                escaped.Append(mustEscape ? "\\" : "").Append(unit);
            }

            return escaped.ToString();
        }
    }
}
