using Stratus.Features.Wording;
using Stratus.Notes.Markup;

namespace Stratus.Features.Refactorings;

/// <summary>Says why a table cannot be written in other markup.</summary>
internal static class ObstacleText
{
    // In UTF-16 units: a tag or an attribute may be anything.
    private const int LongestName = 40;

    /// <summary>The reason, as a sentence without an end mark.</summary>
    public static string Of(TableObstacle obstacle)
    {
        var name = PlainText.Of(obstacle.Name, LongestName);
        return obstacle.Kind switch
        {
            TableObstacleKind.WordsBetweenCells => "There is text between its cells",
            TableObstacleKind.CommentBetweenRows => "There is a comment between its rows",
            TableObstacleKind.NoEndTag => "It has no end tag",
            TableObstacleKind.NoHeader => "It has no header row, which a pipe table needs",
            TableObstacleKind.LongRow => "A row has more cells than the header",
            TableObstacleKind.NestedTable => "It contains another table",
            TableObstacleKind.Sections => "Its rows are divided into sections",
            TableObstacleKind.Caption => "It has a caption",
            TableObstacleKind.Tag => $"It contains <{name}>",
            TableObstacleKind.CellOutsideRows => "A cell is outside of the rows",
            TableObstacleKind.SpanningCell => "A cell spans several rows or columns",
            TableObstacleKind.Alignment => $"A cell is aligned by `{name}`",
            TableObstacleKind.PartialHeader => "Only a part of its first row is a header",
            TableObstacleKind.LongHeader => "Its header has several rows",
            TableObstacleKind.RowHeader => "A row has a header of its own",
            TableObstacleKind.MixedAlignment => "The cells of a column are aligned differently",
            TableObstacleKind.Attribute => $"{Subject(obstacle.Element)} has the attribute `{name}`",
            TableObstacleKind.CommentInCell => "A cell contains a comment of several lines",
            TableObstacleKind.EndTagInCell => $"A cell contains a </{name}> without a start tag",
            TableObstacleKind.OpenTagInCell => $"A cell contains a <{name}> that is not closed",
            TableObstacleKind.BlockInCell => $"A cell contains <{name}>, which is a block and does not fit in a line",
            TableObstacleKind.PipeInCode => "A cell contains code with a pipe in it",
            _ => "A cell contains markup that Markdown would read differently",
        };
    }

    private static string Subject(string element) => element switch
    {
        "table" => "The table",
        "tr" => "A row",
        "td" => "A cell",
        _ => $"<{element}>",
    };
}
