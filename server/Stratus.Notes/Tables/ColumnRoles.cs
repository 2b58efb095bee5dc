using System.Buffers;
using System.Collections.Immutable;
using Stratus.Notes.Layers;

namespace Stratus.Notes.Tables;

/// <summary>Tells what the columns of a table hold: from the words of its header, then from what most cells hold.</summary>
internal static class ColumnRoles
{
    private static readonly string[] LayerWords =
        ["layer", "layers", "osi", "계층", "レイヤー", "レイヤ", "層", "层", "camada", "capa", "couche", "schicht"];

    // Best first: where several columns could be the subject, the surer word wins, then the first column.
    private static readonly string[][] ServiceWords =
    [
        ["service", "services", "서비스", "サービス", "服务", "服務", "serviço", "serviços", "servicio", "servicios", "dienst", "dienste"],
        ["component", "components", "gateway", "gateways", "resource", "resources", "feature", "features", "product", "componente", "composant", "komponente"],
        ["aws", "name", "names", "名称", "名前", "이름", "nome", "nombre", "nom"],
    ];

    private static readonly string[] DescriptionWords =
    [
        "description", "what it does", "what it is", "does", "purpose", "function", "functionality", "role", "use", "use case", "use cases", "used for",
        "설명", "역할", "기능", "説明", "用途", "機能", "役割", "概要", "描述", "说明", "功能", "作用", "descrição", "função", "descripción", "función", "propósito",
        "fonction", "rôle", "beschreibung", "funktion", "zweck",
    ];

    // Roles of columns that name services which the row is not about.
    private static readonly string[] OtherWords =
        ["upstream", "downstream", "integration", "integrations", "alternative", "alternatives", "limit", "limits", "limitations", "pricing", "price", "cost",
        "mitigation", "mitigations", "mitigated by", "protection", "countermeasure", "countermeasures", "used by", "seen in", "monitoring"];

    // In a table of protocols the layer is that of the protocol, and a service behind it is an example of where it is met.
    private static readonly string[] ProtocolWords =
        ["protocol", "protocols", "port", "ports", "프로토콜", "プロトコル", "ポート", "协议", "端口", "protocolo", "protocolos", "puerto", "porta", "protocole", "protokoll"];

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789 /-–&,+");

    // Numbered things that are no layers, whatever their cells look like.
    private static readonly string[] RankWords =
        ["tier", "tiers", "level", "levels", "class", "plan", "plans", "grade", "size", "priority", "severity", "support", "cache", "stage", "phase"];

    private static readonly string[] ExampleWords = ["example", "examples"];

    /// <summary>Words that say that a table or a section speaks of another layer model.</summary>
    private static readonly string[] OtherModels = ["tcp/ip", "dod ", "dod-", "internet model", "internet protocol suite", "cdk", "construct", "docker", "neural", "deep learning", "deep net", "blockchain", "web3"];

    /// <summary>True if the words speak of a layer model that is not OSI's, and not of both.</summary>
    public static bool SpeaksOfOtherModel(string words)
    {
        if (words.Contains("OSI", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var model in OtherModels)
        {
            if (words.Contains(model, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the words head a column, or in a turned table a row, of OSI layers.</summary>
    public static bool IsLayerHeading(string words) => HasWord(words.Trim().ToLowerInvariant(), LayerWords);

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
            saysLayer |= HasWord(words, LayerWords);
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
            if (roles[column] == ColumnRole.Other && HasWord(headings[column], DescriptionWords))
            {
                roles[column] = ColumnRole.Description;
                break;
            }
        }

        return [.. roles];
    }

    private static void AssignLayer(ColumnRole[] roles, string[] headings, IReadOnlyList<RawRow> rows)
    {
        // A column headed OSI goes before one that is headed Layer, or TCP/IP.
        foreach (var column in Enumerable.Range(0, roles.Length).OrderBy(column => headings[column].Contains("osi", StringComparison.Ordinal) ? 0 : 1))
        {
            if (!HasWord(headings[column], LayerWords) || SpeaksOfOtherModel(headings[column]))
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
            if (!HasWord(headings[column], RankWords) && HoldsLayers(rows, column, needsMost: true))
            {
                roles[column] = ColumnRole.Layer;
                return;
            }
        }
    }

    private static void AssignService(ColumnRole[] roles, string[] headings, IReadOnlyList<RawRow> rows)
    {
        var layer = Array.IndexOf(roles, ColumnRole.Layer);
        var protocol = Array.FindIndex(headings, 0, Math.Max(layer, 0), heading => HasWord(heading, ProtocolWords));

        // Examples are what a row is about only where no other column says it.
        foreach (var mayBeExamples in (ReadOnlySpan<bool>)[false, true])
        {
            bool MayBeSubject(int column) => roles[column] == ColumnRole.Other && !HasWord(headings[column], OtherWords)
                && (protocol < 0 || column < protocol)
                && (mayBeExamples || !HasWord(headings[column], ExampleWords));

            foreach (var words in ServiceWords)
            {
                for (var column = 0; column < roles.Length; column++)
                {
                    if (MayBeSubject(column) && HasWord(headings[column], words)
                        && !HasWord(headings[column], DescriptionWords) && !Cells(rows, column).Any(IsLayerName))
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
            var references = LayerScanner.FindAll(words, [], LayerPlace.Cell);
            if (references.Count == 0 || references[0].Span.Start > 2)
            {
                continue;
            }

            // A bare number is any number: only "L4", "Layer 4" or "4. Transport" show that layers are meant.
            var items = references[0].Reference.Items;
            var span = references[0].Span;
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

    private static string Words(RawRow row, int column) => row.Cells.Find(cell => cell.Column == column)?.Run?.Text.Text.Trim() ?? "";

    private static bool HoldsServices(IReadOnlyList<RawRow> rows, int column)
    {
        int filled = 0, services = 0;
        foreach (var row in rows)
        {
            if (row.Cells.Find(cell => cell.Column == column)?.Run is not { } run || run.Text.Text.AsSpan().Trim().IsEmpty)
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
    private static bool HasWord(string heading, string[] words)
    {
        foreach (var word in words)
        {
            for (var at = heading.IndexOf(word, StringComparison.Ordinal); at >= 0; at = heading.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (!LayerNames.IsWord(heading, at - 1) && !LayerNames.IsWord(heading, at + word.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
