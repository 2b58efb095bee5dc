using Stratus.Notes;

namespace Stratus.Features.Wording;

/// <summary>
/// How a message names another table of its note: by the heading that it is under. A line would be another one after the
/// next edit above, and so would be the message.
/// </summary>
/// <param name="note">The note.</param>
internal sealed class TableNames(Note note)
{
    private readonly Lazy<string[]> _headings = new(() => HeadingsOf(note));

    /// <summary>The table as a reader finds it from another: <c>the table under ‘Gateways’</c>, <c>the table below</c>.</summary>
    /// <param name="table">The number of the table in the note.</param>
    /// <param name="from">The number of the table that the message is in.</param>
    public string Of(int table, int from) => _headings.Value[table] is { Length: > 0 } heading && heading != _headings.Value[from]
        ? $"the table under ‘{heading}’"
        : $"the table {(table > from ? "below" : "above")}";

    // The words of the nearest heading above each table; empty where there is none.
    private static string[] HeadingsOf(Note note)
    {
        var sections = Sections.Of(note);
        var (headings, next, heading) = (new string[note.Tables.Count], 0, "");
        for (var table = 0; table < headings.Length; table++)
        {
            for (; next < sections.Length && sections[next].Heading.Span.Start < note.Tables[table].Span.Start; next++)
            {
                heading = sections[next].Heading.Text;
            }

            headings[table] = string.IsNullOrWhiteSpace(heading) ? "" : TableText.Short(heading);
        }

        return headings;
    }
}
