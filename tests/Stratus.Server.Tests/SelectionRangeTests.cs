using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class SelectionRangeTests
{
    [Fact]
    public async Task Each_place_is_answered_with_ranges_that_grow()
    {
        await using var client = await LspClient.InitializedAsync(new { general = new { positionEncodings = new[] { "utf-8" } }, textDocument = new { selectionRange = new { } } });
        Assert.True(client.Server.GetProperty("capabilities").GetProperty("selectionRangeProvider").GetBoolean());
        client.Open("# 😀 A\r\n\r\n| Layer | Service |\r\n|-|-|\r\n| L3 | é NAT Gateway |\r\n");
        var answer = await client.RequestAsync("textDocument/selectionRange", new
        {
            textDocument = new { uri = "file:///notes/a.md" },
            positions = new[] { new { line = 4, character = 12 }, new { line = 0, character = 7 }, new { line = 99, character = 99 } },
        });
        var steps = answer.GetProperty("result").EnumerateArray().Select(Steps).ToList();
        Assert.Equal(["4:10-4:13", "4:10-4:21", "4:7-4:21", "4:6-4:22", "4:0-4:23", "2:0-4:23", "0:0-4:23", "0:0-5:0"], steps[0]);
        Assert.Equal(["0:7-0:8", "0:0-0:8", "0:0-4:23", "0:0-5:0"], steps[1]);
        Assert.Equal(["0:0-5:0"], steps[2]);
    }

    [Fact]
    public async Task A_client_that_does_not_ask_is_not_told()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.False(client.Server.GetProperty("capabilities").TryGetProperty("selectionRangeProvider", out _));
    }

    private static List<string> Steps(JsonElement range)
    {
        var steps = new List<string> { LspClient.Text(range.GetProperty("range")) };
        while (range.TryGetProperty("parent", out range))
        {
            steps.Add(LspClient.Text(range.GetProperty("range")));
        }

        return steps;
    }
}
