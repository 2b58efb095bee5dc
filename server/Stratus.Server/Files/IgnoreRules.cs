using System.Collections.Immutable;
using Stratus.Configuration.Files;

namespace Stratus.Server.Files;

/// <summary>
/// All ignore files that are about the entries of one folder: those of the folder itself and of the folders above, up to the
/// root of the repository. The nearest one that says anything of a path decides, and in one folder <c>.stratusignore</c> takes precedence.
/// </summary>
/// <param name="Files">Nearest first.</param>
internal sealed record IgnoreRules(ImmutableArray<IgnoreFile> Files)
{
    private const int MostBytes = 1024 * 1024;

    private static readonly string[] Names = [".stratusignore", ".gitignore"];

    /// <summary>True for a file that rules are read from.</summary>
    internal static bool IsOne(string path) => Names.Contains(Path.GetFileName(path));

    /// <summary>The rules for the entries of a folder, from the root of its repository down; without a repository its own.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="report">Takes what cannot be read: it is taken for empty, as Git does.</param>
    internal static IgnoreRules For(string folder, Action<PathProblem> report)
    {
        var chain = new Stack<string>();
        var isInRepository = false;
        for (var at = Path.GetFullPath(folder); at is not null && !isInRepository; at = Path.GetDirectoryName(at))
        {
            chain.Push(at);
            isInRepository = Path.Exists(Path.Combine(at, ".git"));
        }

        return (isInRepository ? chain : chain.TakeLast(1)).Aggregate(new IgnoreRules([]), (rules, next) => rules.In(next, report));
    }

    /// <summary>The rules for the entries of a folder within.</summary>
    internal IgnoreRules In(string folder, Action<PathProblem> report)
    {
        var own = ImmutableArray.CreateBuilder<IgnoreFile>();
        foreach (var name in Names)
        {
            var path = Path.Combine(folder, name);
            try
            {
                if (File.Exists(path))
                {
                    own.Add(IgnoreFile.Parse(Path.GetFullPath(folder), RegularFile.ReadAllText(path, MostBytes)));
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                report(new(path, $"the ignore file cannot be read: {problem.Message}"));
            }
        }

        return own.Count == 0 ? this : new([.. own, .. Files]);
    }

    /// <summary>Whether an entry of the folder is left out.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    internal bool Excludes(string path, bool isFolder)
    {
        if (Files.IsEmpty)
        {
            return false;
        }

        var full = Path.GetFullPath(path);
        foreach (var file in Files)
        {
            if (file.Excludes(full, isFolder) is { } decided)
            {
                return decided;
            }
        }

        return false;
    }
}
