using Stratus.Server.Session;

namespace Stratus.Server.Tests.InProcess;

/// <summary>What no person waits for is done one after the other, and what is outdated is not done.</summary>
public sealed class BackgroundLaneTests
{
    private readonly BackgroundLane _lane = new();
    private readonly List<string> _done = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_thing_is_done_at_a_time_in_the_order_in_which_it_came()
    {
        var gate = new Gate();
        var tasks = new[] { gate.RunAsync(_lane, "tokens", "a", 1), Run("hints", "a", 1), Run("tokens", "b", 1), Run("tokens", "a", 1) };
        await gate.BegunAsync();
        Assert.Empty(_done);
        gate.Open();
        await AllAsync(tasks);
        Assert.Equal(["hints a 1", "tokens b 1", "tokens a 1"], _done);
    }

    [Fact]
    public async Task What_waits_and_is_outdated_is_refused_at_once_and_the_newer_has_its_place()
    {
        var gate = new Gate();
        var first = gate.RunAsync(_lane, "folds", "a", 1);
        await gate.BegunAsync();
        var outdated = new[] { Run("tokens", "a", 1), Run("tokens", "a", 2) };
        var others = new[] { Run("tokens", "b", 1), Run("hints", "a", 1) };
        var newest = new[] { Run("tokens", "a", 3), Run("tokens", "a", 3) };
        foreach (var task in outdated)
        {
            await Assert.ThrowsAsync<OutdatedException>(() => task.WaitAsync(LspClient.Patience, Cancellation));
        }

        gate.Open();
        await AllAsync([first, .. others, .. newest]);
        Assert.Equal(["tokens a 3", "tokens b 1", "hints a 1", "tokens a 3"], _done);
    }

    [Fact]
    public async Task What_has_begun_and_is_outdated_is_stopped()
    {
        var gate = new Gate();
        var first = gate.RunAsync(_lane, "tokens", "a", 1);
        await gate.BegunAsync();
        var second = Run("tokens", "a", 2);
        await Assert.ThrowsAsync<OutdatedException>(() => first.WaitAsync(LspClient.Patience, Cancellation));
        await AllAsync([second]);
        Assert.Equal(["tokens a 2"], _done);
    }

    [Fact]
    public async Task What_is_cancelled_ends_at_once_whether_it_waits_or_has_begun()
    {
        var gate = new Gate();
        using var impatient = new CancellationTokenSource();
        var cancelled = new[] { gate.RunAsync(_lane, "tokens", "a", 1, impatient.Token), Run("hints", "a", 1, impatient.Token) };
        await gate.BegunAsync();
        var last = Run("folds", "a", 1);
        await impatient.CancelAsync();
        foreach (var task in cancelled)
        {
            var problem = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.WaitAsync(LspClient.Patience, Cancellation));
            Assert.IsNotType<OutdatedException>(problem);
        }

        await AllAsync([last]);
        Assert.Equal(["folds a 1"], _done);
    }

    [Fact]
    public async Task A_fault_is_that_of_its_request_alone()
    {
        var faulty = _lane.RunAsync<bool>("tokens", "a", 1, _ => throw new InvalidOperationException("Stack empty."), Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => faulty);
        await AllAsync([Run("tokens", "a", 2)]);
    }

    private static Task AllAsync(IEnumerable<Task> tasks) => Task.WhenAll(tasks).WaitAsync(LspClient.Patience, Cancellation);

    private Task<bool> Run(string kind, string document, long generation, CancellationToken? cancellation = null) => _lane.RunAsync(
        kind,
        document,
        generation,
        _ =>
        {
            // One at a time, so that no lock is needed.
            _done.Add($"{kind} {document} {generation}");
            return Task.FromResult(true);
        },
        cancellation ?? Cancellation);

    /// <summary>Work that lasts until the test lets it end, or until it is stopped.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<bool> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task BegunAsync() => _begun.Task.WaitAsync(LspClient.Patience, Cancellation);

        internal void Open() => _open.SetResult(true);

        internal Task<bool> RunAsync(BackgroundLane lane, string kind, string document, long generation, CancellationToken? cancellation = null) =>
            lane.RunAsync(
                kind,
                document,
                generation,
                end =>
                {
                    _begun.SetResult();
                    return _open.Task.WaitAsync(end);
                },
                cancellation ?? Cancellation);
    }
}
