using System.Collections.Immutable;
using System.Text.Json;

namespace Stratus.Server.Tests.Fixtures;

/// <summary>What the server tells of the places of a note: highlights, selections, hints, tokens, outline and folds.</summary>
/// <param name="Text">The note.</param>
/// <param name="Highlights">For each place that was asked about where highlights stand, or null.</param>
/// <param name="Selections">For each place that was asked about the ranges, from small to large.</param>
/// <param name="Hints">The hints, each at the end of its name.</param>
/// <param name="Tokens">The tokens.</param>
/// <param name="Symbols">The entries of the outline: what is selected, and their names from the outermost on.</param>
/// <param name="Folds">The first line of each fold, and how many lines it hides.</param>
internal sealed record AroundTheCursor(
    string Text,
    IReadOnlyDictionary<int, ImmutableArray<(int Start, int End)>?> Highlights,
    IReadOnlyDictionary<int, ImmutableArray<(int Start, int End)>> Selections,
    ImmutableArray<(int Offset, string Label)> Hints,
    ImmutableArray<((int Start, int End) Span, string Label)> Tokens,
    ImmutableArray<((int Start, int End) Span, string Path)> Symbols,
    ImmutableArray<(int Line, int Hidden)> Folds)
{
    private const string Under = " > ";

    /// <summary>The verbs that are judged here.</summary>
    internal static string[] Verbs { get; } = ["highlights", "selects", "hint", "hints", "token", "tokens", "symbol", "symbols", "fold", "folds"];

    /// <summary>The capabilities of a client that asks for all of it.</summary>
    internal static object TextDocument { get; } = new
    {
        diagnostic = new { },
        hover = new { contentFormat = new[] { "markdown" } },
        documentHighlight = new { },
        selectionRange = new { },
        inlayHint = new { },
        semanticTokens = new { },
        foldingRange = new { lineFoldingOnly = true },
        documentSymbol = new { hierarchicalDocumentSymbolSupport = true },
    };

    /// <summary>Asks for what the fixture has expectations of.</summary>
    internal static async Task<AroundTheCursor> ReadAsync(LspClient client, Fixture fixture, string uri, Func<Expectation, IEnumerable<(int Start, int End)>> placesOf)
    {
        var text = fixture.Note;
        var verbs = fixture.Expectations.Select(expectation => expectation.Verb.TrimEnd('s')).ToHashSet();
        var highlights = new Dictionary<int, ImmutableArray<(int, int)>?>();
        var selections = new Dictionary<int, ImmutableArray<(int, int)>>();
        foreach (var expectation in fixture.Expectations.Where(expectation => expectation.Verb is "highlights" or "selects"))
        {
            foreach (var (start, end) in placesOf(expectation))
            {
                var (line, character) = ReadNote.Position(text, (start + end) / 2);
                if (expectation.Verb == "highlights")
                {
                    var answer = await client.AtAsync("textDocument/documentHighlight", line, character, uri);
                    highlights[start] = answer.ValueKind == JsonValueKind.Null ? null : [.. answer.EnumerateArray().Select(highlight => ReadNote.Span(text, highlight.GetProperty("range")))];
                }
                else
                {
                    var answer = await client.RequestAsync("textDocument/selectionRange", new { textDocument = new { uri }, positions = new[] { new { line, character } } });
                    selections[start] = [.. Ranges(answer.GetProperty("result")[0]).Select(range => ReadNote.Span(text, range))];
                }
            }
        }

        int[] everything = [0, 0, int.MaxValue, 0];
        return new(
            text,
            highlights,
            selections,
            verbs.Contains("hint") ? [.. (await client.AboutAsync("textDocument/inlayHint", everything, uri)).EnumerateArray().Select(Hint)] : [],
            verbs.Contains("token") ? [.. Decode(text, client.Server, await client.AboutAsync("textDocument/semanticTokens/full", null, uri))] : [],
            verbs.Contains("symbol") ? [.. Entries(text, await client.AboutAsync("textDocument/documentSymbol", null, uri), "")] : [],
            verbs.Contains("fold") ? [.. (await client.AboutAsync("textDocument/foldingRange", null, uri)).EnumerateArray().Select(Fold)] : []);

        (int, string) Hint(JsonElement hint) => (ReadNote.Offset(text, hint.GetProperty("position")), hint.GetProperty("label").GetString()!);
        static (int, int) Fold(JsonElement fold) => (fold.GetProperty("startLine").GetInt32(), fold.GetProperty("endLine").GetInt32() - fold.GetProperty("startLine").GetInt32());
    }

    /// <summary>Null where the expectation holds; else what there is.</summary>
    internal string? Found(Expectation expectation) => expectation.Verb switch
    {
        "hints" => Number(expectation, Hints.Select(hint => hint.Label)),
        "tokens" => Number(expectation, Tokens.Select(Show)),
        "symbols" => Number(expectation, Symbols.Select(symbol => symbol.Path)),
        "folds" => Number(expectation, Folds.Select(Show)),
        "highlights" => Highlighted(expectation),
        "selects" => Selected(expectation),
        "hint" => Holds(expectation, Hints, (hint, place) => hint.Offset == place.End, hint => hint.Label == expectation.Rest, hint => hint.Label),
        "token" => Holds(expectation, Tokens, (token, place) => token.Span.Start < place.End && place.Start < token.Span.End, token => Show(token) == $"\"{expectation.Quoted}\" {expectation.Rest}", Show),
        "symbol" => Holds(expectation, Symbols, (symbol, place) => symbol.Span == place, symbol => (Under + symbol.Path).EndsWith(Under + expectation.Rest, StringComparison.Ordinal), symbol => symbol.Path),
        _ => Holds(expectation, Folds, (fold, place) => fold.Line == ReadNote.Position(Text, place.Start).Line, fold => fold.Hidden == expectation.Count, Show),
    };

    private string? Holds<T>(Expectation expectation, ImmutableArray<T> all, Func<T, (int Start, int End), bool> isThere, Func<T, bool> isWanted, Func<T, string> show)
    {
        var there = expectation.Quoted is null ? [.. all] : all.Where(one => Judge.Places(expectation, Text).Any(place => isThere(one, place))).ToList();
        return (expectation.IsNo ? there.Count == 0 : there.Exists(one => isWanted(one))) ? null : Joined((there.Count > 0 ? there : [.. all]).Select(show));
    }

    private string? Highlighted(Expectation expectation)
    {
        foreach (var place in Judge.Places(expectation, Text))
        {
            var there = Highlights[place.Start];
            if (expectation.IsNo ? there is not null : there is not { } spans || spans.Length != expectation.Count || !spans.Contains(place))
            {
                return there is { } others ? Joined(others.Select(span => $"\"{Text[span.Start..span.End]}\"")) : "null";
            }
        }

        return null;
    }

    private string? Selected(Expectation expectation)
    {
        var there = Selections[Judge.Places(expectation, Text).First().Start].Select(span => Text[span.Start..span.End].ReplaceLineEndings("\\n")).ToList();
        var wanted = expectation.Rest.Split(" ⊂ ");
        return wanted.Length <= there.Count && wanted.Zip(there).All(step => IsLike(step.First, step.Second)) ? null : string.Join(" ⊂ ", there);
    }

    private static bool IsLike(string pattern, string text) => pattern.Split('…') is [var start, var end]
        ? text.Length >= start.Length + end.Length && text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal)
        : text == pattern;

    private static string? Number(Expectation expectation, IEnumerable<string> there) =>
        there.Count() == expectation.Count ? null : $"{there.Count()}: {Joined(there)}";

    private string Show(((int Start, int End) Span, string Label) token) => $"\"{Text[token.Span.Start..token.Span.End]}\" {token.Label}";

    private string Show((int Line, int Hidden) fold) => $"line {fold.Line + 1} and {fold.Hidden} below";

    private static string Joined(IEnumerable<string> found) => string.Join("; ", found) is { Length: > 0 } words ? words : "none";

    private static IEnumerable<JsonElement> Ranges(JsonElement selection)
    {
        do
        {
            yield return selection.GetProperty("range");
        }
        while (selection.TryGetProperty("parent", out selection));
    }

    private static IEnumerable<((int Start, int End) Span, string Path)> Entries(string text, JsonElement symbols, string under) =>
        symbols.EnumerateArray().SelectMany(symbol =>
        {
            var path = under + symbol.GetProperty("name").GetString();
            var children = symbol.TryGetProperty("children", out var below) ? Entries(text, below, path + Under) : [];
            return children.Prepend((ReadNote.Span(text, symbol.GetProperty("selectionRange")), path));
        });

    private static IEnumerable<((int Start, int End) Span, string Label)> Decode(string text, JsonElement server, JsonElement tokens)
    {
        var legend = server.GetProperty("capabilities").GetProperty("semanticTokensProvider").GetProperty("legend");
        var (types, modifiers) = (ReadNote.Strings(legend, "tokenTypes"), ReadNote.Strings(legend, "tokenModifiers"));
        var (line, character) = (0, 0);
        foreach (var token in tokens.GetProperty("data").EnumerateArray().Select(number => number.GetInt32()).Chunk(5))
        {
            character = token[0] == 0 ? character + token[1] : token[1];
            line += token[0];
            var start = ReadNote.Offset(text, line, character);
            yield return ((start, start + token[2]), string.Join(' ', modifiers.Where((_, bit) => (token[4] >> bit & 1) != 0).Prepend(types[token[3]])));
        }
    }
}
