using System.Text.RegularExpressions;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Editing;

/// <summary>The emphasis that most cells of a column carry: <c>**</c> or <c>&lt;strong&gt;</c>, or nothing.</summary>
/// <param name="Open">What stands before the words.</param>
/// <param name="Close">What stands after them.</param>
internal readonly partial record struct ColumnEmphasis(string Open, string Close)
{
    /// <summary>No emphasis.</summary>
    public static ColumnEmphasis None { get; } = new("", "");

    /// <summary>Words with this emphasis.</summary>
    public string Around(string words) => Open + words + Close;

    /// <summary>The emphasis that most cells of the column carry.</summary>
    public static ColumnEmphasis Of(SourceText source, StudyTable table, int column)
    {
        var cells = CellsOf(table, column).Select(cell => Around(source, cell)).ToList();
        var commonest = cells.GroupBy(emphasis => emphasis).OrderByDescending(group => group.Count()).FirstOrDefault();
        return commonest is not null && commonest.Count() * 2 > cells.Count ? commonest.Key : None;
    }

    /// <summary>The cells of a column that hold something.</summary>
    public static IEnumerable<TableCell> CellsOf(StudyTable table, int column) =>
        table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Column == column && cell.Content.Length > 0);

    // A cell's content begins and ends with its words, so that its emphasis is what stands around.
    private static ColumnEmphasis Around(SourceText source, TableCell cell)
    {
        var open = source.Slice(TextSpan.FromBounds(cell.Area.Start, cell.Content.Start)).ToString().Trim();
        var close = source.Slice(TextSpan.FromBounds(cell.Content.End, cell.Area.End)).ToString().Trim();
        return Emphasis().IsMatch(open) && close == (open[0] == '<' ? open.Insert(1, "/") : open) ? new(open, close) : None;
    }

    [GeneratedRegex(@"^(?:\*{1,3}|_{1,3}|<(?:strong|b|em|i)>)$", RegexOptions.IgnoreCase)]
    private static partial Regex Emphasis();
}

