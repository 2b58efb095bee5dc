using System.Diagnostics.CodeAnalysis;

namespace Stratus.Server.Session;

/// <summary>
/// A value that is made once, on the pool, when it is first wanted. Those who wait for it hold no thread and may leave; the work is
/// cancelled when nobody waits for it any more, and begins again when someone does.
/// </summary>
/// <typeparam name="T">What is made.</typeparam>
/// <param name="make">Makes it.</param>
internal sealed class Once<T>(Func<CancellationToken, Task<T>> make)
    where T : notnull
{
    private readonly Lock _lock = new();
    private Attempt? _attempt;
    private volatile Task _stopped = Task.CompletedTask;

    /// <summary>Completes when the work ends that was given up: it may be long before it notices.</summary>
    internal Task Stopped => _stopped;

    /// <summary>The value, as soon as it is made.</summary>
    /// <param name="cancellation">Ends the waiting, and the work if nobody else waits for it.</param>
    /// <exception cref="OperationCanceledException">The waiting was cancelled.</exception>
    internal async Task<T> GetAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var attempt = Enter();
        try
        {
            return await attempt.Work.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            Leave(attempt);
        }
    }

    /// <summary>The value, if it is made already.</summary>
    internal bool TryGet([NotNullWhen(true)] out T? value)
    {
        var work = Volatile.Read(ref _attempt)?.Work;
        var isMade = work is { IsCompletedSuccessfully: true };
        value = isMade ? work!.Result : default;
        return isMade;
    }

    private Attempt Enter()
    {
        lock (_lock)
        {
            var attempt = _attempt ??= new(MakeAfter(_stopped));
            attempt.Waiting++;
            return attempt;
        }
    }

    // However often it is given up and begun again, it is never made twice at a time.
    private Func<CancellationToken, Task<T>> MakeAfter(Task stopped) => async cancellation =>
    {
        await stopped.WaitAsync(cancellation).ConfigureAwait(false);
        return await make(cancellation).ConfigureAwait(false);
    };

    private void Leave(Attempt attempt)
    {
        lock (_lock)
        {
            if (--attempt.Waiting > 0 || attempt.Work.IsCompletedSuccessfully)
            {
                return;
            }

            // What was given up or has failed is tried again when it is next wanted.
            _attempt = _attempt == attempt ? null : _attempt;
            _stopped = Task.WhenAll(_stopped, Task.WhenAny(attempt.Work));
        }

        attempt.GiveUp();
    }

    private sealed class Attempt
    {
        internal Attempt(Func<CancellationToken, Task<T>> make) => Work = Task.Run(() => make(End.Token), End.Token);

        internal Task<T> Work { get; }

        internal int Waiting { get; set; }

        // Never disposed: it may be cancelled just as the work ends, and without a timer it holds nothing that needs to be.
        private CancellationTokenSource End { get; } = new();

        // Those who listen to the end do so on the pool and not on the thread of the one who leaves.
        internal void GiveUp() => _ = End.CancelAsync();
    }
}
