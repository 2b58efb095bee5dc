using System.Text.RegularExpressions;
using Stratus.Notes;

namespace Stratus.Features.Completions;

/// <summary>The emphasis that most cells of a column carry: <c>**</c> or <c>&lt;strong&gt;</c>, or nothing.</summary>
/// <param name="Open">What stands before the words.</param>
/// <param name="Close">What stands behind them.</param>
internal readonly partial record struct ColumnEmphasis(string Open, string Close)
{
    /// <summary>No emphasis.</summary>
    public static ColumnEmphasis None { get; } = new("", "");

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
        var open = source.Text[cell.Area.Start..cell.Content.Start].Trim();
        var close = source.Text[cell.Content.End..cell.Area.End].Trim();
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
            var cell = row.Cells.FirstOrDefault(cell => cell.Column == column);
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
/// <param name="AfterName">What stands behind: <c> layer</c>.</param>
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

    private static LayerColumnStyle? Parse(string text, Catalog catalog)
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
