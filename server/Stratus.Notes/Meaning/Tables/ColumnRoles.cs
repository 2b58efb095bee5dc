using System.Buffers;
using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Notes.Meaning.Layers;
using Stratus.Notes.Reading;

namespace Stratus.Notes.Meaning.Tables;

/// <summary>Tells what the columns of a table hold: from the words of its header, then from what most cells hold.</summary>
internal static class ColumnRoles
{
    private static readonly ColumnHeaders Headers = Vocabulary.Embedded.ColumnHeaders;

    // Best first: where several columns could be the subject, the surer word wins, then the first column.
    private static readonly WordList[] ServiceWords = [Headers.Service, Headers.Part, Headers.Name];

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789 /-–&,+");

    /// <summary>True if the words are about a layer model that is not OSI's, and not about both.</summary>
    public static bool SpeaksOfOtherModel(string words) =>
        !words.Contains("OSI", StringComparison.Ordinal) && Vocabulary.Embedded.OtherLayerModels.IsPartOf(words);

    /// <summary>True if the words head a column, or in a turned table a row, of OSI layers.</summary>
    public static bool IsLayerHeading(string words) => HasWord(words.Trim().ToLowerInvariant(), Headers.Layer);

    /// <summary>True for a row that heads its table in all but its markup: it says "layer" and "service", and names neither.</summary>
    public static bool IsHeading(RawRow row)
    {
        bool saysLayer = false, saysService = false;
        foreach (var cell in row.Cells)
        {
            if (cell.Run is not { Names.Count: 0 } run || LayerScanner.FindAll(run.Text.Text, [], LayerPlace.Cell).Count > 0)
            {
                return false;
            }

            var words = run.Text.Text.Trim().ToLowerInvariant();
            saysLayer |= HasWord(words, Headers.Layer);
            saysService |= ServiceWords.Any(set => HasWord(words, set));
        }

        return saysLayer && saysService;
    }

    /// <summary>The role of each column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="header">Its header row, or null.</param>
    /// <param name="rows">The rows below.</param>
    public static ImmutableArray<ColumnRole> Of(RawTable table, RawRow? header, IReadOnlyList<RawRow> rows)
    {
        var count = table.Rows.Count == 0 ? 0 : table.Rows.Max(row => row.Cells.Count == 0 ? 0 : row.Cells.Max(cell => cell.Column) + 1);
        var roles = new ColumnRole[count];
        var headings = new string[count];
        Array.Fill(headings, "");
        foreach (var cell in header?.Cells ?? [])
        {
            headings[cell.Column] = cell.Run?.Text.Text.Trim().ToLowerInvariant() ?? "";
        }

        AssignLayer(roles, headings, rows);
        AssignService(roles, headings, rows);
        for (var column = 0; column < count; column++)
        {
            if (roles[column] == ColumnRole.Other && HasWord(headings[column], Headers.Description))
            {
                roles[column] = ColumnRole.Description;
                break;
            }
        }

        return [.. roles];
    }

    private static void AssignLayer(ColumnRole[] roles, string[] headings, IReadOnlyList<RawRow> rows)
    {
        // A column headed OSI overrides one that is headed Layer, or TCP/IP.
        foreach (var column in Enumerable.Range(0, roles.Length).OrderBy(column => headings[column].Contains("osi", StringComparison.Ordinal) ? 0 : 1))
        {
            if (!HasWord(headings[column], Headers.Layer) || SpeaksOfOtherModel(headings[column]))
            {
                continue;
            }

            // "Layer" heads many tables; without OSI in the header the cells must speak for it.
            var saysOsi = headings[column].Contains("osi", StringComparison.Ordinal);
            if (saysOsi || HoldsLayers(rows, column, needsMost: false) || IsNumberedBesideNames(rows, column, roles.Length))
            {
                roles[column] = ColumnRole.Layer;
                return;
            }
        }

        for (var column = 0; column < roles.Length; column++)
        {
            if (!HasWord(headings[column], Headers.Rank) && HoldsLayers(rows, column, needsMost: true))
            {
                roles[column] = ColumnRole.Layer;
                return;
            }
        }
    }

