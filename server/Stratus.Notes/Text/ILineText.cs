using System.Text;

namespace Stratus.Notes.Text;

/// <summary>A text in lines.</summary>
internal interface ILineText
{
    /// <summary>Its length in UTF-16 units.</summary>
    int Length { get; }

    /// <summary>The number of lines, at least 1.</summary>
    int LineCount { get; }

    /// <summary>The UTF-16 unit at an offset.</summary>
    char this[int offset] { get; }

    /// <summary>The offset at which a line starts.</summary>
    int LineStart(int line);
}

/// <summary>What places by line and character mean, in whatever form the text is kept.</summary>
internal static class LineTexts
{
    /// <summary>The span of a line without its line end.</summary>
    internal static TextSpan LineSpan(this ILineText text, int line)
    {
        var start = text.LineStart(line);
        if (line + 1 == text.LineCount)
        {
            return TextSpan.FromBounds(start, text.Length);
        }

        // Before the start of a line stands LF, CR LF or CR.
        var end = text.LineStart(line + 1) - 1;
        return TextSpan.FromBounds(start, end > start && text[end] == '\n' && text[end - 1] == '\r' ? end - 1 : end);
    }

    /// <summary>The offset of a position, as <see cref="SourceText.OffsetOf"/> says.</summary>
    internal static int OffsetOf(this ILineText text, LinePosition position, PositionEncoding encoding)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= text.LineCount)
        {
            return text.Length;
        }

        var line = text.LineSpan(position.Line);
        var left = Math.Max(0, position.Character);
        if (encoding == PositionEncoding.Utf16)
        {
            var offset = line.Start + Math.Min(left, line.Length);
            return offset > line.Start && offset < line.End && char.IsSurrogatePair(text[offset - 1], text[offset]) ? offset - 1 : offset;
        }

        var at = line.Start;
        while (at < line.End)
        {
            var isPair = at + 1 < line.End && char.IsSurrogatePair(text[at], text[at + 1]);
            var rune = isPair ? new Rune(text[at], text[at + 1])
                : Rune.TryCreate(text[at], out var one) ? one
                : Rune.ReplacementChar;
            left -= encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
            if (left < 0)
            {
                break;
            }

            at += isPair ? 2 : 1;
        }

        return at;
    }

    /// <summary>The span between two positions, as <see cref="SourceText.SpanOf"/> says.</summary>
    internal static TextSpan SpanOf(this ILineText text, LinePositionSpan range, PositionEncoding encoding)
    {
        var (start, end) = (text.OffsetOf(range.Start, encoding), text.OffsetOf(range.End, encoding));
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }
}
