using Stratus.Server.Session;

namespace Stratus.Server.Tests.InProcess;

/// <summary>What is wanted by many is made once, and goes on for as long as one of them waits.</summary>
public sealed class OnceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_made_once_for_all_who_wait_and_for_those_who_come_later()
    {
        var work = new Work();
        var waiting = Enumerable.Range(0, 10).Select(_ => work.Once.GetAsync(Cancellation)).ToList();
        Assert.False(work.Once.TryGet(out _));
        work.End();
        Assert.All(await Task.WhenAll(waiting), value => Assert.Equal("1", value));
        Assert.Equal("1", await work.Once.GetAsync(Cancellation));
        Assert.True(work.Once.TryGet(out var made));
        Assert.Equal("1", made);
    }

    [Fact]
    public async Task Who_leaves_is_free_at_once_and_the_work_goes_on_for_the_other()
    {
        var work = new Work();
        using var impatient = new CancellationTokenSource();
        var (leaving, staying) = (work.Once.GetAsync(impatient.Token), work.Once.GetAsync(Cancellation));
        await work.BegunAsync();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.False(work.IsCancelled);
        work.End();
        Assert.Equal("1", await staying);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_cancelled_and_begins_again_when_it_is_wanted()
    {
        var work = new Work();
        using var impatient = new CancellationTokenSource();
        var leaving = new[] { work.Once.GetAsync(impatient.Token), work.Once.GetAsync(impatient.Token) };
        await work.BegunAsync();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(leaving));
        await work.CancelledAsync();

        work.End();
        Assert.Equal("2", await work.Once.GetAsync(Cancellation));
    }

    [Fact]
    public async Task What_was_given_up_and_does_not_notice_is_known_to_go_on_and_not_made_beside_that()
    {
        var (begun, end, attempts) = (new TaskCompletionSource(), new TaskCompletionSource<string>(), 0);
        var once = new Once<string>(_ =>
        {
            attempts++;
            begun.TrySetResult();
            return end.Task.IsCompleted ? Task.FromResult("made") : end.Task;
        });
        Assert.True(once.Stopped.IsCompleted);
        using var impatient = new CancellationTokenSource();
        var leaving = once.GetAsync(impatient.Token);
        await begun.Task.WaitAsync(LspClient.Patience, Cancellation);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.False(once.Stopped.IsCompleted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => once.GetAsync(new(canceled: true)));
        var staying = once.GetAsync(Cancellation);
        Assert.Equal(1, attempts);

        end.SetException(new InvalidOperationException("Stack empty."));
        await once.Stopped.WaitAsync(LspClient.Patience, Cancellation);
        Assert.Equal("made", await staying.WaitAsync(LspClient.Patience, Cancellation));
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task What_has_failed_is_tried_again()
    {
        var attempts = 0;
        var once = new Once<string>(_ => ++attempts == 1 ? throw new InvalidOperationException("Stack empty.") : Task.FromResult("made"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => once.GetAsync(Cancellation));
        Assert.Equal("made", await once.GetAsync(Cancellation));
    }

    [Fact]
    public async Task Who_comes_cancelled_begins_nothing()
    {
        var work = new Work();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.Once.GetAsync(new(canceled: true)));
        Assert.Equal(0, work.Attempts);
    }

    /// <summary>Work that ends when the test lets it, with the number of the attempt.</summary>
    private sealed class Work
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Work() => Once = new(MakeAsync);

        internal Once<string> Once { get; }

        internal int Attempts { get; private set; }

        internal bool IsCancelled => _cancelled.Task.IsCompleted;

        internal Task BegunAsync() => _begun.Task.WaitAsync(LspClient.Patience, Cancellation);

        internal Task CancelledAsync() => _cancelled.Task.WaitAsync(LspClient.Patience, Cancellation);

        internal void End() => _end.SetResult();

        private async Task<string> MakeAsync(CancellationToken cancellation)
        {
            var attempt = ++Attempts;
            _begun.TrySetResult();
            try
            {
                await _end.Task.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                _cancelled.SetResult();
                throw;
            }

            return $"{attempt}";
        }
    }
}
