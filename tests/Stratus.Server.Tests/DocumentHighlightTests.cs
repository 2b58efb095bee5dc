using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class DocumentHighlightTests
{
    private static readonly object Highlights = new { documentHighlight = new { } };

    [Fact]
    public async Task A_service_is_highlighted_wherever_it_is_named()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = Highlights });
        Assert.True(client.Server.GetProperty("capabilities").GetProperty("documentHighlightProvider").GetBoolean());
        client.Open("An NLB here.\n\n| Layer | Service |\n|-|-|\n| L4 | Network Load Balancer |\n");
        var highlights = await client.AtAsync("textDocument/documentHighlight", 0, 4);
        Assert.Equal(["0:3-0:6", "4:7-4:28"], highlights.EnumerateArray().Select(highlight => LspClient.Text(highlight.GetProperty("range"))));
        Assert.All(highlights.EnumerateArray(), highlight => Assert.Equal(1, highlight.GetProperty("kind").GetInt32()));
    }

    [Fact]
    public async Task Elsewhere_the_answer_is_null_so_that_the_editor_highlights_the_word()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = Highlights });
        client.Open("An NLB here.\n");
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/documentHighlight", 0, 9)).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/documentHighlight", 0, 4, "file:///not/open.md")).ValueKind);
    }

    [Fact]
    public async Task Ranges_count_in_the_agreed_encoding()
    {
        await using var client = await LspClient.InitializedAsync(new { general = new { positionEncodings = new[] { "utf-8" } }, textDocument = Highlights });
        client.Open("😀 NLB는 NLB");
        var highlights = await client.AtAsync("textDocument/documentHighlight", 0, 6);
        Assert.Equal(["0:5-0:8", "0:12-0:15"], highlights.EnumerateArray().Select(highlight => LspClient.Text(highlight.GetProperty("range"))));
    }

    [Fact]
    public async Task A_client_that_does_not_ask_is_not_told()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.False(client.Server.GetProperty("capabilities").TryGetProperty("documentHighlightProvider", out _));
    }
}
