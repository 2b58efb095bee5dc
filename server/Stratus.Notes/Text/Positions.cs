using System.Text;

namespace Stratus.Notes.Text;

/// <summary>The positions of many offsets.</summary>
public static class Positions
{
    // How far the lines are read on to the next offset; one that is farther away is looked up.
    private const int Near = 2_048;

    /// <summary>The position of each offset, as <see cref="SourceText.PositionOf"/> has it. Those that ascend, as the places of names do, cost the lines between them.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offsets">The offsets, each within the text.</param>
    /// <param name="encoding">What characters are counted in.</param>
    public static LinePosition[] Of(SourceText source, ReadOnlySpan<int> offsets, PositionEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(source);
        var positions = new LinePosition[offsets.Length];
        var number = 0;
        var lines = new LineReader(source, 0);
        lines.Read();
        for (var index = 0; index < offsets.Length; index++)
        {
            var offset = offsets[index];
            if (offset < lines.Start || offset >= lines.Next + Near)
            {
                number = source.LineOf(offset);
                lines = new(source, source.LineStart(number));
                lines.Read();
            }

            while (offset >= lines.Next && lines.Read())
            {
                number++;
            }

            positions[index] = new(number, CharacterAt(lines.Line, offset - lines.Start, encoding));
        }

        return positions;
    }

    private static int CharacterAt(ReadOnlySpan<char> line, int units, PositionEncoding encoding)
    {
        // Within the line end every unit is a character.
        var words = line[..Math.Min(units, line.Length)];
        words = words is [.., var last] && units < line.Length && char.IsSurrogatePair(last, line[units]) ? words[..^1] : words;
        return encoding switch
        {
            PositionEncoding.Utf16 => words.Length,
            PositionEncoding.Utf8 => Encoding.UTF8.GetByteCount(words),
            _ => TextMeasure.Of(words).Scalars,
        } + Math.Max(0, units - line.Length);
    }
}
