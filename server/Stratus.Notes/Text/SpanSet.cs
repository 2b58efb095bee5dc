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
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_spans[middle].End <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _spans.Count && _spans[low].Start < span.End;
    }
}
