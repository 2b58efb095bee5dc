using System.Buffers;
using System.Text;

namespace Stratus.Features.Cards;

/// <summary>
/// Puts a card together, as Markdown and as plain text at once, so that the two never say different things.
/// All text is plain and is escaped here.
/// </summary>
internal sealed class CardBuilder
{
    private static readonly SearchValues<char> EndsLink = SearchValues.Create(" ()<>\\\r\n\t");

    private readonly StringBuilder _markdown = new();
    private readonly StringBuilder _plain = new();
    private bool _inList;

    /// <summary>The name that the card is about, and what stands behind it.</summary>
    public CardBuilder Title(string name, string rest = "")
    {
        Begin(isListItem: false);
        _markdown.Append("**").Append(MarkdownText.Escape(name)).Append("**").Append(MarkdownText.Escape(rest));
        _plain.Append(name).Append(rest);
        return this;
    }

    /// <summary>A line of its own.</summary>
    public CardBuilder Line(string text)
    {
        Begin(isListItem: false);
        _markdown.Append(MarkdownText.Escape(text));
        _plain.Append(text);
        return this;
    }

    /// <summary>A line that must be seen.</summary>
    public CardBuilder Notice(string text) => Title(text);

    /// <summary>A labelled fact; facts that follow each other make a list.</summary>
    public CardBuilder Fact(string label, string text)
    {
        Begin(isListItem: true);
        _markdown.Append("- **").Append(MarkdownText.Escape(label)).Append(":** ").Append(MarkdownText.Escape(text));
        _plain.Append(label).Append(": ").Append(text);
        return this;
    }

    /// <summary>The last line: where to read on, and how old the data is.</summary>
    /// <param name="url">An https address, or null.</param>
    /// <param name="asOf">The date of the data.</param>
    public CardBuilder Footer(string? url, DateOnly asOf)
    {
        var date = $"Stratus data of {asOf:yyyy-MM-dd}";
        Begin(isListItem: false);
        if (IsLinkable(url))
        {
            _markdown.Append("[Documentation](").Append(url).Append(") · ").Append(date);
            _plain.Append("Documentation: ").Append(url).Append('\n').Append(date);
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

    // An address with a bracket or a space would end the link early; the user's own glossary may hold one.
    private static bool IsLinkable(string? url) =>
        url is not null && url.StartsWith("https://", StringComparison.Ordinal) && !url.AsSpan().ContainsAny(EndsLink);
}
