using System.Collections.Immutable;
using System.Text;

namespace Stratus.Notes;

/// <summary>The text of a note with its lines. Immutable. Lines end at LF, CR LF or a lone CR, as in LSP.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>The text as given; nothing is normalised.</summary>
    public SourceText(string text)
    {
        Text = text;
        _lineStarts = FindLineStarts(text);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Its length in UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>The number of lines, at least 1.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The characters of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The text with a span replaced.</summary>
    public SourceText Replace(TextSpan span, string replacement) =>
        new(string.Concat(Text.AsSpan(0, span.Start), replacement, Text.AsSpan(span.End)));

    /// <summary>The line that holds an offset; the offset may be the end of the text.</summary>
    public int LineOf(int offset)
    {
        var index = _lineStarts.AsSpan().BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The span of a line without its line end.</summary>
    public TextSpan Line(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Text.Length;
        if (end > start && Text[end - 1] == '\n')
        {
            end--;
        }

        // Only the last character before the next line's start, or the one before a LF, can be a line-ending CR.
        if (end > start && Text[end - 1] == '\r' && line + 1 < _lineStarts.Length)
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The position of an offset. An offset within a surrogate pair counts as the pair's start.</summary>
    public LinePosition PositionOf(int offset, PositionEncoding encoding)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        if (offset > 0 && offset < Text.Length && char.IsSurrogatePair(Text[offset - 1], Text[offset]))
        {
            offset--;
        }

        var line = LineOf(offset);
        var before = Text.AsSpan(_lineStarts[line], offset - _lineStarts[line]);
        return new(line, encoding switch
        {
            PositionEncoding.Utf8 => Encoding.UTF8.GetByteCount(before),
            PositionEncoding.Utf32 => CountCodePoints(before),
            _ => before.Length,
        });
    }

    /// <summary>The offset of a position. Past the end of a line is the line's end; past the last line is the text's end; within a character is its start.</summary>
    public int OffsetOf(LinePosition position, PositionEncoding encoding)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= _lineStarts.Length)
        {
            return Text.Length;
        }

        var line = Line(position.Line);
        var left = Math.Max(0, position.Character);
        if (encoding == PositionEncoding.Utf16)
        {
            var offset = line.Start + Math.Min(left, line.Length);
            return offset > line.Start && offset < line.End && char.IsSurrogatePair(Text[offset - 1], Text[offset]) ? offset - 1 : offset;
        }

        var at = line.Start;
        while (at < line.End)
        {
            Rune.DecodeFromUtf16(Text.AsSpan(at, line.End - at), out var rune, out var units);
            left -= encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
            if (left < 0)
            {
                break;
            }

            at += units;
        }

        return at;
    }

    private static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        var rest = text.AsSpan();
        var at = 0;
        while (rest[at..].IndexOfAny('\n', '\r') is >= 0 and var found)
        {
            at += found + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }

            starts.Add(at);
        }

        return starts.DrainToImmutable();
    }
}
