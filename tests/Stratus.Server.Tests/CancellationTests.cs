namespace Stratus.Server.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_request_is_answered_as_cancelled()
    {
        await using var client = await LspClient.InitializedAsync();
        // Large enough that some of the requests are still waiting when they are cancelled.
        client.Open(string.Concat(Enumerable.Repeat("Words about Route 53, the NLB and a Transit Gateway.\n\n", 20_000)));
        var ids = Enumerable.Range(0, 50).Select(line => client.BeginRequest("textDocument/hover", new { textDocument = new { uri = "file:///notes/a.md" }, position = new { line = line * 2, character = 13 } })).ToList();
        ids.ForEach(id => client.Notify("$/cancelRequest", new { id }));
        var cancelled = 0;
        foreach (var id in ids)
        {
            var answer = await client.AnswerTo(id);
            if (answer.TryGetProperty("error", out var error))
            {
                Assert.Equal(-32800, error.GetProperty("code").GetInt32());
                cancelled++;
            }
        }

        Assert.InRange(cancelled, 1, ids.Count);
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
