using CsCheck;
using Stratus.Notes.Text;

namespace Stratus.Tests.Notes;

public sealed class SourceTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf("a", "é", "漢", "🌩", "\n", "\r", "\r\n", "\t", "e\u0301", "\0", "\ud83d").Array[0, 30].Select(string.Concat);

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb", 2)]
    [InlineData("a\rb\nc\r\nd", 4)]
    [InlineData("\r\r\n\n", 4)]
    public void Lines_end_at_LF_CRLF_and_lone_CR(string text, int lines) => Assert.Equal(lines, new SourceText(text).LineCount);

    [Theory]
    [InlineData("a\r\nb", 0, "a")]
    [InlineData("a\rb", 0, "a")]
    [InlineData("a\rb", 1, "b")]
    [InlineData("ab\r", 1, "")]
    public void A_line_is_cut_without_its_line_end(string text, int line, string expected)
    {
        var source = new SourceText(text);
        Assert.Equal(expected, source.Slice(source.Line(line)).ToString());
    }

    [Theory]
    [InlineData("", "\n")]
    [InlineData("one line", "\n")]
    [InlineData("a\nb", "\n")]
    [InlineData("a\r\nb", "\r\n")]
    [InlineData("a\rb", "\r")]
    [InlineData("\r\nb", "\r\n")]
    [InlineData("a\r\nb\nc\n", "\r\n")]
    [InlineData("a\rb\r\n", "\r")]
    public void New_lines_end_as_the_first_line_does(string text, string end) => Assert.Equal(end, new SourceText(text).LineEnd);

    [Theory]
    [InlineData(PositionEncoding.Utf16, 5)]
    [InlineData(PositionEncoding.Utf8, 10)]
    [InlineData(PositionEncoding.Utf32, 4)]
    public void Characters_are_counted_as_negotiated(PositionEncoding encoding, int character)
    {
        const string text = "x\na漢🌩é|";
        var source = new SourceText(text);
        var offset = text.IndexOf('|', StringComparison.Ordinal);

        Assert.Equal(new LinePosition(1, character), source.PositionOf(offset, encoding));
        Assert.Equal(offset, source.OffsetOf(new(1, character), encoding));
    }

    [Fact]
    public void A_position_beyond_the_line_is_its_end_and_beyond_the_text_is_the_text_s_end()
    {
        var source = new SourceText("ab\r\ncd");
        Assert.Equal(2, source.OffsetOf(new(0, 99), PositionEncoding.Utf16));
        Assert.Equal(2, source.OffsetOf(new(0, 99), PositionEncoding.Utf8));
        Assert.Equal(6, source.OffsetOf(new(99, 0), PositionEncoding.Utf16));
        Assert.Equal(0, source.OffsetOf(new(-1, 5), PositionEncoding.Utf32));
        Assert.Equal(4, source.OffsetOf(new(1, -7), PositionEncoding.Utf16));
    }

    [Fact]
    public void A_position_within_a_surrogate_pair_is_its_start()
    {
        var source = new SourceText("a🌩b");
        Assert.Equal(1, source.OffsetOf(new(0, 2), PositionEncoding.Utf16));
        Assert.Equal(1, source.OffsetOf(new(0, 3), PositionEncoding.Utf8));
        Assert.Equal(new LinePosition(0, 1), source.PositionOf(2, PositionEncoding.Utf16));
    }

    [Fact]
    public void Every_offset_comes_back_from_its_position() =>
        Gen.Select(AnyText, Gen.Enum<PositionEncoding>(), Gen.Int[0, 60]).Sample((text, encoding, at) =>
        {
            var source = new SourceText(text);
            var offset = Math.Min(at, text.Length);
            var back = source.OffsetOf(source.PositionOf(offset, encoding), encoding);

            // Within a pair or a CR LF there is no position: the place before it stands for both.
            Assert.InRange(back, Math.Max(0, offset - 1), offset);
            Assert.Equal(back, source.OffsetOf(source.PositionOf(back, encoding), encoding));
        });

    [Fact]
    public void Lines_cover_the_text_in_order() => AnyText.Sample(text =>
    {
        var source = new SourceText(text);
        var end = 0;
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = source.Line(line);
            Assert.True(source.Slice(TextSpan.FromBounds(end, span.Start)).ToString() is "" or "\n" or "\r" or "\r\n");
            Assert.False(source.Slice(span).ContainsAny('\r', '\n'));
            end = span.End;
        }

        Assert.Equal(text.Length, end);
    });
}
