using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class SemanticTokensTests
{
    private const string Full = "textDocument/semanticTokens/full";
    private const string Note = "😀 An NLB and\nApp Mesh in a Transit\nGateway.\n\n| Layer | Service |\n|-|-|\n| L2 | é NLB |\n";

    [Fact]
    public async Task The_legend_names_services_and_layers()
    {
        await using var client = await StartAsync();
        var provider = client.Server.GetProperty("capabilities").GetProperty("semanticTokensProvider");
        Assert.Equal("""{"tokenTypes":["service","layer"],"tokenModifiers":["deprecated","disagreeing"]}""", provider.GetProperty("legend").GetRawText());
        Assert.True(provider.GetProperty("range").GetBoolean());
        Assert.True(provider.GetProperty("full").GetProperty("delta").GetBoolean());
    }

    [Theory]
    [InlineData("utf-16", 6, 9)]
    [InlineData("utf-8", 8, 10)]
    [InlineData("utf-32", 5, 9)]
    public async Task Tokens_stand_in_their_lines_and_count_in_the_agreed_encoding(string encoding, int first, int last)
    {
        await using var client = await StartAsync(encoding);
        client.Open(Note);
        var answer = await client.AboutAsync(Full);
        Assert.Equal(
            [
                $"0:{first} 3 service", "1:0 8 service deprecated", "1:14 7 service", "2:0 7 service", "6:2 2 layer disagreeing", $"6:{last} 3 service disagreeing",
            ],
            Tokens(Data(answer)));
        Assert.NotEmpty(answer.GetProperty("resultId").GetString()!);
    }

    [Fact]
    public async Task A_range_has_those_that_stand_in_it()
    {
        await using var client = await StartAsync();
        client.Open(Note);
        var answer = await client.AboutAsync("textDocument/semanticTokens/range", [1, 4, 2, 3]);
        Assert.Equal(["1:0 8 service deprecated", "1:14 7 service", "2:0 7 service"], Tokens(Data(answer)));
        Assert.False(answer.TryGetProperty("resultId", out _));
    }

    [Fact]
    public async Task The_difference_to_the_tokens_before_makes_the_tokens_of_now()
    {
        await using var client = await StartAsync();
        client.Open(Note);
        var answer = await client.AboutAsync(Full);
        var (id, data) = (answer.GetProperty("resultId").GetString()!, Data(answer));
        var random = new Random(7);
        string[] pieces = ["NLB ", "\n", "App Mesh", "| L4 | ALB |\n", "x", "", "L3/L4 ", "é"];
        var edits = 0;
        for (var version = 2; version < 200; version++)
        {
            var (line, character, length) = (random.Next(10), random.Next(20), random.Next(6));
            client.Change(version, ([line, character, line, character + length], pieces[random.Next(pieces.Length)]));
            var delta = await DeltaAsync(client, id);
            id = delta.GetProperty("resultId").GetString()!;
            foreach (var edit in delta.GetProperty("edits").EnumerateArray())
            {
                var start = edit.GetProperty("start").GetInt32();
                data = [.. data[..start], .. Data(edit), .. data[(start + edit.GetProperty("deleteCount").GetInt32())..]];
                edits++;
            }

            var full = await client.AboutAsync("textDocument/semanticTokens/range", [0, 0, 9999, 0]);
            Assert.Equal(Data(full), data);
        }

        Assert.True(edits > 50);
    }

    [Fact]
    public async Task Of_an_unchanged_note_the_difference_is_nothing_and_of_a_small_change_small()
    {
        await using var client = await StartAsync();
        client.Open(new StringBuilder().Insert(0, "An NLB.\n", 100).ToString());
        var id = (await client.AboutAsync(Full)).GetProperty("resultId").GetString()!;
        var none = await DeltaAsync(client, id);
        Assert.Equal(0, none.GetProperty("edits").GetArrayLength());
        client.Change(2, ([50, 0, 50, 0], "A "));
        var one = Assert.Single((await DeltaAsync(client, none.GetProperty("resultId").GetString()!)).GetProperty("edits").EnumerateArray());
        Assert.Equal((250, 5, 5), (one.GetProperty("start").GetInt32(), one.GetProperty("deleteCount").GetInt32(), Data(one).Length));
    }

    [Fact]
    public async Task A_difference_to_something_unknown_is_everything()
    {
        await using var client = await StartAsync();
        client.Open(Note);
        var first = (await client.AboutAsync(Full)).GetProperty("resultId").GetString()!;
        Assert.Equal(30, Data(await DeltaAsync(client, "of another life")).Length);
        client.Change(2, ([0, 0, 0, 0], "x"));
        await client.AboutAsync(Full);
        Assert.Equal(30, Data(await DeltaAsync(client, first)).Length);
    }

    [Fact]
    public async Task When_a_glossary_brings_other_names_the_client_is_told_to_ask_again()
    {
        await using var client = LspClient.Start();
        var refreshed = new TaskCompletionSource();
        client.Answers["workspace/semanticTokens/refresh"] = _ =>
        {
            refreshed.TrySetResult();
            return null;
        };
        await client.RequestAsync("initialize", new { capabilities = new { workspace = new { semanticTokens = new { refreshSupport = true } }, textDocument = new { semanticTokens = new { } } } });
        client.Open("The Billing Hub asks.\n");
        var id = (await client.AboutAsync(Full)).GetProperty("resultId").GetString()!;
        client.Notify("workspace/didChangeConfiguration", new { settings = new { stratus = new { glossary = new[] { new { name = "Billing Hub", summary = "Ours." } } } } });
        await refreshed.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        var edit = Assert.Single((await DeltaAsync(client, id)).GetProperty("edits").EnumerateArray());
        Assert.Equal(["0:4 11 service"], Tokens(Data(edit)));
    }

    [Fact]
    public async Task A_client_that_does_not_ask_is_not_told()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.False(client.Server.GetProperty("capabilities").TryGetProperty("semanticTokensProvider", out _));
    }

    private static Task<LspClient> StartAsync(string encoding = "utf-16") =>
        LspClient.InitializedAsync(new { general = new { positionEncodings = new[] { encoding } }, textDocument = new { semanticTokens = new { } } });

    private static async Task<JsonElement> DeltaAsync(LspClient client, string previousResultId) =>
        (await client.RequestAsync("textDocument/semanticTokens/full/delta", new { textDocument = new { uri = "file:///notes/a.md" }, previousResultId })).GetProperty("result");

    private static int[] Data(JsonElement answer) => [.. answer.GetProperty("data").EnumerateArray().Select(number => number.GetInt32())];

    private static IEnumerable<string> Tokens(int[] data)
    {
        var (line, character) = (0, 0);
        foreach (var token in data.Chunk(5))
        {
            character = token[0] == 0 ? character + token[1] : token[1];
            line += token[0];
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{line}:{character} {token[2]} {(token[3] == 1 ? "layer" : "service")}{((token[4] & 1) != 0 ? " deprecated" : "")}{((token[4] & 2) != 0 ? " disagreeing" : "")}");
        }
    }
}
