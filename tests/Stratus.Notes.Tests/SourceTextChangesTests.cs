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
                Assert.Equal(expected.ToString(), actual.ToString());
                Assert.Equal(Lines(expected), Lines(actual));
            },
            iter: AnyNote.Iterations * 5);

    [Fact]
    public void After_changes_each_place_is_counted_as_in_the_text_that_they_left() =>
        Gen.Select(AnyText, AnyChange.Array[2, 12], Gen.Enum<PositionEncoding>()).Sample(
            (text, changes, encoding) =>
            {
                var edited = new SourceText(text).Replace(changes, encoding);
                var editedText = edited.ToString();
                for (var offset = 0; offset <= edited.Length; offset++)
                {
                    var isWithinPair = offset > 0 && offset < edited.Length && char.IsSurrogatePair(editedText[offset - 1], editedText[offset]);
                    var start = isWithinPair ? offset - 1 : offset;
                    var isWithinLineEnd = start > 0 && start < edited.Length && editedText[start - 1] == '\r' && editedText[start] == '\n';
                    foreach (var counted in Enum.GetValues<PositionEncoding>())
                    {
                        var position = edited.PositionOf(offset, counted);
                        Assert.Equal(Count(editedText, start, counted), position);
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
                PositionEncoding.Utf16).ToString());

    [Theory]
    [InlineData(PositionEncoding.Utf16)]
    [InlineData(PositionEncoding.Utf8)]
    [InlineData(PositionEncoding.Utf32)]
    public void A_change_costs_the_same_in_a_text_of_any_length(PositionEncoding encoding)
    {
        var (few, many) = (AllocatedByChanges(1_000), AllocatedByChanges(20_000));
        Assert.InRange(many, 0, 1.5 * few);

        double AllocatedByChanges(int count)
        {
            var source = new SourceText(string.Concat(Enumerable.Range(0, count)
                .Select(line => string.Create(CultureInfo.InvariantCulture, $"– Line {line} says NLB – and more.\n"))));
            var changes = Enumerable.Range(0, count)
                .Select(line => source.Line(line).Start + source.Slice(source.Line(line)).IndexOf("NLB"))
                .Select(at => new LinePositionSpan(source.PositionOf(at, encoding), source.PositionOf(at + 3, encoding)))
                .Select(range => new ContentChange(range, "Network Load Balancer"))
                .ToArray();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var order in new[] { changes, changes.Reverse().ToArray() })
            {
                var replaced = source.Replace(order, encoding);
                Assert.Equal(source.ToString().Replace("NLB", "Network Load Balancer", StringComparison.Ordinal), replaced.ToString());
            }

            return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / count;
        }
    }

    [Fact]
    public void What_two_texts_have_in_common_is_what_the_edits_between_them_left() =>
        Gen.Select(LongText, AnyEdits).Sample(
            (text, edits) =>
            {
                var first = new SourceText(text);
                var second = edits.Aggregate(first, (source, edit) => source.Replace(edit.In(source), edit.Text));
                var (replaced, length) = first.DifferenceTo(second);
                Assert.Equal(second.ToString(), first.Replace(replaced, second.Slice(new(replaced.Start, length)).ToString()).ToString());
                Assert.Equal(default, first.WithText(second.ToString()).DifferenceTo(second));
            },
            iter: AnyNote.Iterations);

    [Fact]
    public void A_long_text_after_edits_is_the_same_text_written_at_once() =>
        Gen.Select(LongText, AnyEdits).Sample(
            (text, edits) =>
            {
                var source = new SourceText(text);
                foreach (var edit in edits)
                {
                    source = source.Replace(edit.In(source), edit.Text);
                }

                var afresh = new SourceText(source.ToString());
                Assert.Equal(Lines(afresh), Lines(source));
                for (var offset = 0; offset <= afresh.Length; offset += 13)
                {
                    Assert.Equal(afresh.LineOf(offset), source.LineOf(offset));
                    Assert.Equal(afresh.SliceFrom(offset, 3_000).ToString(), source.SliceFrom(offset, 3_000).ToString());
                    foreach (var encoding in Enum.GetValues<PositionEncoding>())
                    {
                        Assert.Equal(afresh.PositionOf(offset, encoding), source.PositionOf(offset, encoding));
                        Assert.Equal(afresh.OffsetOf(new(offset % 40, offset % 7), encoding), source.OffsetOf(new(offset % 40, offset % 7), encoding));
                    }
                }
            },
            iter: AnyNote.Iterations);

    [Fact]
    public void The_positions_of_many_places_are_those_of_each() =>
        Gen.Select(LongText, AnyEdits, Gen.Double[0, 1].Array[0, 40], Gen.Bool).Sample(
            (text, edits, places, isInOrder) =>
            {
                var source = edits.Aggregate(new SourceText(text), (source, edit) => source.Replace(edit.In(source), edit.Text));
                var offsets = Array.ConvertAll(isInOrder ? [.. places.Order()] : places, place => (int)(place * source.Length));
                foreach (var encoding in Enum.GetValues<PositionEncoding>())
                {
                    Assert.Equal(Array.ConvertAll(offsets, offset => source.PositionOf(offset, encoding)), Positions.Of(source, offsets, encoding));
                }
            },
            iter: AnyNote.Iterations);

    // Of several pieces, so that edits touch one or more, and lie at their borders.
    private static readonly Gen<string> LongText = Gen
        .OneOf("a", "é", "漢", "🌩", "\n", "\r", "\r\n", "\t", "e\u0301", "\0", "\ud83d", "\udf29", "some words ", "a line of words, and more of them\n")
        .Array[0, 900].Select(string.Concat);

    private static readonly Gen<AnyEdit[]> AnyEdits = Gen.Select(
        Gen.Double[0, 1],
        Gen.Frequency((6, Gen.Int[0, 3]), (1, Gen.Int[0, 5_000])),
        Gen.Frequency((6, AnyText), (1, LongText)),
        (where, length, text) => new AnyEdit(where, length, text)).Array[1, 12];

    private sealed record AnyEdit(double Where, int Length, string Text)
    {
        public TextSpan In(SourceText source)
        {
            var start = (int)(Where * source.Length);
            return new(start, Math.Min(Length, source.Length - start));
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
