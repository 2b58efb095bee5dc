using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stratus.Configuration.Files;
using Stratus.Glossary;

namespace Stratus.Configuration;

/// <summary>What holds for the notes of a folder.</summary>
/// <param name="Settings">The settings: of the nearest settings file, then of the editor.</param>
/// <param name="Catalog">The catalog, with the glossaries of the folder and of those above it laid over it.</param>
/// <param name="Filter">Which of its notes are checked.</param>
public sealed record FolderSettings(Settings Settings, Catalog Catalog, NoteFilter Filter);

/// <summary>A settings or glossary file that was read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Text">Its text; empty where it cannot be read.</param>
/// <param name="Problems">The mistakes in it; of very many the first, and how many more there are.</param>
public sealed record ReadFile(string Path, string Text, ImmutableArray<SettingsProblem> Problems);

/// <summary>
/// Finds what holds for the notes of a folder: the nearest <c>.stratus.json</c> above them, and every Contextive glossary on
/// the way up. Each file is read once, until <see cref="Forget"/>. Safe for use on several threads.
/// </summary>
public sealed class SettingsFiles
{
    /// <summary>The name of settings files.</summary>
    public const string Name = ".stratus.json";

    private const int MostBytesOfSettings = 1024 * 1024;
    private const int MostBytesOfGlossaries = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Lazy<Folder>> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReadFile> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Settings> _lastGood = new(StringComparer.Ordinal);
    private readonly GlossaryCatalogs _catalogs = new();
    private readonly IReadOnlyCollection<string> _ruleCodes;
    private readonly Settings _chosen;
    private readonly string _chosenFolder;
    private volatile Folder _base;

    /// <summary>Settings files, none of which has been read.</summary>
    /// <param name="ruleCodes">The rules that there are.</param>
    /// <param name="chosen">What overrides every file: what a command line says; null for nothing.</param>
    /// <param name="chosenFolder">The full path of the folder that the globs of <paramref name="chosen"/> count from.</param>
    public SettingsFiles(IReadOnlyCollection<string> ruleCodes, Settings? chosen = null, string chosenFolder = "")
    {
        (_ruleCodes, _chosen, _chosenFolder) = (ruleCodes, chosen ?? Settings.Default, chosenFolder);
        _base = Base(Settings.Default, "");
    }

    /// <summary>The files that have been read since they were last forgotten, in the order of their paths.</summary>
    public IEnumerable<ReadFile> Read => _read.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>What holds where no file says anything: for notes that are no files.</summary>
    public FolderSettings Elsewhere => _base.Result;

    /// <summary>Takes the settings of the editor, over which those of files stand.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="folder">The full path of the folder that their globs count from; empty for none.</param>
    public void Use(Settings settings, string folder)
    {
        _catalogs.Forget();
        _base = Base(settings, folder);
        _folders.Clear();
        _read.Clear();
    }

    /// <summary>Reads all files again when they are next needed.</summary>
    public void Forget() => Use(_base.Editor, _base.GlobFolder);

    /// <summary>What holds for the notes of a folder.</summary>
    /// <param name="folder">The full path of a folder; it need not exist. Null, or no possible path, for <see cref="Elsewhere"/>.</param>
    public FolderSettings For(string? folder) => folder is not null && FilePath.IsPossible(folder) ? Find(folder).Result : Elsewhere;

    /// <summary>Reads a file for its glossary alone: a Contextive glossary by its ending, else a settings file.</summary>
    /// <param name="path">Its full path.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public (ImmutableArray<GlossaryEntry> Entries, ImmutableArray<SettingsProblem> Problems) ReadGlossaryOf(string path)
    {
        if (Path.GetExtension(path) is ".yml" or ".yaml")
        {
            return ContextiveGlossary.Read(RegularFile.ReadAllText(path, MostBytesOfGlossaries), path);
        }

        var (settings, problems) = SettingsReader.Read(RegularFile.ReadAllText(path, MostBytesOfSettings), _ruleCodes, path);
        return (settings.Glossary, problems);
    }

