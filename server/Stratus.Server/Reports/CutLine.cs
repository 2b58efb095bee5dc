using System.Globalization;
using Stratus.Notes.Text;
using Stratus.Server.Terminal;

namespace Stratus.Server.Reports;

/// <summary>As much of a line as a terminal shows, and a stretch of it that is marked. A note may be one line of a megabyte.</summary>
/// <param name="Head">What stands before the marked text, with “… ” where more was cut off.</param>
/// <param name="Marked">The marked text, cut in its middle where it is long.</param>
/// <param name="Tail">What stands after it, with “ …” where more was cut off.</param>
internal readonly record struct CutLine(string Head, string Marked, string Tail)
{
    private const int Around = 60, MostMarked = 120;

    /// <summary>Cuts the first line of a span.</summary>
    internal static CutLine Of(SourceText source, TextSpan span)
    {
        var line = source.Line(source.LineOf(span.Start));
        // A span may begin at its line's end, and go on in the next.
        var start = Math.Min(span.Start, line.End);
        var end = Math.Clamp(span.End, start, line.End);
        var before = source.Slice(TextSpan.FromBounds(line.Start, start));
        var marked = source.Slice(TextSpan.FromBounds(start, end));
        var after = source.Slice(TextSpan.FromBounds(end, line.End));
        var head = Last(before, Around);
        var tail = First(after, Around);
        return new(
            (head.Length < before.Length ? "… " : "") + TerminalSupport.Printable(head),
            marked.Length <= MostMarked
                ? TerminalSupport.Printable(marked)
                : $"{TerminalSupport.Printable(First(marked, MostMarked / 2))} … {TerminalSupport.Printable(Last(marked, MostMarked / 2))}",
            TerminalSupport.Printable(tail) + (tail.Length < after.Length ? " …" : ""));
    }

    /// <summary>At most so many units from the start, and no part of a character as people see it.</summary>
    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text[end..]) is var next && end + next <= most)
        {
            end += next;
        }

        return text[..end];
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Begins far enough before the cut that it is in step with the characters when it comes there.
        var at = Math.Max(0, text.Length - (2 * most));
        while (at < text.Length - most)
        {
            at += StringInfo.GetNextTextElementLength(text[at..]);
        }

        return text[at..];
    }
}
