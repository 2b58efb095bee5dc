namespace Stratus.Server.Session;

/// <summary>
/// Where work takes turns that no person waits for: findings, tokens, hints, outlines and folds, which editors want after each edit. One
/// thing is done at a time, in the order in which it came, and what waits holds no thread, so that the pool is free for a hover. What a
/// later snapshot of the same document makes outdated is not begun, and is stopped where it has begun.
/// </summary>
internal sealed class BackgroundLane
{
    private readonly Lock _lock = new();
    private readonly List<Turn> _waiting = [];
    private Turn? _current;

    /// <summary>Does something on the pool when its turn comes.</summary>
    /// <param name="kind">What is done: the same for a later snapshot makes it outdated, and takes its place in the line.</param>
    /// <param name="document">The document that it is done for.</param>
    /// <param name="generation">A number that is higher for each later snapshot.</param>
    /// <param name="work">Does it, and may be stopped.</param>
    /// <param name="cancellation">Ends the waiting and the work.</param>
    /// <exception cref="OutdatedException">It is outdated.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal async Task<T> RunAsync<T>(
        string kind, string document, long generation, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var turn = Enter(new(kind, document, generation));
        try
        {
            await turn.Begun.WaitAsync(cancellation).ConfigureAwait(false);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, turn.End.Token);
            return await Task.Run(() => work(end.Token), end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (turn.IsOutdated && !cancellation.IsCancellationRequested)
        {
            throw new OutdatedException();
        }
        finally
        {
            Leave(turn);
        }
    }

    private Turn Enter(Turn turn)
    {
        lock (_lock)
        {
            var place = _waiting.FindIndex(turn.Outdates);
            foreach (var outdated in _waiting.Append(_current).OfType<Turn>().Where(turn.Outdates))
            {
                outdated.Outdate();
            }

            _waiting.RemoveAll(turn.Outdates);
            if (_current is null)
            {
                _current = turn;
                turn.Begin();
            }
            else
            {
                _waiting.Insert(place < 0 ? _waiting.Count : place, turn);
            }
        }

        return turn;
    }

    private void Leave(Turn turn)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(_current, turn))
            {
                _waiting.Remove(turn);
                return;
            }

            _current = _waiting.FirstOrDefault();
            if (_current is not null)
            {
                _waiting.RemoveAt(0);
                _current.Begin();
            }
        }
    }

    private sealed record Turn(string Kind, string Document, long Generation)
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Begun => _begun.Task;

        internal bool IsOutdated { get; private set; }

        // Never disposed: it may be cancelled just as the work ends, and without a timer it holds nothing that needs to be.
        internal CancellationTokenSource End { get; } = new();

        internal bool Outdates(Turn other) => other.Kind == Kind && other.Document == Document && other.Generation < Generation;

        internal void Begin() => _begun.TrySetResult();

        internal void Outdate()
        {
            IsOutdated = true;
            _begun.TrySetCanceled();
            // What stops does so on the pool and not on the thread of the one who comes.
            _ = End.CancelAsync();
        }
    }
}

/// <summary>What was asked is outdated: the same was asked of a later snapshot of the document.</summary>
internal sealed class OutdatedException() : OperationCanceledException("The document has changed.");
