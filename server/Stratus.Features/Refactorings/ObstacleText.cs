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
            TableObstacleKind.WordsBetweenCells => "Words stand between its cells",
            TableObstacleKind.CommentBetweenRows => "A comment stands between its rows",
            TableObstacleKind.NoEndTag => "It has no end tag",
            TableObstacleKind.NoHeader => "It has no header row, which a pipe table needs",
            TableObstacleKind.LongRow => "A row has more cells than the header",
            TableObstacleKind.NestedTable => "A table stands within it",
            TableObstacleKind.Sections => "Its rows are parted into sections",
            TableObstacleKind.Caption => "It has a caption",
            TableObstacleKind.Tag => $"It holds <{name}>",
            TableObstacleKind.CellOutsideRows => "A cell stands outside of the rows",
            TableObstacleKind.SpanningCell => "A cell covers several rows or columns",
            TableObstacleKind.Alignment => $"A cell is aligned by ‘{name}’",
            TableObstacleKind.PartialHeader => "Its first row is a header in part only",
            TableObstacleKind.LongHeader => "Its header has several rows",
            TableObstacleKind.RowHeader => "A row has a header of its own",
            TableObstacleKind.MixedAlignment => "The cells of a column are aligned differently",
            TableObstacleKind.Attribute => $"{Subject(obstacle.Element)} has the attribute ‘{name}’",
            TableObstacleKind.CommentInCell => "A cell holds a comment of several lines",
            TableObstacleKind.EndTagInCell => $"A cell holds a </{name}> that ends nothing",
            TableObstacleKind.OpenTagInCell => $"A cell holds a <{name}> that is not closed",
            TableObstacleKind.BlockInCell => $"A cell holds <{name}>, which is no part of a line",
            TableObstacleKind.PipeInCode => "A cell holds code with a pipe in it",
            _ => "A cell holds markup that Markdown would read otherwise",
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
