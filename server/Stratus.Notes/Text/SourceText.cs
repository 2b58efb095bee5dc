using System.Collections.Immutable;
using Stratus.Notes.Sequences;

namespace Stratus.Notes.Text;

/// <summary>
/// The text of a note with its lines. Immutable. Lines end at LF, CR LF or a lone CR, as in LSP. A text after an edit shares with
/// the one before all that the edit does not touch, so that it costs the edit; a place is found without a walk through the text.
/// </summary>
public sealed class SourceText
{
    // As it was given, as long as nobody has edited it: most texts never are.
    private readonly string? _whole;
    private ImmutableArray<int> _lineStarts;
    private Sequence<TextPiece, TextMeasure>? _pieces;

    /// <summary>The text as given; nothing is normalised.</summary>
    public SourceText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (_whole, Length) = (text, text.Length);
    }

    private SourceText(Sequence<TextPiece, TextMeasure> pieces) => (_pieces, Length) = (pieces, pieces.Measure.Units);

    /// <summary>Its length in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>The number of lines, at least 1.</summary>
    public int LineCount => _whole is null ? Pieces.Measure.LineEnds + 1 : LineStarts.Length;

    /// <summary>The line end that new lines get: that of the first line, also where others end otherwise; LF where there is one line.</summary>
    public string LineEnd => LineCount == 1 ? "\n" : Slice(TextSpan.FromBounds(Line(0).End, LineStart(1))).ToString();

    // Of a text that nobody has edited; most are never asked for a line.
    private ImmutableArray<int> LineStarts => _lineStarts.IsDefault ? _lineStarts = FindLineStarts(_whole!) : _lineStarts;

    private Sequence<TextPiece, TextMeasure> Pieces => _pieces ??= new(TextPiece.Cut(_whole!));

    /// <summary>The UTF-16 unit at an offset.</summary>
    public char this[int offset]
    {
        get
        {
            if (_whole is not null)
            {
                return _whole[offset];
            }

            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)offset, (uint)Length);
            var piece = Pieces[Pieces.Find(static measure => measure.Units, offset, out var before)];
            return piece.Text[offset - before.Units];
        }
    }

    /// <summary>The characters of a span. After an edit they may have to be put together: ask for what is needed, and not for more.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span)
    {
        if (_whole is not null)
        {
            return _whole.AsSpan(span.Start, span.Length);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)span.Start, (uint)Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)span.Length, (uint)(Length - span.Start));
        if (span.Length == 0)
        {
            return [];
        }

        var index = Pieces.Find(static measure => measure.Units, span.Start, out var before);
        var piece = Pieces[index].Text;
        var start = span.Start - before.Units;
        if (start + span.Length <= piece.Length)
        {
            return piece.Slice(start, span.Length);
        }

        var text = new char[span.Length];
        var copied = 0;
        foreach (var next in Pieces.From(index))
        {
            var rest = next.Text[start..];
            rest = rest[..Math.Min(rest.Length, span.Length - copied)];
            rest.CopyTo(text.AsSpan(copied));
            copied += rest.Length;
            start = 0;
            if (copied == span.Length)
            {
                break;
            }
        }

        return text;
    }

    /// <summary>The characters from an offset on, or as many of them as are wanted.</summary>
    public ReadOnlySpan<char> SliceFrom(int offset, int most) => Slice(new(offset, Math.Min(most, Length - offset)));

    /// <summary>The characters before an offset, or as many of them as are wanted.</summary>
    public ReadOnlySpan<char> SliceBefore(int offset, int most) => Slice(TextSpan.FromBounds(Math.Max(0, offset - most), offset));

    /// <summary>The whole text: for what is written or sent as a whole.</summary>
    public override string ToString() => _whole ?? Slice(new(0, Length)).ToString();

    /// <summary>The text with a span replaced.</summary>
    public SourceText Replace(TextSpan span, string replacement)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        if (span.Length == replacement.Length && Slice(span).SequenceEqual(replacement))
        {
            return this;
        }

        if (Length == 0)
        {
            return new(replacement);
        }

        // The pieces that the span touches become one text that is cut again: so no character is cut through.
        var first = Pieces.Find(static measure => measure.Units, Math.Max(0, span.Start - 1), out var before);
        var last = Pieces.Find(static measure => measure.Units, Math.Min(span.End, Length - 1), out var beforeLast);
        var head = Pieces[first].Text[..(span.Start - before.Units)];
        var tail = Pieces[last].Text[(span.End - beforeLast.Units)..];
        return new(Pieces.Replace(first, last - first + 1, TextPiece.Cut(string.Concat(head, replacement, tail))));
    }

    /// <summary>The text after changes that were made one after the other, each to what the one before has left.</summary>
    /// <param name="changes">The changes; places outside the text count as the nearest within.</param>
    /// <param name="encoding">What their positions count.</param>
    public SourceText Replace(IReadOnlyList<ContentChange> changes, PositionEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(changes);
        // What was there before the last change of everything is gone.
        var next = changes.Count;
        while (next > 0 && changes[next - 1].Range is not null)
        {
            next--;
        }

        var source = next > 0 ? WithText(changes[next - 1].Text) : this;
        for (; next < changes.Count; next++)
        {
            source = source.Replace(source.SpanOf(changes[next].Range!.Value, encoding), changes[next].Text);
        }

        return source;
    }

    /// <summary>Another text, as an edit of this one: what both begin and end with is shared.</summary>
    public SourceText WithText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (before, after) = (0, 0);
        foreach (var piece in Pieces)
        {
            var shared = piece.Text.CommonPrefixLength(text.AsSpan(before));
            before += shared;
            if (shared < piece.Text.Length)
            {
                break;
            }
        }

        var most = Math.Min(Length, text.Length) - before;
        for (var index = Pieces.Count - 1; index >= 0 && after < most; index--)
        {
            var shared = CommonSuffixLength(Pieces[index].Text, text.AsSpan(0, text.Length - after));
            after += shared;
            if (shared < Pieces[index].Text.Length)
            {
                break;
            }
        }

        after = Math.Min(after, most);
        return before == 0 && after == 0 ? new(text)
            : Replace(TextSpan.FromBounds(before, Length - after), text[before..(text.Length - after)]);
    }

    /// <summary>Where this text differs from another that was made from it by edits: nothing before and nothing after is different.</summary>
    /// <returns>What was replaced here, and how long what stands there in the other text is; both are empty where the texts are the same.</returns>
    public (TextSpan Replaced, int NewLength) DifferenceTo(SourceText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other))
        {
            return default;
        }

        var (before, after) = Pieces.SharedWith(other.Pieces);
        var start = Pieces.MeasureOf(before).Units;
        var end = after == 0 ? 0 : Length - Pieces.MeasureOf(Pieces.Count - after).Units;
        var here = Slice(TextSpan.FromBounds(start, Length - end));
        var there = other.Slice(TextSpan.FromBounds(start, other.Length - end));
        var same = here.CommonPrefixLength(there);
        var sameEnd = CommonSuffixLength(here[same..], there[same..]);
        return here.Length == same && there.Length == same ? default
            : (new(start + same, here.Length - same - sameEnd), there.Length - same - sameEnd);
    }

    /// <summary>The offset at which a line starts.</summary>
    public int LineStart(int line)
    {
        if (_whole is not null)
        {
            return LineStarts[line];
        }

        if (line == 0)
        {
            return 0;
        }

        var piece = Pieces[Pieces.Find(static measure => measure.LineEnds, line - 1, out var before)].Text;
        var at = 0;
        for (var left = line - before.LineEnds; left > 0; left--)
        {
            at = TextMeasure.LineEndAfter(piece, at)!.Value;
        }

        return before.Units + at;
    }

    /// <summary>The line that holds an offset; the offset may be the end of the text.</summary>
    public int LineOf(int offset)
    {
        if (_whole is not null)
        {
            var index = LineStarts.AsSpan().BinarySearch(offset);
            return index >= 0 ? index : ~index - 1;
        }

        if (Length == 0)
        {
            return 0;
        }

        var piece = Pieces[Pieces.Find(static measure => measure.Units, offset, out var before)].Text;
        var line = before.LineEnds;
        for (var at = 0; TextMeasure.LineEndAfter(piece, at) is { } end && before.Units + end <= offset; at = end)
        {
            line++;
        }

        return line;
    }

    /// <summary>The span of a line without its line end.</summary>
    public TextSpan Line(int line)
    {
        var start = LineStart(line);
        if (line + 1 == LineCount)
        {
            return TextSpan.FromBounds(start, Length);
        }

        // Before the start of a line stands LF, CR LF or CR.
        var end = LineStart(line + 1) - 1;
        return TextSpan.FromBounds(start, end > start && this[end] == '\n' && this[end - 1] == '\r' ? end - 1 : end);
    }

    /// <summary>The position of an offset. An offset within a surrogate pair counts as the pair's start.</summary>
    public LinePosition PositionOf(int offset, PositionEncoding encoding)
    {
        offset = Math.Clamp(offset, 0, Length);
        offset -= IsWithinPair(offset) ? 1 : 0;
        var line = LineOf(offset);
        var start = LineStart(line);
        return new(line, encoding == PositionEncoding.Utf16 ? offset - start : Amount(encoding, offset) - Amount(encoding, start));
    }

    /// <summary>The offset of a position. Past the end of a line is the line's end; past the last line is the text's end; within a character is its start.</summary>
    public int OffsetOf(LinePosition position, PositionEncoding encoding)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= LineCount)
        {
            return Length;
        }

        var line = Line(position.Line);
        var character = Math.Max(0, position.Character);
        if (encoding == PositionEncoding.Utf16)
        {
            var offset = line.Start + Math.Min(character, line.Length);
            return offset < line.End && IsWithinPair(offset) ? offset - 1 : offset;
        }

        var start = Amount(encoding, line.Start);
        return character >= Amount(encoding, line.End) - start ? line.End : OffsetOf(start + character, encoding);
    }

    /// <summary>The span between two positions, each as <see cref="OffsetOf(LinePosition, PositionEncoding)"/> has it; one that is the wrong way round is turned.</summary>
    public TextSpan SpanOf(LinePositionSpan range, PositionEncoding encoding)
    {
        var (start, end) = (OffsetOf(range.Start, encoding), OffsetOf(range.End, encoding));
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }

    private bool IsWithinPair(int offset) => offset > 0 && offset < Length && char.IsSurrogatePair(this[offset - 1], this[offset]);

    // How many bytes or code points there are before an offset.
    private int Amount(PositionEncoding encoding, int offset)
    {
        if (Length == 0)
        {
            return 0;
        }

        var piece = Pieces[Pieces.Find(static measure => measure.Units, offset, out var before)].Text;
        var within = TextMeasure.Of(piece[..(offset - before.Units)]);
        return encoding == PositionEncoding.Utf8 ? before.Utf8 + within.Utf8 : before.Scalars + within.Scalars;
    }

    // The offset of the character before which there are as many bytes or code points, or in which they end.
    private int OffsetOf(int amount, PositionEncoding encoding)
    {
        var isUtf8 = encoding == PositionEncoding.Utf8;
        var index = isUtf8
            ? Pieces.Find(static measure => measure.Utf8, amount, out var before)
            : Pieces.Find(static measure => measure.Scalars, amount, out before);
        var left = amount - (isUtf8 ? before.Utf8 : before.Scalars);
        var at = before.Units;
        foreach (var rune in Pieces[index].Text.EnumerateRunes())
        {
            left -= isUtf8 ? rune.Utf8SequenceLength : 1;
            if (left < 0)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static int CommonSuffixLength(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var most = Math.Min(one.Length, other.Length);
        var length = 0;
        while (length < most && one[^(length + 1)] == other[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var at = 0; TextMeasure.LineEndAfter(text, at) is { } end; at = end)
        {
            starts.Add(end);
        }

        return starts.DrainToImmutable();
    }
}
