using System.Collections.Concurrent;
using System.Diagnostics;
using Stratus.Features.Folder;
using Stratus.Server.Transport;

namespace Stratus.Server.Session;

/// <summary>
/// Keeps what the saved notes of the workspace's folders say of services: reads them on a thread of its own that rests as long as it
/// works. All that it was told meanwhile is taken before the next note is read, so that a thousand messages are one round of reading.
/// </summary>
internal sealed class NoteLibrary : IDisposable
{
    private const int MostNotes = 5_000;

    /// <summary>The first moments of a session belong to the note that is opened.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private readonly BlockingCollection<Action> _told = [];
    private readonly CancellationTokenSource _end = new();
    private readonly SavedNotesReader _reader;
    private readonly Log _log;
    private Thread? _thread;

    /// <param name="log">Takes what cannot be read.</param>
    /// <param name="catalogOf">Gives the catalog that holds for the note with a path; called on the thread.</param>
    /// <param name="hasRead">Told when notes have been read; called on the thread.</param>
    /// <param name="mostNotes">How many notes are read at most.</param>
    internal NoteLibrary(Log log, Func<string, Catalog> catalogOf, Action hasRead, int mostNotes = MostNotes) =>
        (_log, _reader) = (log, new(log, catalogOf, hasRead, mostNotes, _end.Token));

    /// <summary>What the notes that have been read say.</summary>
    internal SavedNotes Saved => _reader.Saved;

    /// <inheritdoc/>
    public void Dispose() => _end.Cancel();

    /// <summary>Reads the notes of a folder too.</summary>
    internal void Add(string folder) => Tell(() => _reader.Add(folder));

    /// <summary>Forgets the notes of a folder.</summary>
    internal void Remove(string folder) => Tell(() => _reader.Remove(folder));

    /// <summary>Reads those notes again whose names may mean something else now.</summary>
    internal void ReadAgain() => Tell(_reader.Search);

    /// <summary>Reads notes again that were written, made or deleted; those outside the folders are skipped.</summary>
    internal void Changed(IReadOnlyList<string> paths) => Tell(() => _reader.Changed(paths));

    private void Tell(Action change)
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        _told.Add(change);
        if (_thread is null)
        {
            _thread = new Thread(Work) { IsBackground = true, Name = "notes" };
            _thread.Start();
        }
    }

    private void Work()
    {
        try
        {
            _end.Token.WaitHandle.WaitOne(Patience);
            while (true)
            {
                Listen();
                var began = Stopwatch.GetTimestamp();
                TryDo(_reader.Step);
                // The other half of the time belongs to the one who types.
                _end.Token.WaitHandle.WaitOne(Stopwatch.GetElapsedTime(began));
                _end.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // The session ends.
        }
    }

    /// <summary>Takes all that was told; where nothing is left to be read, waits for it.</summary>
    private void Listen()
    {
        while (!_reader.HasWork)
        {
            TryDo(_told.Take(_end.Token));
        }

        while (_told.TryTake(out var change))
        {
            TryDo(change);
        }
    }

    /// <summary>Does one thing: a fault in it must not end the thread, and with it the session.</summary>
    private void TryDo(Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _log.Write($"reading notes failed: {fault}");
        }
    }
}
