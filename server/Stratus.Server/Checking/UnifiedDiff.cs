using System.Globalization;
using System.Text;
using Stratus.Features.Editing;
using Stratus.Server.Files;

namespace Stratus.Server.Checking;

/// <summary>
/// A change of a file as a unified diff that <c>git apply</c> and <c>patch</c> take. What changed is known, so nothing is compared,
/// and line ends and marks are kept as they are, which libraries for diffs do not do.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;
    private const string NoLineEnd = "\\ No newline at end of file\n";

    /// <summary>The diff; empty for no change.</summary>
    /// <param name="path">The file's path, with slashes.</param>
    /// <param name="file">The file before.</param>
    /// <param name="change">What changes in its text.</param>
    internal static string Of(string path, NoteText file, TextChange change)
    {
        if (change.Edits.IsEmpty)
        {
            return "";
        }

        var mark = file.HasMark ? "\uFEFF" : "";
        var before = Lines(mark + file.Source);
        var diff = new StringBuilder();
        var name = path.Contains('"', StringComparison.Ordinal) || path.Any(char.IsControl) ? null : path;
        diff.Append(CultureInfo.InvariantCulture, $"--- {Name("a/", path, name)}\n+++ {Name("b/", path, name)}\n");

        var blocks = Blocks(before, change, mark.Length);
        var shift = 0;
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].Start - blocks[last].End <= 2 * Context)
            {
                last++;
            }

            shift += WriteHunk(diff, before, blocks[first..(last + 1)], shift);
            first = last + 1;
        }

        return diff.ToString();
    }

    // Git quotes names with odd characters; a name with a space ends with a tab, so that no date is looked for in it.
    private static string Name(string side, string path, string? plain)
    {
        if (plain is not null)
        {
            return side + plain + (plain.Contains(' ', StringComparison.Ordinal) ? "\t" : "");
        }

        var quoted = new StringBuilder("\"").Append(side);
        foreach (var unit in path)
        {
            quoted.Append(unit switch
            {
                '"' or '\\' => "\\" + unit,
                _ when char.IsControl(unit) => "\\" + Convert.ToString(unit, 8).PadLeft(3, '0'),
                _ => unit.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static int WriteHunk(StringBuilder diff, List<string> lines, List<Block> blocks, int shift)
    {
        var start = Math.Max(0, blocks[0].Start - Context);
        var end = Math.Min(lines.Count, blocks[^1].End + Context);
        var growth = blocks.Sum(block => block.NewLines.Count - (block.End - block.Start));
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Place(start, end - start)} +{Place(start + shift, end - start + growth)} @@\n");
        var at = start;
        foreach (var block in blocks)
        {
            Write(diff, ' ', lines[at..block.Start]);
            Write(diff, '-', lines[block.Start..block.End]);
            Write(diff, '+', block.NewLines);
            at = block.End;
        }

        Write(diff, ' ', lines[at..end]);
        return growth;
    }

    private static string Place(int start, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(count == 0 ? start : start + 1)}{(count == 1 ? "" : $",{count}")}");

    private static void Write(StringBuilder diff, char kind, List<string> lines)
    {
        foreach (var line in lines)
        {
            diff.Append(kind).Append(line);
            if (!line.EndsWith('\n'))
            {
                diff.Append('\n').Append(NoLineEnd);
            }
        }
    }

    /// <summary>The lines that change, in order, apart by at least one line that does not.</summary>
    private static List<Block> Blocks(List<string> lines, TextChange change, int offset)
    {
        var starts = new List<int>(lines.Count + 1) { 0 };
        lines.ForEach(line => starts.Add(starts[^1] + line.Length));
        var blocks = new List<Block>();
        for (var first = 0; first < change.Edits.Length;)
        {
            var start = LineOf(starts, change.Edits[first].Span.Start + offset);
            var end = EndOf(change.Edits[first]);
            var last = first;
            while (last + 1 < change.Edits.Length && LineOf(starts, change.Edits[last + 1].Span.Start + offset) <= end)
            {
                end = Math.Max(end, EndOf(change.Edits[++last]));
            }

            var from = starts[start];
            var edits = change.Edits[first..(last + 1)].Select(edit => edit with { Span = edit.Span.Shift(offset - from) });
            blocks.Add(new(start, end, Lines(new TextChange([.. edits]).Apply(string.Concat(lines[start..end])))));
            first = last + 1;
        }

        return blocks;

        // An edit that takes a line's end away, or begins where one ends, changes the next line too.
        int EndOf(Edit edit) => Math.Min(lines.Count, LineOf(starts, edit.Span.End + offset) + 1);
    }

    private static int LineOf(List<int> starts, int offset)
    {
        var index = starts.BinarySearch(offset);
        return Math.Min(index >= 0 ? index : ~index - 1, Math.Max(0, starts.Count - 2));
    }

    /// <summary>The lines with their ends; Git knows only those at LF.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }

    /// <summary>Lines from start to end (exclusive, from 0) and what takes their place.</summary>
    private readonly record struct Block(int Start, int End, List<string> NewLines);
}
