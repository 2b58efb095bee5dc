using System.Buffers;
using System.Text.RegularExpressions;
using Stratus.Configuration;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Chunks;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A cell of a service column that names nothing known.</summary>
/// <remarks>It reports only in tables that are surely of AWS services, and only of cells that are made like a name.</remarks>
internal static partial class UnknownService
{
    private const int MostWords = 4;
    private const int FewestKnown = 3;

    private static readonly SearchValues<char> NoName = SearchValues.Create("?!:;=<>{}[]()@#$%^~|\\/\"“”„«»…→+&*,'’_");

    private static readonly Vocabulary Words = Vocabulary.Embedded;

    public static Rule Rule { get; } = new(
        "unknown-service",
        Severity.Hint,
        "A service column names an unknown service")
    {
        InChunk = new(ChunkTraits.Tables, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var (workspace, note) = (input.Workspace, input.Note);
        IReadOnlyList<Mention>? mentions = null;
        var next = 0;
        foreach (var table in note.Tables)
        {
            var column = table.ColumnOf(ColumnRole.Service);
            if (column < 0 || !table.IsOsi || IsComparison(table))
            {
                continue;
            }

            mentions ??= note.Mentions as IReadOnlyList<Mention> ?? [.. note.Mentions];
            int filled = 0, known = 0;
            List<TableCell>? unknown = null;
            foreach (var row in table.Rows)
            {
                if (row.CellIn(column) is not { Content.Length: > 0 } cell)
                {
                    continue;
                }

                filled++;
                while (next < mentions.Count && mentions[next].Span.End <= cell.Area.Start)
                {
                    next++;
                }

                if (row.Claim is { Subjects.IsEmpty: false } || (next < mentions.Count && mentions[next].Span.Start < cell.Area.End))
                {
                    known++;
                }
                else if (IsRow(row) && IsLikeName(note, cell))
                {
                    (unknown ??= []).Add(cell);
                }
            }

            if (unknown is not null && IsOfServices(table, column, filled, known))
            {
                // "Step Function" is one of the Step Functions.
                foreach (var cell in unknown.Where(cell => !IsKnown(workspace.Catalog, cell.Text + "s")))
                {
                    yield return FindingAt(cell);
                }
            }
        }
    }

    private static bool IsKnown(Catalog catalog, string name)
    {
        var matches = new List<TermMatch>();
        catalog.Matcher.FindAll(name, matches);
        return matches is [var match] && match.Length == name.Length;
    }

    private static Finding FindingAt(TableCell cell) => new(
        Rule,
        Severity.Hint,
        cell.Content,
        $"Unknown AWS service or feature ‘{cell.Text}’. Check the spelling, or add the name to your glossary.",
        [],
        []);

    // The header says that services of AWS are listed, or most of the rows do.
    private static bool IsOfServices(StudyTable table, int column, int filled, int known)
    {
        var heading = table.Header?.CellIn(column)?.Text ?? "";
        return SaysAws().IsMatch(heading) ? known * 2 >= filled || filled - known == 1
            : Words.ColumnHeaders.Service.StandsIn(heading) ? known >= 2 && known * 2 > filled
            : known >= FewestKnown && known * 3 >= filled * 2;
    }

    // "AWS | Azure | GCP": the rows are about what the clouds have in common.
    private static bool IsComparison(StudyTable table) =>
        table.Header?.Cells.Any(cell => NamesVendor(cell.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))) == true;

    private static bool NamesVendor(string[] words) => words.Any(word => Words.OtherVendors.Contains(word));

    // A line of a table that holds nothing else heads the rows below it, or sums them up.
    private static bool IsRow(TableRow row) => row.Cells.Length < 2 || row.Cells.Count(cell => cell.Content.Length > 0) >= 2;

    private static bool IsLikeName(Note note, TableCell cell)
    {
        var text = cell.Text;
        if (text.Length is < 3 or > 40 || !char.IsAsciiLetterUpper(text[0]) || text.AsSpan().ContainsAny(NoName) || text[^1] == '.'
            || !note.Source.Slice(cell.Content).SequenceEqual(text) || note.KindAt(cell.Content.Start + 1) != TextKind.TableCell)
        {
            return false;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords
            // A name is capitalised throughout; "Routing decisions" and "Self-managed" are descriptions.
            && words.All(word => char.IsAsciiLetterUpper(word[0]) || char.IsAsciiDigit(word[0]) || Words.WithinNames.Contains(word))
            && !NamesVendor(words) && !LowerBehindHyphen().IsMatch(text)
            && !words.All(word => Words.OrdinaryCellWords.Contains(word) || word.All(char.IsAsciiDigit));
    }

    [GeneratedRegex("-[a-z]")]
    private static partial Regex LowerBehindHyphen();

    [GeneratedRegex(@"\b(?:AWS|Amazon)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysAws();
}
