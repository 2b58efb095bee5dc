using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>
/// Markup that is being typed and is none to Markdown before it is closed: a tag, a link's target, inline code. Nothing is
/// offered within it either.
/// </summary>
internal static class Unfinished
{
    /// <summary>True if the cursor is in a tag or in a link's target that its line has begun and not closed.</summary>
    public static bool IsMarkup(SourceText source, int offset)
    {
        var line = Before(source, offset);
        var tag = line.LastIndexOf('<');
        if (tag > line.LastIndexOf('>') && tag + 1 < line.Length && (char.IsAsciiLetter(line[tag + 1]) || line[tag + 1] is '/' or '!'))
        {
            return true;
        }

        return line.LastIndexOf("](", StringComparison.Ordinal) is >= 0 and var target && !line[target..].Contains(')');
    }

    /// <summary>
    /// True if the cursor most likely is in something else on its way: in inline code, after a backtick that its line has
    /// not answered, or in the row of dashes below the header of a table.
    /// </summary>
    public static bool IsOnItsWay(SourceText source, int offset)
    {
        var line = Before(source, offset);
        return line.Count('`') % 2 == 1 || (line.Contains('-') && line.Contains('|') && line.Trim("|:- \t").IsEmpty);
    }

    private static ReadOnlySpan<char> Before(SourceText source, int offset)
    {
        var start = source.Line(source.LineOf(offset)).Start;
        return source.Slice(new(start, offset - start));
    }
}
