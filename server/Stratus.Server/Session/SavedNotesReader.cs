using Stratus.Features.Folder;
using Stratus.Notes;
using Stratus.Server.Files;
using Stratus.Server.Transport;

namespace Stratus.Server.Session;

/// <summary>
/// Reads the saved notes of folders, one at a step: first those that were written, then what a search finds that is not known yet. All but
/// <see cref="Saved"/> belongs to one thread.
/// </summary>
/// <param name="log">Takes what cannot be read.</param>
/// <param name="catalogOf">Gives the catalog that holds for the note with a path.</param>
/// <param name="hasRead">Told when notes have been read.</param>
/// <param name="mostNotes">How many notes are read at most, in all folders together: with more, a folder is no collection of notes.</param>
/// <param name="end">Ends it.</param>
internal sealed class SavedNotesReader(Log log, Func<string, Catalog> catalogOf, Action hasRead, int mostNotes, CancellationToken end)
{
    /// <summary>In bytes: what is larger is no note.</summary>
    private const long MostBytes = 2_000_000;

    /// <summary>How many notes are read before what they say is handed out.</summary>
    private const int Batch = 200;

    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Reading> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly List<NoteDigest> _digests = [];
    private IEnumerator<string>? _search;
    private IgnoredPaths? _ignored;
    private volatile SavedNotes _saved = SavedNotes.Empty;
    private int _count;

    /// <summary>What the notes that have been read say.</summary>
    internal SavedNotes Saved => _saved;

    /// <summary>True while something is left to be done.</summary>
    internal bool HasWork => _written.Count > 0 || _search is not null;

    /// <summary>Takes a folder in, unless it holds more than notes: the home folder, a disk.</summary>
    internal void Add(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (HoldsHome(folder))
        {
            log.Write($"{folder} is not searched for notes: it contains the home folder");
        }
        else if (Directory.Exists(folder) && _folders.Add(folder))
        {
            Search();
        }
    }

    /// <summary>Forgets the notes of a folder.</summary>
    internal void Remove(string folder)
    {
        if (_folders.Remove(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))
        {
            Search();
        }
    }

    /// <summary>Searches all folders again: for notes that came or went, that have changed or whose names may mean something else now.</summary>
    internal void Search()
    {
        _search?.Dispose();
        _found.Clear();
        _search = _folders.SelectMany(folder => NoteFiles.In(folder, Tell, end)).GetEnumerator();
    }

    /// <summary>Takes files that were written, made or deleted: notes among them are read again, and ignore files lead to a search.</summary>
    internal void Changed(IReadOnlyList<string> paths)
    {
        _written.UnionWith(paths);
        _ignored = null;
        if (_written.RemoveWhere(IgnoreRules.IsOne) > 0)
        {
            Search();
        }
    }

    /// <summary>Looks at one file.</summary>
    internal void Step()
    {
        if (_written.Count > 0)
        {
            var path = _written.First();
            _written.Remove(path);
            ReadWritten(path);
        }
        else if (_search is { } search)
        {
            Advance(search);
        }

        if (_digests.Count >= Batch || !HasWork)
        {
            HandOut();
        }
    }

    private void ReadWritten(string path)
    {
        _ignored ??= new(Tell);
        if (_folders.FirstOrDefault(folder => IsBelow(path, folder)) is { } folder && NoteFiles.Includes(folder, path, _ignored)
            && (_known.ContainsKey(path) || _known.Count < mostNotes))
        {
            Read(path);
        }
    }

    private void Advance(IEnumerator<string> search)
    {
        var isFound = search.MoveNext();
        var isTooMany = isFound && _found.Count >= mostNotes && !_found.Contains(search.Current);
        if (isFound && !isTooMany)
        {
            if (_found.Add(search.Current) && (!_known.TryGetValue(search.Current, out var known) || known != Reading.Of(search.Current, catalogOf)))
            {
                Read(search.Current);
            }

            return;
        }

        if (isTooMany)
        {
            log.Write($"only the first {mostNotes} notes of the workspace are read");
        }

        search.Dispose();
        _search = null;
        foreach (var gone in _known.Keys.Except(_found).ToList())
        {
            Forget(gone);
        }
    }

    /// <summary>Reads a file. It says nothing where it cannot be read (any more), or is too much for Stratus.</summary>
    private void Read(string path)
    {
        _count++;
        Forget(path);
        try
        {
            var reading = Reading.Of(path, catalogOf);
            if (reading.Bytes < 0)
            {
                return;
            }

            if (reading.Bytes <= MostBytes)
            {
                var note = Note.Parse(NoteText.Read(path).Source, reading.Catalog);
                _digests.Add(NoteDigest.Of(NoteAddress.OfPath(path), note));
            }

            _found.Add(path);
            _known[path] = reading;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            log.Write($"{path} cannot be read: {problem.Message}");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.Write($"reading {path} failed: {fault}");
        }
    }

    private void Forget(string path)
    {
        if (_known.Remove(path))
        {
            _digests.Add(new(NoteAddress.OfPath(path), []));
        }
    }

    private void HandOut()
    {
        _saved = _digests.Count > 0 ? _saved.With(_digests) : _saved;
        _digests.Clear();
        if (!HasWork)
        {
            log.Write($"{_count} notes read, {_saved.Count} place something");
            _count = 0;
        }

        // Also where no note says anything else: settings files may have been read for the first time.
        hasRead();
    }

    private void Tell(PathProblem problem) => log.Write(problem.ToString());

    private static bool HoldsHome(string folder) =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home && (home == folder || IsBelow(home, folder));

    private static bool IsBelow(string path, string folder) => path.StartsWith(
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>What a note was read with: one for which it is the same need not be read again.</summary>
    /// <param name="Catalog">What its names were looked up in.</param>
    /// <param name="Written">When the file was written.</param>
    /// <param name="Bytes">Its length; less than 0 for none.</param>
    private sealed record Reading(Catalog Catalog, DateTime Written, long Bytes)
    {
        internal static Reading Of(string path, Func<string, Catalog> catalogOf)
        {
            var file = new FileInfo(path);
            return new(catalogOf(path), file.Exists ? file.LastWriteTimeUtc : default, file.Exists ? file.Length : -1);
        }
    }
}
