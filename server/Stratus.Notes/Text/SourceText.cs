using System.Collections.Immutable;
using System.Text;

namespace Stratus.Notes.Text;

/// <summary>The text of a note with its lines. Immutable. Lines end at LF, CR LF or a lone CR, as in LSP.</summary>
public sealed class SourceText : ILineText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>The text as given; nothing is normalised.</summary>
    public SourceText(string text)
        : this(text, FindLineStarts(text))
    {
    }

    internal SourceText(string text, ImmutableArray<int> lineStarts) => (Text, _lineStarts) = (text, lineStarts);

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Its length in UTF-16 units.</summary>
    public int Length => Text.Length;

    /// <summary>The number of lines, at least 1.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The line end that new lines get: that of the first line, also where others end otherwise; LF where there is one line.</summary>
    public string LineEnd => LineCount == 1 ? "\n" : Text[Line(0).End.._lineStarts[1]];

    internal ImmutableArray<int> LineStarts => _lineStarts;

    char ILineText.this[int offset] => Text[offset];

    int ILineText.LineStart(int line) => _lineStarts[line];

    /// <summary>The characters of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The text with a span replaced.</summary>
    public SourceText Replace(TextSpan span, string replacement) =>
        new(string.Concat(Text.AsSpan(0, span.Start), replacement, Text.AsSpan(span.End)));

    /// <summary>The text after changes that were made one after the other, each to what the one before has left.</summary>
    /// <param name="changes">The changes; places outside the text count as the nearest within.</param>
    /// <param name="encoding">What their positions count.</param>
    public SourceText Replace(IReadOnlyList<ContentChange> changes, PositionEncoding encoding)
    {
        // What was there before the last change of everything is gone.
        var next = changes.Count;
        while (next > 0 && changes[next - 1].Range is not null)
        {
            next--;
        }

        var source = next > 0 ? new SourceText(changes[next - 1].Text) : this;
        if (changes.Count - next <= 1)
        {
            return next < changes.Count ? source.Replace(source.SpanOf(changes[next].Range!.Value, encoding), changes[next].Text) : source;
        }

        var buffer = new EditBuffer(source, changes.Skip(next).Sum(change => change.Text.Length));
        for (; next < changes.Count; next++)
        {
            buffer.Replace(buffer.SpanOf(changes[next].Range!.Value, encoding), changes[next].Text);
        }

        return buffer.ToSourceText();
    }

    /// <summary>The line that holds an offset; the offset may be the end of the text.</summary>
    public int LineOf(int offset)
    {
        var index = _lineStarts.AsSpan().BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The span of a line without its line end.</summary>
    public TextSpan Line(int line) => LineTexts.LineSpan(this, line);

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
    public int OffsetOf(LinePosition position, PositionEncoding encoding) => LineTexts.OffsetOf(this, position, encoding);

    /// <summary>The span between two positions, each as <see cref="OffsetOf"/> has it; one that is the wrong way round is turned.</summary>
    public TextSpan SpanOf(LinePositionSpan range, PositionEncoding encoding) => LineTexts.SpanOf(this, range, encoding);

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
