using Stratus.Protocol;
using StreamJsonRpc;

namespace Stratus.Server.Tests.InProcess;

/// <summary>What a person waits for is answered while what an editor asks for by itself still waits.</summary>
public sealed class WaitingRequestsTests : IAsyncLifetime
{
    private const string Capabilities =
        """{"textDocument":{"codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}}}}}""";
    private const string Text = "| Service | OSI Layer |\n|-|-|\n| Cloudfront | L7 |\n";
    private static readonly TextDocumentIdentifier Note = new(InProcessServer.Note);

    // Never disposed: the lane may still be leaving it when this ends.
    private readonly ManualResetEventSlim _gate = new();
    private readonly TaskCompletionSource _isBusy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private InProcessServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await InProcessServer.StartAsync(Capabilities);
        _server.Client.BeforePublishing = _ =>
        {
            _isBusy.TrySetResult();
            _gate.Wait(LspClient.Patience);
        };
        await _server.OpenAsync(Text);
        await _isBusy.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _gate.Set();
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_person_is_answered_while_all_else_waits()
    {
        var waiting = new List<Answer<object?>>();
        for (var number = 0; number < 20; number++)
        {
            waiting.Add(await BackgroundAsync(server => server.SemanticTokensAsync(new(Note), default)));
            waiting.Add(await BackgroundAsync(server => server.DocumentSymbolAsync(new(Note), default)));
            waiting.Add(await BackgroundAsync(server => server.FoldingRangeAsync(new(Note), default)));
            waiting.Add(await BackgroundAsync(server => server.InlayHintAsync(new(Note, Everything), default)));
            waiting.Add(await BackgroundAsync(server => server.DocumentDiagnosticAsync(new(Note), default)));
        }

        Assert.NotNull(await (await _server.AskAsync(server => server.HoverAsync(new(Note, new(2, 4)), default))).ReceiveAsync());
        Assert.NotEmpty((await (await _server.AskAsync(server => server.CompletionAsync(new(Note, new(2, 4)), default))).ReceiveAsync())!.Items);
        var actions = await _server.AskAsync(server => server.CodeActionAsync(new(Note, new(new(2, 4), new(2, 4)), new([])), default));
        Assert.NotEmpty((await actions.ReceiveAsync())!);
        Assert.All(waiting, answer => Assert.False(answer.IsThere));

        _gate.Set();
        foreach (var answer in waiting)
        {
            Assert.NotNull(await answer.ReceiveAsync());
        }
    }

    [Fact]
    public async Task What_is_asked_again_of_a_later_version_is_answered_for_that_alone()
    {
        var first = await BackgroundAsync(server => server.SemanticTokensAsync(new(Note), default));
        var other = await BackgroundAsync(server => server.FoldingRangeAsync(new(Note), default));
        await _server.ChangeAsync(2, Text + Text);
        var second = await BackgroundAsync(server => server.SemanticTokensAsync(new(Note), default));

        var refused = await Assert.ThrowsAsync<LocalRpcException>(first.ReceiveAsync);
        Assert.Equal(-32801, refused.ErrorCode);
        _gate.Set();
        Assert.NotNull(await second.ReceiveAsync());
        // What is not asked again is still answered, of the version that it was asked of.
        Assert.Single((FoldingRange[])(await other.ReceiveAsync())!);
    }

    [Fact]
    public async Task What_is_cancelled_while_it_waits_ends_at_once()
    {
        using var impatient = new CancellationTokenSource();
        var waiting = await BackgroundAsync(server => server.SemanticTokensAsync(new(Note), impatient.Token));
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(waiting.ReceiveAsync);
    }

    private static Protocol.Range Everything { get; } = new(new(0, 0), new(100, 0));

    private Task<Answer<object?>> BackgroundAsync<T>(Func<Api.LanguageServer, Task<T>> ask) => _server.AskAsync(async server => (object?)await ask(server));
}
