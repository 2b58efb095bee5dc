namespace Stratus.Server.Checking;

/// <summary>Finds the notes that paths mean.</summary>
internal static class NoteFiles
{
    /// <summary>
    /// The files, each once, in the order of their paths: a file that is named counts whatever it is called; of a folder
    /// the Markdown files count, without hidden folders, <c>node_modules</c> and linked folders.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="report">Takes what cannot be read, in words.</param>
    internal static List<string> Find(IEnumerable<string> paths, Action<string> report)
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
                Walk(path, found, report);
            }
            else
            {
                report($"{path}: there is no such file or folder");
            }
        }

        // A file may be named twice, in two ways.
        return [.. found.DistinctBy(Path.GetFullPath)];
    }

    /// <summary>True for a file that <see cref="Find"/> finds in a folder.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="path">The full path of a file below it, which need not exist.</param>
    internal static bool Includes(string folder, string path) =>
        IsNote(path) && !Path.GetRelativePath(folder, Path.GetDirectoryName(path)!).Split(Path.DirectorySeparatorChar).Any(name => name.Length > 1 && name[0] == '.' || name == "node_modules");

    private static bool IsNote(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static void Walk(string folder, SortedSet<string> found, Action<string> report)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                // ‘.’ itself is no part of the paths that are shown.
                var path = folder == "." ? entry.Name : Path.Combine(folder, entry.Name);
                if (entry is DirectoryInfo)
                {
                    if (entry.Name[0] != '.' && entry.Name != "node_modules" && (entry.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Hidden)) == 0)
                    {
                        Walk(path, found, report);
                    }
                }
                else if (IsNote(entry.Name))
                {
                    found.Add(path);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report($"{folder}: the folder cannot be read: {problem.Message}");
        }
    }
}
