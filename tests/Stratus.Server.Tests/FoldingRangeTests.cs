using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class FoldingRangeTests
{
    private const string Note =
        "| OSI Layer | AWS Service |\n|---|---|\n| L7 | ALB |\n| | é WAF |\n\n<table>\n<tr><th>OSI Layer<th>Service\n<tr>\n<td>L4</td>\n<td>NLB</td>\n</tr>\n</table> 😀\n";

    [Theory]
    [InlineData(null, "0-3", "2-3", "5-11", "8-10")]
    [InlineData(3, "0-3", "2-3", "5-11")]
    [InlineData(1, "0-3")]
    [InlineData(0)]
    public async Task Lines_are_folded_no_more_of_them_than_the_client_takes(int? rangeLimit, params string[] lines)
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { foldingRange = rangeLimit is { } limit ? (object)new { lineFoldingOnly = true, rangeLimit = limit } : new { lineFoldingOnly = true } } });
        Assert.True(client.Server.GetProperty("capabilities").GetProperty("foldingRangeProvider").GetBoolean());
        client.Open(Note);
        var folds = await client.AboutAsync("textDocument/foldingRange");
        Assert.Equal(lines, folds.EnumerateArray().Select(Lines));
        Assert.All(folds.EnumerateArray(), fold => Assert.Equal(["startLine", "endLine"], fold.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task A_client_that_folds_within_lines_is_told_the_characters()
    {
        await using var client = await LspClient.InitializedAsync(new { general = new { positionEncodings = new[] { "utf-8" } }, textDocument = new { foldingRange = new { } } });
        client.Open(Note);
        var folds = await client.AboutAsync("textDocument/foldingRange");
        Assert.Equal(
            ["0-3 27-12", "2-3 12-12", "5-11 7-8", "8-10 11-5"],
            folds.EnumerateArray().Select(fold => $"{Lines(fold)} {fold.GetProperty("startCharacter")}-{fold.GetProperty("endCharacter")}"));
    }

    [Fact]
    public async Task A_client_that_does_not_ask_is_not_told()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.False(client.Server.GetProperty("capabilities").TryGetProperty("foldingRangeProvider", out _));
    }

    private static string Lines(JsonElement fold) => $"{fold.GetProperty("startLine")}-{fold.GetProperty("endLine")}";
}
