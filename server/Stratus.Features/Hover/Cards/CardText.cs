namespace Stratus.Features.Hover.Cards;

/// <summary>A stretch of a line of a card.</summary>
/// <param name="Text">What it says: plain text, escaped by the card.</param>
/// <param name="Link">Where it leads, or null; an address that is not fit for a link is left out.</param>
internal readonly record struct CardText(string Text, string? Link = null)
{
    /// <summary>Text that leads nowhere.</summary>
    public static implicit operator CardText(string text) => new(text);

    /// <summary>A line of a note, counted from 0: a link where the note is a file.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="address">The address (URI) of the note, or null.</param>
    /// <param name="line">The line, from 0.</param>
    public static CardText Line(string text, string? address, int line) => new(
        text,
        address is not null && address.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? $"{address}#L{line + 1}" : null);
}
