using System.Runtime.InteropServices;

namespace Stratus.Notes.Text;

/// <summary>
/// The words of a paragraph, heading or cell as a reader sees them — without emphasis marks, tags, quote marks, with
/// entities decoded — and where each character comes from. Names are looked for here and cut out of the source.
/// </summary>
internal sealed class FlatText
{
    /// <summary>Stands for what no name may run across: inline code, an image, a hard line break.</summary>
    public const char Break = '\uFFFC';

    private readonly Segment[] _segments;

    private FlatText(string text, Segment[] segments)
    {
        Text = text;
        _segments = segments;
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Adds the stretches of the source that the words come from, in order.</summary>
    public void AddRegionsTo(List<TextRegion> regions)
    {
        foreach (var segment in _segments)
        {
            if (segment.Kind is { } kind)
            {
                regions.Add(new(kind, segment.Source));
            }
        }
    }

    /// <summary>The stretch of the source that a stretch of the words comes from, markup in between included; its ends are never markup.</summary>
    public TextSpan ToSource(int start, int end)
    {
        if (_segments.Length == 0)
        {
            return default;
        }

        var first = _segments[SegmentAt(start)];
        var last = _segments[SegmentAt(Math.Max(start, end - 1))];
        var sourceStart = first.IsVerbatim ? first.Source.Start + (start - first.Start) : first.Source.Start;
        var sourceEnd = last.IsVerbatim ? last.Source.Start + (end - last.Start) : last.Source.End;
        return TextSpan.FromBounds(sourceStart, Math.Max(sourceStart, sourceEnd));
    }

    /// <summary>The kind of text that a character of the words is in, or null at a break.</summary>
    public TextKind? KindAt(int index) => _segments.Length == 0 ? null : _segments[SegmentAt(index)].Kind;

    private int SegmentAt(int index) =>
        Math.Max(0, Spans.LastStartingAtOrBefore(_segments.AsSpan(), index, static segment => new(segment.Start, 0)));

    private readonly record struct Segment(int Start, TextSpan Source, bool IsVerbatim, TextKind? Kind);

    /// <summary>Puts a <see cref="FlatText"/> together, in the order of the source.</summary>
    public sealed class Builder
    {
        private readonly List<char> _text = [];
        private readonly List<Segment> _segments = [];

        /// <summary>True as long as nothing was added.</summary>
        public bool IsEmpty => _segments.Count == 0;

        /// <summary>Adds characters that stand in the source as they are.</summary>
        public void Append(ReadOnlySpan<char> characters, int sourceStart, TextKind kind)
        {
            if (characters.IsEmpty)
            {
                return;
            }

            _segments.Add(new(_text.Count, new(sourceStart, characters.Length), true, kind));
            _text.AddRange(characters);
        }

        /// <summary>Adds characters that the source writes in another way: an entity, a line end.</summary>
        public void AppendDecoded(ReadOnlySpan<char> characters, TextSpan source, TextKind kind)
        {
            if (characters.IsEmpty)
            {
                return;
            }

            _segments.Add(new(_text.Count, source, false, kind));
            _text.AddRange(characters);
        }

        /// <summary>Adds a <see cref="Break"/> for a stretch of the source.</summary>
        public void AppendBreak(TextSpan source)
        {
            _segments.Add(new(_text.Count, source, false, null));
            _text.Add(Break);
        }

        /// <summary>Begins another text; one that was built stays as it is.</summary>
        public void Clear()
        {
            _segments.Clear();
            _text.Clear();
        }

        /// <summary>The finished text.</summary>
        public FlatText Build() => new(new string(CollectionsMarshal.AsSpan(_text)), [.. _segments]);
    }
}
