using Stratus.Notes.Text;

namespace Stratus.Notes;

/// <summary>A heading of a note.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Span">The whole heading.</param>
/// <param name="Title">Its words, without marks and attributes.</param>
/// <param name="Text">The words without markup.</param>
public sealed record Heading(int Level, TextSpan Span, TextSpan Title, string Text)
{
    internal Heading Shift(int offset) => offset == 0 ? this : this with { Span = Span.Shift(offset), Title = Title.Shift(offset) };
}
