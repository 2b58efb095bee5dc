namespace Stratus.Server.Files;

/// <summary>Which paths ignore files leave out. Each ignore file is read once, so this is for the questions of one moment.</summary>
/// <param name="report">Takes what cannot be read.</param>
internal sealed class IgnoredPaths(Action<PathProblem> report)
{
    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    /// <summary>Whether a path is left out, by itself or with a folder above it.</summary>
    internal bool Contains(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Find(Path.GetDirectoryName(full) ?? full);
        return folder.IsExcluded || folder.Rules.Value.Excludes(full, isFolder: false);
    }

    private Folder Find(string path)
    {
        if (!_folders.TryGetValue(path, out var folder))
        {
            _folders.Add(path, folder = Make(path));
        }

        return folder;
    }

    // Outside a repository only the ignore files of the folder itself count.
    private Folder Make(string path)
    {
        var isRoot = Path.Exists(Path.Combine(path, ".git"));
        return !isRoot && Path.GetDirectoryName(path) is { } parent && Find(parent) is { IsInRepository: true } above
            ? new(true, above.IsExcluded || above.Rules.Value.Excludes(path, isFolder: true), new(() => above.Rules.Value.In(path, report)))
            : new(isRoot, false, new(() => new IgnoreRules([]).In(path, report)));
    }

    private sealed record Folder(bool IsInRepository, bool IsExcluded, Lazy<IgnoreRules> Rules);
}
