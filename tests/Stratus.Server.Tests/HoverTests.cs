using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class HoverTests
{
    private const string Note = "| OSI Layer | AWS Service |\n|---|---|\n| L4 Transport | NLB |\n";

    [Theory]
    [InlineData("markdown", "markdown")]
    [InlineData("markdown,plaintext", "markdown")]
    [InlineData("plaintext,markdown", "plaintext")]
    [InlineData("plaintext", "plaintext")]
    [InlineData("html,markdown", "markdown")]
    [InlineData("", "plaintext")]
    [InlineData(null, "plaintext")]
    public async Task The_card_comes_in_the_format_that_the_client_prefers(string? formats, string kind)
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { hover = new { contentFormat = formats?.Split(',', StringSplitOptions.RemoveEmptyEntries) } } });
        client.Open(Note);
        var contents = (await client.AtAsync("textDocument/hover", 2, 18)).GetProperty("contents");
        Assert.Equal(kind, contents.GetProperty("kind").GetString());
        var value = contents.GetProperty("value").GetString()!;
        Assert.Contains("Network Load Balancer", value, StringComparison.Ordinal);
        Assert.Equal(kind == "markdown", value.Contains("**", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Services_and_layers_in_a_table_have_a_card_each_with_the_range_of_the_name()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Note);
        var layer = await client.AtAsync("textDocument/hover", 2, 5);
        Assert.Contains("Transport", layer.GetProperty("contents").ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"start":{"line":2,"character":2},"end":{"line":2,"character":14}}""", layer.GetProperty("range").GetRawText());
        var service = await client.AtAsync("textDocument/hover", 2, 17);
        Assert.Equal("""{"start":{"line":2,"character":17},"end":{"line":2,"character":20}}""", service.GetProperty("range").GetRawText());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 0)]
    public async Task Where_nothing_is_named_there_is_no_card(int line, int character)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Note);
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", line, character)).ValueKind);
    }
}
