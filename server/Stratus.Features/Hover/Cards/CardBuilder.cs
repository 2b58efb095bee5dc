using System.Buffers;
using System.Text;
using Stratus.Features.Wording;

namespace Stratus.Features.Hover.Cards;

/// <summary>
/// Puts a card together, as Markdown and as plain text at once, so that the two never say different things.
/// All text is plain and is escaped here.
/// </summary>
internal sealed class CardBuilder
{
    private static readonly SearchValues<char> EndsLink = SearchValues.Create(" <>\\\r\n\t");

    private readonly StringBuilder _markdown = new();
    private readonly StringBuilder _plain = new();
    private bool _inList;

    /// <summary>The name that the card is about, and what stands after it.</summary>
    public CardBuilder Title(string name, string rest = "")
    {
        Begin(isListItem: false);
        _markdown.Append("**").Append(MarkdownText.Escape(name)).Append("**").Append(MarkdownText.Escape(rest));
        _plain.Append(PlainText.Of(name)).Append(PlainText.Of(rest));
        return this;
    }

    /// <summary>A line of its own.</summary>
    public CardBuilder Line(string text)
    {
        Begin(isListItem: false);
        _markdown.Append(MarkdownText.Escape(text));
        _plain.Append(PlainText.Of(text));
        return this;
    }

    /// <summary>A line that must be seen.</summary>
    public CardBuilder Notice(string text) => Title(text);

    /// <summary>A labelled fact; facts that follow each other make a list.</summary>
    public CardBuilder Fact(string label, params ReadOnlySpan<CardText> texts)
    {
        Begin(isListItem: true);
        _markdown.Append("- **").Append(MarkdownText.Escape(label)).Append(":** ");
        _plain.Append(PlainText.Of(label)).Append(": ");
        foreach (var (text, link) in texts)
        {
            Append(text, link);
            _plain.Append(PlainText.Of(text));
        }

        return this;
    }

    /// <summary>The last line: where to read on, and how old the data is.</summary>
    /// <param name="url">An https address, or null.</param>
    /// <param name="asOf">The date of the data.</param>
    public CardBuilder Footer(string? url, DateOnly asOf)
    {
        var date = $"Stratus data of {asOf:yyyy-MM-dd}";
        Begin(isListItem: false);
        if (url is not null && IsLinkable(url))
        {
            // Where the address is shown as well (Neovim), it is long: it comes last.
            _markdown.Append(date).Append(" · ");
            Append("Documentation", url);
            _plain.Append(date).Append('\n').Append("Documentation: ").Append(url);
        }
        else
        {
            _markdown.Append(date);
            _plain.Append(date);
        }

        return this;
    }

    /// <summary>The card.</summary>
    public Card Build() => new(_markdown.ToString(), _plain.ToString());

    private void Begin(bool isListItem)
    {
        if (_markdown.Length > 0)
        {
            _markdown.Append(isListItem && _inList ? "\n" : "\n\n");
            _plain.Append('\n');
        }

        _inList = isListItem;
    }

    private void Append(string text, string? link)
    {
        if (link is not null && IsLinkable(link))
        {
            // Brackets would end the link early.
            var target = link.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
            _markdown.Append('[').Append(MarkdownText.Escape(text)).Append("](").Append(target).Append(')');
        }
        else
        {
            _markdown.Append(MarkdownText.Escape(text));
        }
    }

    // Documentation and notes, and nothing that runs something. An address with a space or an angle bracket would end the link early.
    private static bool IsLinkable(string url) =>
        (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("file:///", StringComparison.Ordinal)) && !url.AsSpan().ContainsAny(EndsLink);
}
