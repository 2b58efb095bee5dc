using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Markup;
using Stratus.Notes.Text;

namespace Stratus.Features.Refactorings;

/// <summary>Writes whole tables, line by line.</summary>
internal static class TableMarkup
{
    /// <summary>A pipe table.</summary>
    /// <param name="alignments">One for each column.</param>
    /// <param name="rows">What to write in the cells, as Markdown; the header first.</param>
    public static IEnumerable<string> Pipe(ImmutableArray<ColumnAlignment> alignments, IReadOnlyList<ImmutableArray<string>> rows)
    {
        yield return Row(rows[0]);
        yield return Row(alignments.Select(alignment => alignment switch
        {
            ColumnAlignment.Left => ":---",
            ColumnAlignment.Center => ":---:",
            ColumnAlignment.Right => "---:",
            _ => "---",
        }));
        foreach (var row in rows.Skip(1))
        {
            yield return Row(row.Concat(Enumerable.Repeat("", Math.Max(0, alignments.Length - row.Length))));
        }

        static string Row(IEnumerable<string> cells) => $"|{string.Concat(cells.Select(cell => cell.Length == 0 ? "  |" : $" {cell} |"))}";
    }

    /// <summary>An HTML table, a line for each cell.</summary>
    /// <param name="startTag">Its start tag, with a class or without.</param>
    /// <param name="alignments">One for each column.</param>
    /// <param name="rows">What to write in the cells, as HTML; the header first.</param>
    public static IEnumerable<string> Html(string startTag, ImmutableArray<ColumnAlignment> alignments, IReadOnlyList<ImmutableArray<string>> rows) =>
    [
        startTag,
        "<thead>",
        .. Row(rows[0], alignments, "th"),
        "</thead>",
        "<tbody>",
        .. rows.Skip(1).SelectMany(row => Row(row, alignments, "td")),
        "</tbody>",
        "</table>",
    ];

    private static IEnumerable<string> Row(ImmutableArray<string> cells, ImmutableArray<ColumnAlignment> alignments, string name)
    {
        yield return "<tr>";
        foreach (var (column, cell) in cells.Index())
        {
            // GitHub leaves out styles and keeps this.
            var align = alignments[column] == ColumnAlignment.None ? "" : $" align=\"{alignments[column].ToString().ToLowerInvariant()}\"";
            yield return $"<{name}{align}>{cell}</{name}>";
        }

        yield return "</tr>";
    }

    /// <summary>The start tag of most other HTML tables of the note, where they have no more than a class; else the plain one.</summary>
    public static string StartTagOfOthers(Note note, StudyTable? except)
    {
        var tags = note.Tables.Where(table => table.Format == TableFormat.Html && table.Span != except?.Span).Select(StartTag).ToList();
        return tags.GroupBy(tag => tag).OrderByDescending(group => group.Count()).FirstOrDefault() is { Key: { } commonest } group && group.Count() * 2 > tags.Count
            ? commonest
            : "<table>";

        string StartTag(StudyTable table)
        {
            var markup = note.Source.Slice(table.Span);
            var tag = markup[..(markup.IndexOf('>') + 1)].ToString();
            return HtmlTableMarkup.ClassOf(tag) is { } name ? $"<table class=\"{name}\">" : "<table>";
        }
    }

    /// <summary>How the columns of a pipe table are aligned, from the line below its header.</summary>
    public static ImmutableArray<ColumnAlignment> AlignmentsOf(SourceText source, StudyTable table)
    {
        var line = source.LineOf(table.Header!.Span.Start) + 1;
        var marks = source.Slice(source.Line(line)).Trim().Trim('|').ToString().Split('|', StringSplitOptions.TrimEntries);
        return
        [
            .. table.Columns.Select((_, column) => marks.ElementAtOrDefault(column) switch
            {
                [':', .., ':'] => ColumnAlignment.Center,
                [':', ..] => ColumnAlignment.Left,
                [.., ':'] => ColumnAlignment.Right,
                _ => ColumnAlignment.None,
            }),
        ];
    }
}
