using Stratus.Features.Editing;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Refactorings;

/// <summary>The lines that a table fills alone.</summary>
/// <param name="Span">From the start of its first line to the end of its last.</param>
/// <param name="Indentation">What is before its first line: white space only.</param>
internal readonly record struct TableLines(TextSpan Span, string Indentation)
{
    /// <summary>The lines of a table; null with the reason where it shares them.</summary>
    public static TableLines? Of(Note note, StudyTable table, out string? obstacle)
    {
        var source = note.Source;
        var (first, last) = (source.Line(source.LineOf(table.Span.Start)), source.Line(source.LineOf(Math.Max(table.Span.Start, table.Span.End - 1))));
        var words = source.Slice(first).TrimStart(" \t").Length;
        var indentation = source.Slice(TextSpan.FromBounds(first.Start, first.End - words)).ToString();
        obstacle = indentation.Length < table.Span.Start - first.Start || (last.End > table.Span.End && !source.Slice(new(table.Span.End, last.End - table.Span.End)).IsWhiteSpace())
            ? "Its lines contain other text, as in a quote"
            // What it suppresses depends on the lines of the cells.
            : note.Directives.Any(directive => table.Span.Contains(directive.Span)) ? "A comment in it suppresses findings"
            : note.Tables.Any(other => other.Span != table.Span && other.Span.Contains(table.Span)) ? "It is within another table"
            : null;
        return obstacle is null ? new(TextSpan.FromBounds(first.Start, last.End), indentation) : null;
    }

    /// <summary>The edit that writes other lines in their place, parted by blank lines from what stands around.</summary>
    public Edit Replace(SourceText source, IEnumerable<string> lines)
    {
        var end = source.LineEnd;
        var indentation = Indentation;
        var text = string.Join(end, lines.Select(line => indentation + line));
        var (first, last) = (source.LineOf(Span.Start), source.LineOf(Span.End));
        var (mayTouchAbove, mayTouchBelow) = (IsBlank(source, first - 1), IsBlank(source, last + 1));
        return new(Span, (mayTouchAbove ? "" : end) + text + (mayTouchBelow ? "" : end));
    }

    private static bool IsBlank(SourceText source, int line) => line < 0 || line >= source.LineCount || source.Slice(source.Line(line)).IsWhiteSpace();
}
