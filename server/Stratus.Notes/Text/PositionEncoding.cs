namespace Stratus.Notes.Text;

/// <summary>What a position's character number counts (LSP 3.17, PositionEncodingKind).</summary>
public enum PositionEncoding
{
    /// <summary>UTF-16 units.</summary>
    Utf16,
    /// <summary>Bytes of UTF-8.</summary>
    Utf8,
    /// <summary>Code points.</summary>
    Utf32,
}

/// <summary>A place in a text by line and character, both from 0.</summary>
/// <param name="Line">The line.</param>
/// <param name="Character">The character, counted in some <see cref="PositionEncoding"/>.</param>
public readonly record struct LinePosition(int Line, int Character);

/// <summary>What lies between two places in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct LinePositionSpan(LinePosition Start, LinePosition End);
