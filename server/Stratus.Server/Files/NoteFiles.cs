
namespace Stratus.Server.Files;

/// <summary>Finds the notes that paths mean.</summary>
internal static class NoteFiles
{
    /// <summary>
    /// The files, each once, in the order of their paths. A file that is named counts whatever it is called and whatever ignore
    /// files say; of a folder the notes within.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="isWanted">Tells of a note in a folder, by its path, whether the settings let it be checked.</param>
    /// <param name="report">Takes what cannot be read.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static List<string> Find(IEnumerable<string> paths, Func<string, bool> isWanted, Action<PathProblem> report, CancellationToken cancellation)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                found.Add(path);
            }
            else if (Directory.Exists(path))
            {
                found.UnionWith(In(path, report, cancellation).Where(isWanted));
            }
            else
            {
                report(new(path, "there is no such file or folder"));
            }
        }

        // A file may be named twice, in two ways.
        return [.. found.DistinctBy(Path.GetFullPath)];
    }

    /// <summary>
    /// The Markdown files of a folder and of those within, as they are found: without hidden folders, <c>node_modules</c>, linked
    /// folders, and what <c>.gitignore</c> and <c>.stratusignore</c> exclude. Take no more than are wanted: the rest is not looked for.
    /// </summary>
    /// <param name="folder">The folder; it counts itself, whatever it is called.</param>
    /// <param name="report">Takes what cannot be read.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static IEnumerable<string> In(string folder, Action<PathProblem> report, CancellationToken cancellation)
    {
        var open = new Stack<(string Path, IgnoreRules Rules)>([(folder, IgnoreRules.For(folder, report))]);
        while (open.TryPop(out var here))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entry in Entries(here.Path, report))
            {
                // ‘.’ itself is no part of the paths that are shown.
                var path = here.Path == "." ? entry.Name : Path.Combine(here.Path, entry.Name);
                if (entry is DirectoryInfo)
                {
                    if (!IsPassedOver(entry) && !here.Rules.Excludes(path, isFolder: true))
                    {
                        open.Push((path, here.Rules.In(path, report)));
                    }
                }
                else if (IsNote(entry.Name) && !here.Rules.Excludes(path, isFolder: false))
                {
                    yield return path;
                }
            }
        }
    }

    /// <summary>True for a file that <see cref="In"/> finds in a folder.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="path">The full path of a file below it, which need not exist.</param>
    /// <param name="ignored">What ignore files leave out.</param>
    internal static bool Includes(string folder, string path, IgnoredPaths ignored) =>
        IsNote(path)
        && !Path.GetRelativePath(folder, Path.GetDirectoryName(path)!).Split(Path.DirectorySeparatorChar).Any(name => name.Length > 1 && name[0] == '.' || name == "node_modules")
        && !ignored.Contains(path);

    /// <summary>Whether a file is a note by its name.</summary>
    internal static bool IsNote(string name) =>
        Path.GetExtension(name.AsSpan()) is var ending
        && (ending.Equals(".md", StringComparison.OrdinalIgnoreCase) || ending.Equals(".markdown", StringComparison.OrdinalIgnoreCase));

    private static bool IsPassedOver(FileSystemInfo folder) =>
        folder.Name[0] == '.' || folder.Name == "node_modules" || (folder.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Hidden)) != 0;

    private static FileSystemInfo[] Entries(string folder, Action<PathProblem> report)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report(new(folder, $"the folder cannot be read: {problem.Message}"));
            return [];
        }
    }
}
