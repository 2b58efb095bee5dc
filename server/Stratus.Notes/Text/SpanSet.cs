using System.Runtime.InteropServices;

namespace Stratus.Notes.Text;

/// <summary>Stretches of a text, to be asked whether something lies in one of them.</summary>
public sealed class SpanSet
{
    // In order and apart: stretches that overlap are one.
    private readonly List<TextSpan> _spans = [];

    /// <summary>The set of these, in any order; they may overlap.</summary>
    public SpanSet(IEnumerable<TextSpan> spans)
    {
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (_spans.Count > 0 && span.Start <= _spans[^1].End)
            {
                _spans[^1] = TextSpan.FromBounds(_spans[^1].Start, Math.Max(_spans[^1].End, span.End));
            }
            else
            {
                _spans.Add(span);
            }
        }
    }

    /// <summary>True if a character of the span is in the set.</summary>
    public bool Overlaps(TextSpan span)
    {
        var next = Spans.FirstEndingAfter(CollectionsMarshal.AsSpan(_spans), span.Start, static one => one);
        return next < _spans.Count && _spans[next].Start < span.End;
    }
}
