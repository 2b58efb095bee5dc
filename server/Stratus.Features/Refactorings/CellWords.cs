using Stratus.Notes;
using Stratus.Notes.Html;

namespace Stratus.Features.Refactorings;

/// <summary>Words of the catalog or of a glossary as they must be written in a cell.</summary>
internal static class CellWords
{
    /// <summary>The markup that is read as these words.</summary>
    public static string Write(string words, TableFormat format)
    {
        var line = string.Join(' ', words.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return format == TableFormat.Html
            ? line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            : InlineMarkdown.Escape(line);
    }
}