    private static void AssignService(ColumnRole[] roles, string[] headings, IReadOnlyList<RawRow> rows)
    {
        var layer = Array.IndexOf(roles, ColumnRole.Layer);
        var protocol = Array.FindIndex(headings, 0, Math.Max(layer, 0), heading => HasWord(heading, Headers.Protocol));

        // Examples are what a row is about only where no other column says it.
        foreach (var mayBeExamples in (ReadOnlySpan<bool>)[false, true])
        {
            bool MayBeSubject(int column) => roles[column] == ColumnRole.Other && !HasWord(headings[column], Headers.Aside)
                && (protocol < 0 || column < protocol)
                && (mayBeExamples || !HasWord(headings[column], Headers.Example));

            foreach (var words in ServiceWords)
            {
                for (var column = 0; column < roles.Length; column++)
                {
                    if (MayBeSubject(column) && HasWord(headings[column], words)
                        && !HasWord(headings[column], Headers.Description) && !Cells(rows, column).Any(IsLayerName))
                    {
                        roles[column] = ColumnRole.Service;
                        return;
                    }
                }
            }

            for (var column = 0; column < roles.Length; column++)
            {
                if (MayBeSubject(column) && HoldsServices(rows, column))
                {
                    roles[column] = ColumnRole.Service;
                    return;
                }
            }
        }
    }

    private static bool HoldsLayers(IReadOnlyList<RawRow> rows, int column, bool needsMost)
    {
        int filled = 0, numbered = 0, named = 0;
        foreach (var words in Cells(rows, column))
        {
            filled++;
            if (LayerScanner.FindAtStart(words) is not var (span, reference))
            {
                continue;
            }

            // A bare number is any number: only "L4", "Layer 4" or "4. Transport" show that layers are meant.
            var items = reference.Items;
            var isMarked = items[0].NamedLayer is not null || words.AsSpan(span.Start, span.Length).ContainsAnyExcept(Digits);
            numbered += items[0].Number is not null && isMarked && !items[0].Disagrees ? 1 : 0;

            // Presentation and Application head three-tier tables too.
            named += items[0].Number is null && items[0].NamedLayer is <= 5 ? 1 : 0;
        }

        return needsMost
            ? filled >= 2 && numbered * 5 >= filled * 3
            : filled == 0 || numbered > 0 || named >= 2;
    }

    // "Layer | Name": 7 and Application, 4 and Transport, in two columns.
    private static bool IsNumberedBesideNames(IReadOnlyList<RawRow> rows, int column, int columns) =>
        Enumerable.Range(0, columns).Any(names => names != column
            && rows.Count(row => Words(row, column) is [>= '1' and <= '7' and var digit] && LayerNames.NameAt(Words(row, names), 0).Layer == digit - '0') >= 2);

    private static bool IsLayerName(string words) => LayerNames.NameAt(words, 0).Length == words.Length;

    private static string Words(RawRow row, int column) => row.CellIn(column)?.Run?.Text.Text.Trim() ?? "";

    private static bool HoldsServices(IReadOnlyList<RawRow> rows, int column)
    {
        int filled = 0, services = 0;
        foreach (var row in rows)
        {
            if (row.CellIn(column)?.Run is not { } run || run.Text.Text.AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            filled++;
            var start = run.Text.Text.Length - run.Text.Text.TrimStart().Length;
            services += run.Names is [var first, ..] && first.Start <= start + 1 && !first.Written.Generic ? 1 : 0;
        }

        return filled >= 2 && services * 5 >= filled * 3;
    }

    private static IEnumerable<string> Cells(IReadOnlyList<RawRow> rows, int column)
    {
        foreach (var row in rows)
        {
            if (Words(row, column) is { Length: > 0 } words)
            {
                yield return words;
            }
        }
    }

    // Latin words must stand alone; the words of languages without spaces need not.
    private static bool HasWord(string heading, WordList words)
    {
        if (heading.Length == 0)
        {
            return false;
        }

        foreach (var word in words.Words)
        {
            for (var at = heading.IndexOf(word, StringComparison.Ordinal); at >= 0; at = heading.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (!Characters.IsWordAt(heading, at - 1) && !Characters.IsWordAt(heading, at + word.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
