using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class DocumentSymbolTests
{
    private const string Note = "# 😀 Gateways\r\n\r\n| OSI Layer | AWS Service |\r\n|---|---|\r\n| L4 | é Transit Gateway |\r\n| L7 | App Mesh |\r\n";

    [Fact]
    public async Task The_outline_is_a_tree_of_headings_tables_and_rows()
    {
        await using var client = await LspClient.InitializedAsync(new
        {
            general = new { positionEncodings = new[] { "utf-8" } },
            textDocument = new
            {
                documentSymbol = new
                {
                    hierarchicalDocumentSymbolSupport = true,
                    symbolKind = new { valueSet = new[] { 8, 15, 23 } },
                    tagSupport = new { valueSet = new[] { 1 } },
                },
            },
        });
        Assert.Equal("Stratus", client.Server.GetProperty("capabilities").GetProperty("documentSymbolProvider").GetProperty("label").GetString());
        client.Open(Note);
        Assert.Equal(
            [
                "15 😀 Gateways 0:0-6:0 0:2-0:15",
                "23 OSI Layer · AWS Service 2:0-5:17 2:0-2:27",
                "8 é Transit Gateway — L4 4:0-4:27 4:7-4:25",
                "8 App Mesh — L7 5:0-5:17 5:7-5:15 [1]",
            ],
            All(await client.AboutAsync("textDocument/documentSymbol")));
    }

    [Theory]
    [InlineData(null, 15, 18, 8, 8)]
    [InlineData(new[] { 8, 15, 18 }, 15, 18, 8, 8)]
    [InlineData(new[] { 8, 15 }, 15, 23, 8, 8)]
    public async Task A_client_gets_kinds_that_it_knows(int[]? known, params int[] kinds)
    {
        await using var client = await LspClient.InitializedAsync(
            new { textDocument = new { documentSymbol = known is null ? (object)new { } : new { symbolKind = new { valueSet = known } } } });
        client.Open(Note);
        var symbols = await client.AboutAsync("textDocument/documentSymbol");
        Assert.Equal(kinds, symbols.EnumerateArray().Select(symbol => symbol.GetProperty("kind").GetInt32()));
    }

    [Fact]
    public async Task A_client_without_trees_has_a_list()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { documentSymbol = new { } } });
        client.Open(Note);
        var symbols = await client.AboutAsync("textDocument/documentSymbol");
        Assert.Equal(
            ["😀 Gateways in nothing", "OSI Layer · AWS Service in 😀 Gateways", "é Transit Gateway — L4 in OSI Layer · AWS Service", "App Mesh — L7 in OSI Layer · AWS Service"],
            symbols.EnumerateArray().Select(symbol => $"{symbol.GetProperty("name")} in {(symbol.TryGetProperty("containerName", out var container) ? container : "nothing")}"));
        Assert.Equal("file:///notes/a.md", symbols[3].GetProperty("location").GetProperty("uri").GetString());
        Assert.Equal("5:0-5:17", LspClient.Text(symbols[3].GetProperty("location").GetProperty("range")));
        Assert.False(symbols[3].TryGetProperty("selectionRange", out _));
        Assert.False(symbols[3].TryGetProperty("tags", out _));
    }

    [Fact]
    public async Task A_client_that_does_not_ask_is_not_told()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.False(client.Server.GetProperty("capabilities").TryGetProperty("documentSymbolProvider", out _));
    }

    private static IEnumerable<string> All(JsonElement symbols) => symbols.EnumerateArray().SelectMany(symbol =>
        (symbol.TryGetProperty("children", out var children) ? All(children) : []).Prepend(
            $"{symbol.GetProperty("kind")} {symbol.GetProperty("name")} {LspClient.Text(symbol.GetProperty("range"))} {LspClient.Text(symbol.GetProperty("selectionRange"))}"
            + (symbol.TryGetProperty("tags", out var tags) ? $" {tags.GetRawText()}" : "")));
}
