using System.Collections.Immutable;
using System.Globalization;
using Stratus.Features.Editing;
using Stratus.Notes;

namespace Stratus.Features.Refactorings;

/// <summary>
/// What a note says, apart from how it is written. An odd note can make anything of a changed line, so that what is
/// offered is tried first.
/// </summary>
internal static class NoteMeaning
{
    /// <summary>The note after edits.</summary>
    public static Note After(Note note, ImmutableArray<Edit> edits) =>
        note.WithSource(new TextChange(edits).Apply(note.Source));

    /// <summary>True if two notes say the same: in tables (roles, words of the cells), headings, placements and names.</summary>
    public static bool IsSame(Note one, Note other) =>
        Tables(one).SequenceEqual(Tables(other), StringComparer.Ordinal)
        && Around(one).SequenceEqual(Around(other), StringComparer.Ordinal)
        && Placements(one).SequenceEqual(Placements(other), StringComparer.Ordinal)
        && Mentions(one).SequenceEqual(Mentions(other), StringComparer.Ordinal);

    /// <summary>What stands around the tables: the headings, and how many tables there are.</summary>
    public static IEnumerable<string> Around(Note note) =>
        note.Headings.Select(heading => $"{heading.Level} {heading.Text}").Append(note.Tables.Count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Each table with its rows.</summary>
    public static IEnumerable<string> Tables(Note note) => note.Tables.Select(table => Head(table) + string.Concat(table.Rows.Select(row => "\n" + Words(table, row))));

    /// <summary>The roles and the header of a table.</summary>
    public static string Head(StudyTable table) =>
        $"{string.Join(' ', table.Columns)} {table.IsOsi}: {(table.Header is { } header ? Words(table, header) : "")}";

    /// <summary>The words of a row's cells; a cell that is not there is empty.</summary>
    public static string Words(StudyTable table, TableRow row)
    {
        var words = new string[table.Columns.Length];
        foreach (var cell in row.Cells)
        {
            words[cell.Column] = cell.Text;
        }

        return string.Join('\u001f', words);
    }

    /// <summary>Each placement.</summary>
    public static IEnumerable<string> Placements(Note note) => note.Placements.Select(Describe);

    /// <summary>What a placement says.</summary>
    public static string Describe(Placement placement) => string.Create(
        CultureInfo.InvariantCulture,
        $"{placement.Table} {placement.Layers} {placement.IsHedged} {string.Join('+', placement.Subjects.Select(subject => subject.Service.Id))}");

    private static IEnumerable<string> Mentions(Note note) =>
        note.Mentions.Select(mention => $"{mention.Layers?.Layers} {string.Join('+', mention.Services.Select(service => service.Id))}");
}
