using System.Collections.Concurrent;
using System.Diagnostics;
using Stratus.Features.Folder;
using Stratus.Notes;
using Stratus.Server.Files;
using Stratus.Server.Transport;

namespace Stratus.Server.Session;

/// <summary>
/// Reads the saved notes of the workspace's folders, on a thread of its own that rests as long as it works, and keeps what
/// they say of services. What it hands out never changes.
/// </summary>
/// <param name="log">Takes what cannot be read.</param>
/// <param name="catalogOf">Gives the catalog that holds for the note with a path; called on the thread.</param>
/// <param name="hasRead">Told when notes have been read; called on the thread.</param>
internal sealed class NoteLibrary(Log log, Func<string, Catalog> catalogOf, Action hasRead) : IDisposable
{
    /// <summary>Beyond these a folder is no collection of notes, and a file is none.</summary>
    private const int MostNotes = 5_000;
    private const long MostBytes = 2_000_000;

    /// <summary>The first moments of a session belong to the note that is opened.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <summary>How many notes are read before what they say is handed out.</summary>
    private const int Batch = 200;

    private readonly BlockingCollection<Action> _work = [];
    private readonly CancellationTokenSource _end = new();
    // Only the thread touches these.
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private volatile SavedNotes _saved = SavedNotes.Empty;
    private Thread? _thread;
    private bool _waitsToReadAgain;

    /// <summary>What the notes that have been read say.</summary>
    internal SavedNotes Saved => _saved;

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _work.CompleteAdding();
    }

    /// <summary>Reads the notes of a folder, unless it holds more than notes: the home folder, a disk.</summary>
    internal void Add(string folder) => Do(() =>
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (HoldsHome(folder))
        {
            log.Write($"{folder} is not searched for notes: it contains the home folder");
        }
        else if (Directory.Exists(folder) && _folders.Add(folder))
        {
            Read(NoteFiles.In(folder, Tell, _end.Token));
        }
    });

    /// <summary>Forgets the notes of a folder.</summary>
    internal void Remove(string folder) => Do(() =>
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (_folders.Remove(folder))
        {
            _saved = _saved.Without(address => NoteAddress.PathOf(address) is { } path && IsBelow(path, folder));
        }
    });

    /// <summary>Reads all notes again: their names may mean something else now.</summary>
    internal void ReadAgain()
    {
        // A reading that still waits will see what has changed by now.
        if (Interlocked.Exchange(ref _waitsToReadAgain, true))
        {
            return;
        }

        Do(() =>
        {
            Interlocked.Exchange(ref _waitsToReadAgain, false);
            Read(_folders.SelectMany(folder => NoteFiles.In(folder, Tell, _end.Token)));
        });
    }

    /// <summary>Reads a note again that was written, made or deleted; one outside the folders is skipped.</summary>
    internal void Changed(string path) => Do(() =>
    {
        if (_folders.FirstOrDefault(folder => IsBelow(path, folder)) is { } folder && NoteFiles.Includes(folder, path, Tell))
        {
            Read([path]);
        }
    });

    private void Do(Action work)
    {
        if (_work.IsAddingCompleted)
        {
            return;
        }

        if (_thread is null)
        {
            _thread = new Thread(Work) { IsBackground = true, Name = "notes" };
            _thread.Start();
        }

        _work.Add(work);
    }

    private void Work()
    {
        try
        {
            _end.Token.WaitHandle.WaitOne(Patience);
            foreach (var work in _work.GetConsumingEnumerable(_end.Token))
            {
                TryDo(work);
            }
        }
        catch (OperationCanceledException)
        {
            // The session ends.
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
            log.Write($"reading notes failed: {fault}");
        }
    }

    private void Tell(PathProblem problem) => log.Write(problem.ToString());

    private void Read(IEnumerable<string> paths)
    {
        var digests = new List<NoteDigest>(Batch);
        var read = 0;
        foreach (var path in paths)
        {
            if (++read > MostNotes)
            {
                log.Write($"only the first {MostNotes} notes of the workspace are read");
                break;
            }

            var began = Stopwatch.GetTimestamp();
            digests.Add(Digest(path));
            if (digests.Count == Batch)
            {
                _saved = _saved.With(digests);
                hasRead();
                digests.Clear();
            }

            // The other half of the time belongs to the one who types.
            _end.Token.WaitHandle.WaitOne(Stopwatch.GetElapsedTime(began));
            _end.Token.ThrowIfCancellationRequested();
        }

        _saved = _saved.With(digests);
        hasRead();
        log.Write($"{read} notes read, {_saved.Count} place something");
    }

    /// <summary>What a file says; nothing where it cannot be read (any more), or is too much for Stratus.</summary>
    private NoteDigest Digest(string path)
    {
        var address = NoteAddress.OfPath(path);
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length <= MostBytes)
            {
                return NoteDigest.Of(address, Note.Parse(NoteText.Read(path).Source, catalogOf(path)));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            log.Write($"{path} cannot be read: {problem.Message}");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.Write($"reading {path} failed: {fault}");
        }

        return new(address, []);
    }

    private static bool HoldsHome(string folder) =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home && (home == folder || IsBelow(home, folder));

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
