using Stratus.Notes.Text;

namespace Stratus.Notes.Reading;

/// <summary>The YAML block that may open a note.</summary>
internal static class FrontMatter
{
    /// <summary>Where it ends, fences and the end of their last line included; null where there is none.</summary>
    public static int? End(SourceText source)
    {
        var lines = new LineReader(source, 0);
        return lines.Read() && Opens(lines.Line) ? FindEnd(ref lines, source.Length + 1) : null;
    }

    /// <summary>True if the first line opens it, if only a later line closes it.</summary>
    public static bool IsOpened(SourceText source)
    {
        var lines = new LineReader(source, 0);
        return lines.Read() && Opens(lines.Line);
    }

    /// <summary>True if a line that starts within a span would close it.</summary>
    public static bool MayEndIn(SourceText source, TextSpan span)
    {
        var lines = new LineReader(source, source.LineStart(source.LineOf(span.Start)));
        return FindEnd(ref lines, span.End) is not null;
    }

    private static bool Opens(ReadOnlySpan<char> line) => line.TrimEnd(" \t").TrimStart('\uFEFF') is "---";

    private static int? FindEnd(ref LineReader lines, int before)
    {
        while (lines.Next <= before && lines.Read())
        {
            if (lines.Line.TrimEnd(" \t") is "---" or "...")
            {
                return Math.Min(lines.Next, lines.Length);
            }
        }

        return null;
    }
}
