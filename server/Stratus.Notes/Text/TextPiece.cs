using System.Text;
using Stratus.Notes.Sequences;

namespace Stratus.Notes.Text;

/// <summary>How long a stretch of text is, in all that positions are counted in.</summary>
/// <param name="Units">UTF-16 units.</param>
/// <param name="LineEnds">How many line ends it holds.</param>
/// <param name="Utf8">Its length in UTF-8 bytes; half of a surrogate pair alone counts 3, as U+FFFD.</param>
/// <param name="Scalars">Its length in Unicode code points.</param>
internal readonly record struct TextMeasure(int Units, int LineEnds, int Utf8, int Scalars) : IMeasure<TextMeasure>
{
    public static TextMeasure operator +(TextMeasure left, TextMeasure right) => new(
        left.Units + right.Units,
        left.LineEnds + right.LineEnds,
        left.Utf8 + right.Utf8,
        left.Scalars + right.Scalars);

    /// <summary>That of characters; they neither begin nor end within a line end or a surrogate pair.</summary>
    public static TextMeasure Of(ReadOnlySpan<char> text) =>
        new(text.Length, CountLineEnds(text), Encoding.UTF8.GetByteCount(text), text.Length - CountPairs(text));

    private static int CountLineEnds(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; LineEndAfter(text, at) is { } end; at = end)
        {
            count++;
        }

        return count;
    }

    /// <summary>Where the first line end at or after an offset ends; null where there is none.</summary>
    public static int? LineEndAfter(ReadOnlySpan<char> text, int at)
    {
        var found = text[at..].IndexOfAny('\n', '\r');
        return found < 0 ? null
            : text[at + found] == '\r' && at + found + 1 < text.Length && text[at + found + 1] == '\n' ? at + found + 2
            : at + found + 1;
    }

    private static int CountPairs(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; text[at..].IndexOfAnyInRange('\uD800', '\uDBFF') is >= 0 and var found; at += found + 1)
        {
            count += at + found + 1 < text.Length && char.IsLowSurrogate(text[at + found + 1]) ? 1 : 0;
        }

        return count;
    }
}

/// <summary>A short stretch of a text, which keeps it as a part of a longer string. It neither begins nor ends within a line end or a surrogate pair.</summary>
internal sealed class TextPiece : IMeasured<TextMeasure>
{
    /// <summary>A piece that was longer by an edit than twice this is cut.</summary>
    private const int Length = 2_048;

    private readonly string _text;
    private readonly int _start;

    private TextPiece(string text, int start, int length) =>
        (_text, _start, Measure) = (text, start, TextMeasure.Of(text.AsSpan(start, length)));

    /// <inheritdoc/>
    public TextMeasure Measure { get; }

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(_start, Measure.Units);

    /// <summary>Cuts a text into pieces that keep it.</summary>
    public static TextPiece[] Cut(string text)
    {
        var pieces = new List<TextPiece>((text.Length / Length) + 1);
        for (var start = 0; start < text.Length;)
        {
            var end = text.Length - start <= 2 * Length ? text.Length : start + Length;
            end += end < text.Length && IsWithin(text[end - 1], text[end]) ? 1 : 0;
            pieces.Add(new(text, start, end - start));
            start = end;
        }

        return [.. pieces];
    }

    /// <summary>True where there is no place between two units: they are one line end, or one character.</summary>
    public static bool IsWithin(char before, char after) => (before, after) is ('\r', '\n') || char.IsSurrogatePair(before, after);
}
