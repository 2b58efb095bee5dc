namespace Stratus.Notes.Markup;

/// <summary>Writes plain words into the cells of tables.</summary>
public static class CellMarkup
{
    /// <summary>The markup of a cell that is read as these words; each run of white space is one space.</summary>
    /// <param name="words">Plain text, of the catalog or of a glossary.</param>
    /// <param name="format">The format of the table; a grid table is written as a pipe table is.</param>
    public static string Write(string words, TableFormat format)
    {
        var line = string.Join(' ', words.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return format == TableFormat.Html
            ? line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            : InlineMarkdown.Escape(line);
    }
}
