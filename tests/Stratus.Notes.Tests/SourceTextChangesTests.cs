using System.Globalization;
using CsCheck;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Tests.Notes;

/// <summary>Many changes at once mean what they mean one after the other, and cost the text once.</summary>
public sealed class SourceTextChangesTests
{
    private static readonly Gen<string> AnyText = Gen
        .OneOf("a", "é", "漢", "🌩", "\n", "\r", "\r\n", "\t", "e\u0301", "\0", "\ud83d", "\udf29")
        .Array[0, 30].Select(string.Concat);

    private static readonly Gen<LinePosition> AnyPosition = Gen.Select(
        Gen.Frequency((20, Gen.Int[0, 12]), (1, Gen.Int[-3, -1]), (1, Gen.Const(int.MaxValue))),
        Gen.Frequency((20, Gen.Int[0, 12]), (1, Gen.Int[-3, -1]), (1, Gen.Const(int.MaxValue))),
        (line, character) => new LinePosition(line, character));

    private static readonly Gen<ContentChange> AnyChange = Gen.Frequency(
        (12, Gen.Select(AnyPosition, AnyPosition, AnyText, (start, end, text) => new ContentChange(new(start, end), text))),
        (6, Gen.Select(AnyPosition, AnyText, (at, text) => new ContentChange(new(at, at), text))),
        (1, AnyText.Select(text => new ContentChange(null, text))));

    [Fact]
    public void Changes_at_once_are_the_changes_one_after_the_other() =>
        Gen.Select(AnyText, AnyChange.Array[0, 12], Gen.Enum<PositionEncoding>()).Sample(
            (text, changes, encoding) =>
            {
                var expected = changes.Aggregate(new SourceText(text), (source, change) => OneChange(source, change, encoding));
                var actual = new SourceText(text).Replace(changes, encoding);
                Assert.Equal(expected.Text, actual.Text);
                Assert.Equal(Lines(expected), Lines(actual));
            },
            iter: AnyNote.Iterations * 5);

    [Fact]
    public void After_changes_each_place_is_counted_as_in_the_text_that_they_left() =>
        Gen.Select(AnyText, AnyChange.Array[2, 12], Gen.Enum<PositionEncoding>()).Sample(
            (text, changes, encoding) =>
            {
                var edited = new SourceText(text).Replace(changes, encoding);
                for (var offset = 0; offset <= edited.Length; offset++)
                {
                    var isWithinPair = offset > 0 && offset < edited.Length && char.IsSurrogatePair(edited.Text[offset - 1], edited.Text[offset]);
                    var start = isWithinPair ? offset - 1 : offset;
                    var isWithinLineEnd = start > 0 && start < edited.Length && edited.Text[start - 1] == '\r' && edited.Text[start] == '\n';
                    foreach (var counted in Enum.GetValues<PositionEncoding>())
                    {
                        var position = edited.PositionOf(offset, counted);
                        Assert.Equal(Count(edited.Text, start, counted), position);
                        Assert.Equal(isWithinLineEnd ? start - 1 : start, edited.OffsetOf(position, counted));
                    }
                }
            },
            iter: AnyNote.Iterations);

    [Fact]
    public void Each_change_counts_from_what_the_one_before_has_left() =>
        Assert.Equal(
            "one\r\nTWO\nthree",
            new SourceText("").Replace(
                [
                    new(null, "x\ny"),
                    new(Range(0, 0, 0, 1), "one\r"),
                    // The CR before it and this LF are one line end now.
                    new(Range(1, 0, 1, 0), ""),
                    new(Range(1, 0, 2, 1), "TWO"),
                    new(Range(9, 9, 9, 9), "\nthree"),
                    new(Range(1, 0, 1, 0), "\n"),
                    new(Range(2, 0, 0, 3), "\r\n"),
                ],
                PositionEncoding.Utf16).Text);

    [Theory]
    [InlineData(PositionEncoding.Utf16)]
    [InlineData(PositionEncoding.Utf8)]
    [InlineData(PositionEncoding.Utf32)]
    public void Replacing_a_word_everywhere_costs_the_text_once(PositionEncoding encoding)
    {
        const int Count = 20_000;
        var source = new SourceText(string.Concat(Enumerable.Range(0, Count)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"– Line {line} says NLB – and more.\n"))));
        var changes = Enumerable.Range(0, Count)
            .Select(line => source.Line(line).Start + source.Slice(source.Line(line)).IndexOf("NLB"))
            .Select(at => new LinePositionSpan(source.PositionOf(at, encoding), source.PositionOf(at + 3, encoding)))
            .Select(range => new ContentChange(range, "Network Load Balancer"))
            .ToArray();
        foreach (var order in new[] { changes, changes.Reverse().ToArray() })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var replaced = source.Replace(order, encoding);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Equal(source.Text.Replace("NLB", "Network Load Balancer", StringComparison.Ordinal), replaced.Text);
            // A copy to change, a copy to keep, and the lines.
            Assert.InRange(allocated, 0, 10L * replaced.Length);
        }
    }

    [Fact]
    public void Changes_through_the_text_in_either_order_move_it_once_or_twice()
    {
        const int Count = 5_000;
        var source = new SourceText(string.Concat(Enumerable.Repeat("0123456789\n", Count)));
        var lines = Enumerable.Range(0, Count).ToList();
        foreach (var order in new[] { lines, [.. lines.AsEnumerable().Reverse()] })
        {
            var buffer = new EditBuffer(source, Count);
            foreach (var line in order)
            {
                buffer.Replace(new(buffer.LineStart(line) + 4, 3), "abcd");
            }

            Assert.Equal(string.Concat(Enumerable.Repeat("0123abcd789\n", Count)), buffer.ToSourceText().Text);
            Assert.InRange(buffer.Moved, source.Length / 2, 2 * source.Length);
        }
    }

    private static SourceText OneChange(SourceText source, ContentChange change, PositionEncoding encoding) => change.Range is { } range
        ? source.Replace(source.SpanOf(range, encoding), change.Text)
        : new SourceText(change.Text);

    // By the letter of the protocol, and nothing of how the text counts.
    private static LinePosition Count(string text, int offset, PositionEncoding encoding)
    {
        var (line, start) = (0, 0);
        for (var at = 0; at < offset; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n')))
            {
                (line, start) = (line + 1, at + 1);
            }
        }

        var before = text[start..offset];
        return new(line, encoding switch
        {
            PositionEncoding.Utf8 => System.Text.Encoding.UTF8.GetByteCount(before),
            PositionEncoding.Utf32 => before.EnumerateRunes().Count(),
            _ => before.Length,
        });
    }

    private static LinePositionSpan Range(int startLine, int startCharacter, int endLine, int endCharacter) =>
        new(new(startLine, startCharacter), new(endLine, endCharacter));

    private static IEnumerable<TextSpan> Lines(SourceText source) => Enumerable.Range(0, source.LineCount).Select(source.Line);
}