/// <summary>How a table writes its services.</summary>
/// <param name="HasPrefix">True for <c>AWS Transit Gateway</c>, false for <c>Transit Gateway</c>.</param>
/// <param name="HasAbbreviation">True for <c>Transit Gateway (TGW)</c>.</param>
/// <param name="Emphasis">The emphasis around the name.</param>
internal readonly record struct ServiceColumnStyle(bool HasPrefix, bool HasAbbreviation, ColumnEmphasis Emphasis)
{
    /// <summary>The style of most rows.</summary>
    public static ServiceColumnStyle Of(SourceText source, StudyTable table, int column)
    {
        int withPrefix = 0, couldHavePrefix = 0, withAbbreviation = 0, couldHaveAbbreviation = 0;
        foreach (var row in table.Rows)
        {
            var cell = row.CellIn(column);
            if (cell is null || row.Claim is not { Subjects: [var (service, span), ..] })
            {
                continue;
            }

            var name = source.Slice(span);
            if (service.Prefix is { } prefix)
            {
                couldHavePrefix++;
                withPrefix += name.StartsWith(prefix + " ", StringComparison.Ordinal) ? 1 : 0;
            }

            if (service.Abbreviation is { } abbreviation && Abbreviates(service.Name, abbreviation))
            {
                couldHaveAbbreviation++;
                withAbbreviation += cell.Text.Contains($"({abbreviation})", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return new(
            withPrefix * 2 > couldHavePrefix,
            withAbbreviation * 2 > couldHaveAbbreviation,
            ColumnEmphasis.Of(source, table, column));
    }

    /// <summary>The name of a service in this style, without emphasis.</summary>
    public string Write(Service service)
    {
        var name = Catalog.PresentName(service, HasPrefix);
        return HasAbbreviation && service.Abbreviation is { } abbreviation && Abbreviates(name, abbreviation) ? $"{name} ({abbreviation})" : name;
    }

    // Nobody writes "NAT Gateway (NATGW)": what holds the first word in full abbreviates little.
    private static bool Abbreviates(string name, string abbreviation) =>
        !abbreviation.StartsWith(name.Split(' ')[0], StringComparison.OrdinalIgnoreCase);
}

/// <summary>How a table writes its layers: <c>L3 Network</c>, <c>L3 – Network</c>, <c>Layer 3</c>, <c>Network</c>.</summary>
/// <param name="BeforeNumber">What stands before the number (<c>L</c>), or null where no number is written.</param>
/// <param name="BeforeName">What stands between number and name, or null where no name is written.</param>
/// <param name="AfterName">What stands after: <c> layer</c>.</param>
/// <param name="Emphasis">The emphasis around it.</param>
internal readonly partial record struct LayerColumnStyle(string? BeforeNumber, string? BeforeName, string AfterName, ColumnEmphasis Emphasis)
{
    /// <summary>The style of most cells; <c>L3 Network</c> where there is none to follow.</summary>
    public static LayerColumnStyle Of(Note note, StudyTable table, int column)
    {
        var emphasis = ColumnEmphasis.Of(note.Source, table, column);
        var styles = ColumnEmphasis.CellsOf(table, column)
            .Select(cell => Parse(cell.Text, note.Catalog))
            .OfType<LayerColumnStyle>()
            .GroupBy(style => style)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault(new LayerColumnStyle("L", " ", "", ColumnEmphasis.None));
        return styles with { Emphasis = emphasis };
    }

    /// <summary>A layer in this style, without emphasis.</summary>
    public string Write(OsiLayer layer) =>
        (BeforeNumber is null ? "" : $"{BeforeNumber}{layer.Number}") + (BeforeName is null ? "" : BeforeName + layer.Name) + AfterName;

    /// <summary>The style of a cell that holds one layer, or null where it holds something else; it tells nothing of emphasis.</summary>
    public static LayerColumnStyle? Parse(string text, Catalog catalog)
    {
        if (Numbered().Match(text) is { Success: true } numbered)
        {
            var number = numbered.Groups["number"].Value[0] - '0';
            var name = numbered.Groups["name"].Value;
            if (name.Length == 0)
            {
                return new(numbered.Groups["before"].Value, null, "", ColumnEmphasis.None);
            }

            return name.StartsWith(catalog.Layer(number).Name, StringComparison.Ordinal)
                ? new(numbered.Groups["before"].Value, numbered.Groups["between"].Value, name[catalog.Layer(number).Name.Length..], ColumnEmphasis.None)
                : null;
        }

        var named = catalog.Layers.FirstOrDefault(layer => text.StartsWith(layer.Name, StringComparison.Ordinal));
        return named is not null && text[named.Name.Length..].Trim() is "" or "layer" or "Layer"
            ? new(null, "", text[named!.Name.Length..], ColumnEmphasis.None)
            : null;
    }

    [GeneratedRegex(@"^(?<before>L|Layer[ -]?|layer[ -]?|OSI L|OSI [Ll]ayer |)(?<number>[1-7])(?<between>(?:\W|_){0,4})(?<name>|[A-Z][A-Za-z ]+)$")]
    private static partial Regex Numbered();
}

/// <summary>How a table writes two layers in one cell: <c>L3/L4</c>, <c>L3 / L4</c>, <c>Layer 3/4</c>, <c>L7 Application / L4 Transport</c>.</summary>
/// <param name="First">How the first is written.</param>
/// <param name="Between">What stands between them.</param>
/// <param name="Second">How the second is written.</param>
/// <param name="IsDescending">True if the higher layer comes first.</param>
internal readonly record struct LayerPairStyle(LayerColumnStyle First, string Between, LayerColumnStyle Second, bool IsDescending)
{
    /// <summary>The style of the first pair in the column; where there is none it follows from how the table writes one layer.</summary>
    public static LayerPairStyle Of(Note note, StudyTable table, int column, LayerColumnStyle single)
    {
        foreach (var cell in ColumnEmphasis.CellsOf(table, column))
        {
            var sign = cell.Text.AsSpan().IndexOfAny('/', '&', ',');
            if (sign <= 0)
            {
                continue;
            }

            var (first, second) = (cell.Text[..sign].TrimEnd(), cell.Text[(sign + 1)..].TrimStart());
            if (LayerColumnStyle.Parse(first, note.Catalog) is { } ofFirst
                && LayerColumnStyle.Parse(second, note.Catalog) is { } ofSecond
                && NumberIn(first) is { } one && NumberIn(second) is { } two)
            {
                return new(ofFirst, cell.Text[first.Length..^second.Length], ofSecond, one > two);
            }
        }

        // "L3/L4" and no names: two of them would make the column wide. "Layer 3/4" and no second word.
        return single.BeforeNumber is null
            ? new(single, "/", single, IsDescending: false)
            : new(
                single with { BeforeName = null, AfterName = "" },
                "/",
                single with { BeforeNumber = single.BeforeNumber.Length > 1 ? "" : single.BeforeNumber, BeforeName = null, AfterName = "" },
                IsDescending: false);
    }

    /// <summary>Two layers in this style, without emphasis.</summary>
    public string Write(LayerSet two, Catalog catalog)
    {
        var (first, second) = IsDescending ? (two.Highest, two.Lowest) : (two.Lowest, two.Highest);
        return First.Write(catalog.Layer(first)) + Between + Second.Write(catalog.Layer(second));
    }

    private static int? NumberIn(string text) => text.AsSpan().IndexOfAnyInRange('1', '7') is >= 0 and var at ? text[at] - '0' : null;
}
