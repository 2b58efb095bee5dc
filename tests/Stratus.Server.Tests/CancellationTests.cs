namespace Stratus.Server.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_request_is_answered_as_cancelled_unless_it_is_done_already()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(string.Concat(Enumerable.Repeat("Words about Route 53, the NLB and a Transit Gateway.\n\n", 2_000)));
        var ids = Enumerable.Range(0, 50).Select(line => client.BeginRequest("textDocument/hover", new { textDocument = new { uri = "file:///notes/a.md" }, position = new { line = line * 2, character = 13 } })).ToList();
        ids.ForEach(id => client.Notify("$/cancelRequest", new { id }));
        foreach (var id in ids)
        {
            var answer = await client.AnswerTo(id);
            if (answer.TryGetProperty("error", out var error))
            {
                Assert.Equal(-32800, error.GetProperty("code").GetInt32());
            }
            else
            {
                Assert.Contains("Route 53", answer.GetProperty("result").ToString(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task Cancelling_what_is_done_or_was_never_asked_does_nothing()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Notify("$/cancelRequest", new { id = 4711 });
        client.Notify("$/cancelRequest", new { id = "x" });
        client.Notify("$/cancelRequest", new { });
        client.Notify("$/cancelRequest");
        Assert.Equal(0, await client.ExitAsync());
    }
}
