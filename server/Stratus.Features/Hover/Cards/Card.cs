namespace Stratus.Features.Hover.Cards;

/// <summary>What a hover, a completion item or <c>stratus explain</c> shows of a term.</summary>
/// <param name="Markdown">The card as Markdown without raw HTML; text from notes is escaped.</param>
/// <param name="PlainText">The same card for a client that shows no Markdown, and for a terminal.</param>
public sealed record Card(string Markdown, string PlainText);
