using System.Text;

namespace Stratus.Notes.Text;

/// <summary>The positions of many offsets.</summary>
public static class Positions
{
    // How far is counted on to the next offset; one that is farther away is looked up.
    private const int Near = 1_024;

    /// <summary>The position of each offset, as <see cref="SourceText.PositionOf"/> has it. Those that ascend, as the places of names do, cost the text between them.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offsets">The offsets, each within the text.</param>
    /// <param name="encoding">What characters are counted in.</param>
    public static LinePosition[] Of(SourceText source, ReadOnlySpan<int> offsets, PositionEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(source);
        var positions = new LinePosition[offsets.Length];
        var (at, position) = (0, default(LinePosition));
        for (var index = 0; index < offsets.Length; index++)
        {
            var offset = offsets[index];
            var between = offset >= at && offset - at <= Near ? source.Slice(TextSpan.FromBounds(at, offset)) : "\r";
            if (MayEndWithin(between))
            {
                position = source.PositionOf(offset, encoding);
                at = MayEndWithin(source.SliceBefore(offset, 1)) ? int.MaxValue : offset;
            }
            else
            {
                position = After(position, between, encoding);
                at = offset;
            }

            positions[index] = position;
        }

        return positions;
    }

    // Before the second half of a line end or of a character: from there one cannot count on.
    private static bool MayEndWithin(ReadOnlySpan<char> text) => text is [.., '\r' or (>= '\uD800' and <= '\uDBFF')];

    private static LinePosition After(LinePosition position, ReadOnlySpan<char> text, PositionEncoding encoding)
    {
        var (line, character) = (position.Line, position.Character);
        for (; TextMeasure.LineEndAfter(text, 0) is { } end; text = text[end..])
        {
            (line, character) = (line + 1, 0);
        }

        return new(line, character + encoding switch
        {
            PositionEncoding.Utf16 => text.Length,
            PositionEncoding.Utf8 => Encoding.UTF8.GetByteCount(text),
            _ => TextMeasure.Of(text).Scalars,
        });
    }
}
