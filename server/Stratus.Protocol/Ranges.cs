namespace Stratus.Protocol;

/// <summary>Something that is to be highlighted.</summary>
public sealed record DocumentHighlight(Range Range, DocumentHighlightKind Kind);

/// <summary>The kinds of highlights that are used, by the protocol's numbers.</summary>
public enum DocumentHighlightKind
{
    /// <summary>Neither read nor written.</summary>
    Text = 1,
}

/// <summary>Asks what the selections at these places can grow to.</summary>
public sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, Position[] Positions);

/// <summary>A range, and the next larger one around it; null for the largest.</summary>
public sealed record SelectionRange(Range Range, SelectionRange? Parent = null);

/// <summary>Lines that can be folded; the characters are those from which and up to which they are hidden, for clients that fold within lines.</summary>
public sealed record FoldingRange(int StartLine, int EndLine, int? StartCharacter = null, int? EndCharacter = null);

/// <summary>Something shown in the text that is none of it.</summary>
/// <param name="Position">Where.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Tooltip">What a hover over it says.</param>
/// <param name="PaddingLeft">True for a gap before it.</param>
public sealed record InlayHint(Position Position, string Label, MarkupContent Tooltip, bool PaddingLeft);