    /// <summary>True for a file that settings are read from.</summary>
    /// <param name="path">Its path.</param>
    public static bool IsOne(string path) =>
        Path.GetFileName(path) == Name || path.EndsWith(ContextiveGlossary.Pattern[1..], StringComparison.OrdinalIgnoreCase);

    private Folder Base(Settings editor, string folder) => new(editor, folder, null, [], Result(editor, folder, null, []));

    private Folder Find(string folder)
    {
        var path = new Stack<string>();
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            path.Push(at);
        }

        return path.Aggregate(_base, (above, at) => _folders.GetOrAdd(at, key => new Lazy<Folder>(() => Make(key, above))).Value);
    }

    private Folder Make(string path, Folder above)
    {
        var file = Path.Combine(path, Name);
        var nearest = Path.Exists(file) ? ReadSettings(file) : above.Nearest;
        var glossaries = Glossaries(path);
        if (nearest == above.Nearest && glossaries.IsEmpty)
        {
            return above;
        }

        var terms = above.Terms.AddRange(glossaries.SelectMany(glossary => ReadGlossary(glossary)));
        // Globs count from where they are written.
        var from = nearest == above.Nearest || nearest is { Include: null, Exclude: null } ? above.GlobFolder : path;
        return new(above.Editor, from, nearest, terms, Result(above.Editor, from, nearest, terms));
    }

    private FolderSettings Result(Settings editor, string globFolder, Settings? nearest, ImmutableArray<GlossaryEntry> terms)
    {
        var settings = _chosen.Over(nearest?.Over(editor) ?? editor);
        var folder = _chosen is { Include: null, Exclude: null } ? globFolder : _chosenFolder;
        return new(
            settings,
            // The nearer, the more it counts.
            _catalogs.Of([.. editor.Glossary, .. terms, .. nearest?.Glossary ?? [], .. _chosen.Glossary]),
            folder.Length == 0 ? NoteFilter.All : new(folder, settings.Include, settings.Exclude));
    }

    private Settings ReadSettings(string path)
    {
        try
        {
            var text = RegularFile.ReadAllText(path, MostBytesOfSettings);
            var read = SettingsReader.Read(text, _ruleCodes, path);
            _read[path] = new(path, text, read.Problems);
            // While a file is being written it is often no JSON; what it said before holds until it is again.
            return read.IsBroken && _lastGood.TryGetValue(path, out var before) ? before : _lastGood[path] = read.Settings;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _read[path] = Unreadable(path, problem);
            return Settings.Default;
        }
    }

    private ImmutableArray<GlossaryEntry> ReadGlossary(string path)
    {
        try
        {
            var text = RegularFile.ReadAllText(path, MostBytesOfGlossaries);
            var (entries, problems) = ContextiveGlossary.Read(text, path);
            _read[path] = new(path, text, problems);
            return entries;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _read[path] = Unreadable(path, problem);
            return [];
        }
    }

    private static ReadFile Unreadable(string path, Exception problem) =>
        new(path, "", [new($"This file cannot be read: {problem.Message.TrimEnd('.')}. Replace or remove it.", 1, 1)]);

    private static ImmutableArray<string> Glossaries(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, ContextiveGlossary.Pattern).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>What a folder has from itself and from above.</summary>
    /// <param name="Editor">The settings of the editor.</param>
    /// <param name="GlobFolder">The folder that globs count from; empty for none.</param>
    /// <param name="Nearest">What the nearest settings file says; null where there is none.</param>
    /// <param name="Terms">The terms of all Contextive glossaries, the outermost first.</param>
    /// <param name="Result">What follows from it.</param>
    private sealed record Folder(Settings Editor, string GlobFolder, Settings? Nearest, ImmutableArray<GlossaryEntry> Terms, FolderSettings Result);
}
