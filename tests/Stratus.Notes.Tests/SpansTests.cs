using CsCheck;
using Stratus.Notes.Text;

namespace Stratus.Tests.Notes;

/// <summary>Halving finds what going through all of it finds: a wrong ≤ would be seen nowhere else.</summary>
public sealed class SpansTests
{
    // Spans in order that do not overlap: they may touch, and be empty, but no two of them at one place.
    private static readonly Gen<TextSpan[]> AnyOrdered = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Array[0, 12].Select(gaps =>
    {
        var spans = new List<TextSpan>();
        foreach (var (gap, length) in gaps)
        {
            var start = spans.Count == 0 ? gap : spans[^1].End + (spans[^1].Length == 0 && gap == 0 ? 1 : gap);
            spans.Add(new(start, length));
        }

        return spans.ToArray();
    });

    private static readonly Gen<int> AnyOffset = Gen.Int[-2, 40];

    [Fact]
    public void The_first_that_ends_after_an_offset_is_found() => Gen.Select(AnyOrdered, AnyOffset).Sample((spans, offset) =>
    {
        var first = Array.FindIndex(spans, span => span.End > offset);
        Assert.Equal(first < 0 ? spans.Length : first, Spans.FirstEndingAfter(spans, offset, static span => span));
    });

    [Fact]
    public void The_last_that_starts_at_an_offset_or_before_it_is_found() => Gen.Select(AnyOrdered, AnyOffset).Sample((spans, offset) =>
        Assert.Equal(
            Array.FindLastIndex(spans, span => span.Start <= offset),
            Spans.LastStartingAtOrBefore(spans, offset, static span => span)));

    [Fact]
    public void A_set_overlaps_what_shares_a_character_with_one_of_its_spans()
    {
        var anySpan = Gen.Select(Gen.Int[0, 20], Gen.Int[1, 5], (start, length) => new TextSpan(start, length));
        Gen.Select(anySpan.Array[0, 8], anySpan).Sample((spans, asked) => Assert.Equal(
            spans.Any(span => span.Start < asked.End && asked.Start < span.End),
            new SpanSet(spans).Overlaps(asked)));
    }
}
