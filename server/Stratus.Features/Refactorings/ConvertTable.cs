using System.Collections.Immutable;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Markup;

namespace Stratus.Features.Refactorings;

/// <summary>Writes an HTML table as a pipe table and the other way round, where both say the same.</summary>
internal static class ConvertTable
{
    private const string ToPipe = "Convert to a pipe table";
    private const string ToHtml = "Convert to an HTML table";
    private const string WouldDiffer = "A cell would read differently";

    // In UTF-16 units, in a title: a class may be anything.
    private const int LongestClass = 40;

    /// <summary>The conversion of a table to the other markup, or why there is none; null for a grid table.</summary>
    public static Refactoring? Of(Note note, StudyTable table) => table.Format switch
    {
        TableFormat.Html => FromHtml(note, table),
        TableFormat.Pipe => FromPipe(note, table),
        _ => null,
    };

    private static Refactoring FromHtml(Note note, StudyTable table)
    {
        if (TableLines.Of(note, table, out var where) is not { } lines)
        {
            return Refused(ToPipe, where!);
        }

        if (HtmlTableMarkup.Read(note.Source.Slice(table.Span).ToString(), out var obstacle) is not { } markup)
        {
            return Refused(ToPipe, ObstacleText.Of(obstacle!.Value));
        }

        var rows = new List<ImmutableArray<string>>();
        foreach (var row in markup.Rows)
        {
            var cells = ImmutableArray.CreateBuilder<string>(row.Length);
            foreach (var cell in row)
            {
                if (InlineMarkdown.ForPipeCell(cell, out obstacle) is not { } markdown)
                {
                    return Refused(ToPipe, ObstacleText.Of(obstacle!.Value));
                }

                cells.Add(markdown);
            }

            rows.Add(cells.DrainToImmutable());
        }

        // A pipe table has no place for a class: who asks for it is told.
        var title = markup.Class is { Length: > 0 } name ? $"{ToPipe}, without its class `{PlainText.Of(name, LongestClass)}`" : ToPipe;
        return Tried(note, title, lines.Replace(note.Source, TableMarkup.Pipe(markup.Alignments, rows)));
    }

    private static Refactoring FromPipe(Note note, StudyTable table)
    {
        if (TableLines.Of(note, table, out var obstacle) is not { } lines)
        {
            return Refused(ToHtml, obstacle!);
        }

        if (table.Header is not { } header)
        {
            return Refused(ToHtml, "It has no header row");
        }

        var rows = new List<ImmutableArray<string>>();
        foreach (var row in table.Rows.Prepend(header))
        {
            var cells = row.Cells.OrderBy(cell => cell.Column).Select(cell => InlineHtml.OfPipeCell(note.Source.Slice(cell.Area).ToString())).ToList();
            if (cells.Contains(null))
            {
                return Refused(ToHtml, WouldDiffer);
            }

            rows.Add([.. cells.OfType<string>()]);
        }

        var alignments = TableMarkup.AlignmentsOf(note.Source, table);
        return Tried(note, ToHtml, lines.Replace(note.Source, TableMarkup.Html(TableMarkup.StartTagOfOthers(note, table), alignments, rows)));
    }

    private static Refactoring Tried(Note note, string title, Edit edit) => NoteMeaning.IsSame(note, NoteMeaning.After(note, [edit]))
        ? new(title, RefactoringKind.ConvertTable, [edit])
        : Refused(title, WouldDiffer);

    private static Refactoring Refused(string title, string obstacle) => Refactoring.Refused(title, RefactoringKind.ConvertTable, obstacle + ".");
}
