namespace Stratus.Server.Tests;

public sealed class InlayHintTests
{
    private const string Note = "😀 A VPC.\nAn NLB.\n";

    private static readonly object On = new { inlayHints = new { layers = true } };

    [Theory]
    [InlineData("utf-16", 8)]
    [InlineData("utf-8", 10)]
    public async Task The_layer_stands_behind_the_name_where_it_is_turned_on(string encoding, int character)
    {
        await using var client = await LspClient.InitializedAsync(new { general = new { positionEncodings = new[] { encoding } }, textDocument = new { inlayHint = new { } } }, On);
        Assert.True(client.Server.GetProperty("capabilities").GetProperty("inlayHintProvider").GetBoolean());
        client.Open(Note);
        var hints = await client.AboutAsync("textDocument/inlayHint", [0, 0, 1, 0]);
        var hint = Assert.Single(hints.EnumerateArray());
        Assert.Equal((0, character), (hint.GetProperty("position").GetProperty("line").GetInt32(), hint.GetProperty("position").GetProperty("character").GetInt32()));
        Assert.Equal("‹L3›", hint.GetProperty("label").GetString());
        Assert.True(hint.GetProperty("paddingLeft").GetBoolean());
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("plaintext")]
    public async Task The_reason_comes_as_the_client_takes_hovers(string format)
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { inlayHint = new { }, hover = new { contentFormat = new[] { format } } } }, On);
        client.Open(Note);
        var tooltip = (await client.AboutAsync("textDocument/inlayHint", [0, 0, 1, 0]))[0].GetProperty("tooltip");
        Assert.Equal(format, tooltip.GetProperty("kind").GetString());
        Assert.StartsWith("VPC: L3 Network (", tooltip.GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_off_by_default()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { inlayHint = new { } } });
        client.Open(Note);
        Assert.Equal(0, (await client.AboutAsync("textDocument/inlayHint", [0, 0, 9, 0])).GetArrayLength());
    }

    [Fact]
    public async Task Turned_on_the_client_is_told_to_ask_again()
    {
        await using var client = LspClient.Start();
        var refreshed = new TaskCompletionSource();
        client.Answers["workspace/inlayHint/refresh"] = _ =>
        {
            refreshed.TrySetResult();
            return null;
        };
        await client.RequestAsync("initialize", new { capabilities = new { workspace = new { inlayHint = new { refreshSupport = true } }, textDocument = new { inlayHint = new { } } } });
        client.Open(Note);
        client.Notify("workspace/didChangeConfiguration", new { settings = new { stratus = On } });
        await refreshed.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await client.AboutAsync("textDocument/inlayHint", [0, 0, 9, 0])).GetArrayLength());
    }

    [Fact]
    public async Task A_client_that_does_not_ask_is_not_told()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.False(client.Server.GetProperty("capabilities").TryGetProperty("inlayHintProvider", out _));
    }
}
