using Stratus.Notes.Text;

namespace Stratus.Notes.Reading;

/// <summary>The YAML block that may open a note.</summary>
internal static class FrontMatter
{
    /// <summary>The number of lines that it takes, fences included, or null where there is none.</summary>
    public static int? End(SourceText source)
    {
        if (Trimmed(source, 0).TrimStart('\uFEFF') is not "---")
        {
            return null;
        }

        for (var line = 1; line < source.LineCount; line++)
        {
            if (Trimmed(source, line) is "---" or "...")
            {
                return line + 1;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Trimmed(SourceText source, int line) => source.Slice(source.Line(line)).TrimEnd(" \t");
}
