using Stratus.Notes;

namespace Stratus.Features.Wording;

/// <summary>
/// How a message names another table of its note: by the heading that it is under. A line would be another one after the
/// next edit above, and so would be the message.
/// </summary>
internal static class TableNames
{
    /// <summary>The table as a reader finds it from another: <c>the table under ‘Gateways’</c>, <c>the table below</c>.</summary>
    /// <param name="note">The note.</param>
    /// <param name="table">The number of the table in the note.</param>
    /// <param name="from">The number of the table that the message is in.</param>
    public static string Of(Note note, int table, int from) =>
        HeadingAbove(note, note.StartOfTable(table)) is { Length: > 0 } heading && heading != HeadingAbove(note, note.StartOfTable(from))
            ? $"the table under ‘{heading}’"
            : $"the table {(table > from ? "below" : "above")}";

    /// <summary>The words of the nearest heading above a place; empty where there is none. A heading within a table heads a cell.</summary>
    public static string HeadingAbove(Note note, int offset) =>
        note.HeadingBefore(offset)?.Text is { } heading && !string.IsNullOrWhiteSpace(heading) ? TableText.Short(heading) : "";
}
