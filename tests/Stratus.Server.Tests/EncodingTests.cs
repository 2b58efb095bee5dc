using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary>Positions count what client and server have agreed on.</summary>
public sealed class EncodingTests
{
    // 😀 is 2 UTF-16 units, 4 bytes, 1 code point; each Korean syllable 1 unit, 3 bytes, 1 code point.
    private const string Line = "😀 네트워크 Route 53는 DNS";

    [Theory]
    [InlineData(null, "utf-16", 8, 16)]
    [InlineData("utf-16", "utf-16", 8, 16)]
    [InlineData("utf-8", "utf-8", 18, 26)]
    [InlineData("utf-32", "utf-32", 7, 15)]
    [InlineData("utf-32,utf-8", "utf-32", 7, 15)]
    [InlineData("utf-8,utf-16", "utf-16", 8, 16)]
    [InlineData("utf-7", "utf-16", 8, 16)]
    public async Task Hover_ranges_count_in_the_agreed_encoding(string? offered, string agreed, int start, int end)
    {
        await using var client = await LspClient.InitializedAsync(offered is null ? new { } : new { general = new { positionEncodings = offered.Split(',') } });
        Assert.Equal(agreed, client.Server.GetProperty("capabilities").GetProperty("positionEncoding").GetString());
        client.Open(Line);
        foreach (var character in new[] { start, start + 3, end - 1 })
        {
            var range = (await client.AtAsync("textDocument/hover", 0, character)).GetProperty("range");
            Assert.Equal((0, start), Place(range, "start"));
            Assert.Equal((0, end), Place(range, "end"));
        }
    }

    [Theory]
    [InlineData("utf-16", 8, 16)]
    [InlineData("utf-8", 18, 26)]
    [InlineData("utf-32", 7, 15)]
    public async Task Edits_count_in_the_agreed_encoding(string encoding, int start, int end)
    {
        await using var client = await LspClient.InitializedAsync(new { general = new { positionEncodings = new[] { encoding } } });
        client.Open(Line);
        client.Change(2, ([0, start, 0, end], "NLB"));
        var hover = await client.AtAsync("textDocument/hover", 0, start + 1);
        Assert.Contains("Network Load Balancer", hover.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, start + 3), Place(hover.GetProperty("range"), "end"));
    }

    [Fact]
    public async Task Positions_outside_the_text_count_as_the_nearest_within()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB\r\nALB");
        Assert.Contains("Application Load Balancer", (await client.AtAsync("textDocument/hover", 99, 99)).ToString(), StringComparison.Ordinal);
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, int.MaxValue)).ToString(), StringComparison.Ordinal);
        client.SendBody("""{"jsonrpc":"2.0","id":80,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///notes/a.md"},"position":{"line":4294967295,"character":-1}}}""");
        Assert.Contains("Application Load Balancer", (await client.AnswerTo(80)).ToString(), StringComparison.Ordinal);
        client.Change(2, ([1, 0, 99, 99], "VPC"));
        Assert.Contains("Virtual Private Cloud", (await client.AtAsync("textDocument/hover", 1, 1)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x\nNLB")]
    [InlineData("x\r\nNLB")]
    [InlineData("x\rNLB")]
    public async Task Lines_end_as_LSP_has_it(string text)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(text);
        Assert.Equal((1, 3), Place((await client.AtAsync("textDocument/hover", 1, 1)).GetProperty("range"), "end"));
    }

    private static (int, int) Place(JsonElement range, string end) =>
        (range.GetProperty(end).GetProperty("line").GetInt32(), range.GetProperty(end).GetProperty("character").GetInt32());
}
