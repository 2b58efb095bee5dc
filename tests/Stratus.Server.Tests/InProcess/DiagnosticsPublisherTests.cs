namespace Stratus.Server.Tests.InProcess;

/// <summary>Findings are sent beside the session, and what was sent last is what holds.</summary>
public sealed class DiagnosticsPublisherTests
{
    private const string Versions = """{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}""";
    private const string Wrong = "We put Cloudfront in front.\n";
    private const string Right = "We put CloudFront in front.\n";

    [Fact]
    public async Task A_note_can_be_edited_and_closed_while_its_findings_are_on_their_way()
    {
        using var server = await InProcessServer.StartAsync(Versions);
        await WhileFindingsAreSentAsync(server, Wrong, async () =>
        {
            await server.ChangeAsync(2, Right);
            await server.CloseAsync();
            await server.OpenAsync(Wrong, version: 3);
        });

        Assert.Single((await server.Client.PublishedAsync(InProcessServer.Note, last => last.Version == 3)).Diagnostics);
    }

    [Fact]
    public async Task Of_a_burst_of_edits_only_the_last_is_looked_at()
    {
        const int Last = 1_000;
        using var server = await InProcessServer.StartAsync(Versions);
        await WhileFindingsAreSentAsync(server, Right, async () =>
        {
            for (var version = 2; version <= Last; version++)
            {
                await server.ChangeAsync(version, version % 2 == 0 ? Wrong : Right);
            }
        });

        Assert.Single((await server.Client.PublishedAsync(InProcessServer.Note, last => last.Version == Last)).Diagnostics);
        Assert.Equal([1, Last], server.Client.Published.Select(one => one.Version));
    }

    [Fact]
    public async Task Each_edit_has_its_findings_also_when_it_comes_just_as_those_of_the_last_have_been_sent()
    {
        using var server = await InProcessServer.StartAsync(Versions);
        await server.OpenAsync(Right);
        for (var version = 2; version <= 2_000; version++)
        {
            await server.ChangeAsync(version, version % 2 == 0 ? Wrong : Right);
            if (version % 3 == 0)
            {
                // The next edit comes at the very moment in which the worker ends with this one.
                await server.Client.PublishedAsync(InProcessServer.Note, last => last.Version == version);
            }
        }

        Assert.Single((await server.Client.PublishedAsync(InProcessServer.Note, last => last.Version == 2_000)).Diagnostics);
        Assert.DoesNotContain("Exception", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_note_has_no_findings_whatever_was_on_its_way()
    {
        using var server = await InProcessServer.StartAsync();
        for (var round = 0; round < 200; round++)
        {
            await server.OpenAsync(Wrong);
            await server.CloseAsync();
        }

        // Documents are served in the order in which they come, so nothing of the first is left when this one has its findings.
        await server.OpenAsync(Wrong, "file:///notes/b.md");
        await server.Client.PublishedAsync("file:///notes/b.md", last => last.Diagnostics.Count == 1);
        Assert.Empty(server.Client.Published.Last(one => one.Uri == InProcessServer.Note).Diagnostics);
    }

    /// <summary>Opens a note, and does something more from when its findings are about to be sent until they may be.</summary>
    private static async Task WhileFindingsAreSentAsync(InProcessServer server, string text, Func<Task> act)
    {
        // Never disposed: the publisher may still be leaving it when this ends.
        var gate = new ManualResetEventSlim();
        var isSending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Client.BeforePublishing = _ =>
        {
            isSending.TrySetResult();
            gate.Wait(LspClient.Patience);
        };
        await server.OpenAsync(text);
        await isSending.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        try
        {
            await act();
        }
        finally
        {
            gate.Set();
        }
    }
}
