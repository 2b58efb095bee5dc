using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Stratus.Configuration;

/// <summary>A pattern of paths, as in <c>include</c> and <c>exclude</c>: <c>drafts</c>, <c>*.tmp.md</c>, <c>../shared/**</c>.</summary>
public sealed class Glob
{
    // No path is longer.
    private const int MostCharacters = 4_096;

    private readonly Matcher _matcher;

    private Glob(string folder, Matcher matcher) => (Folder, _matcher) = (folder, matcher);

    /// <summary>The full path of the folder that the pattern counts from, once its leading <c>..</c> are taken.</summary>
    internal string Folder { get; }

    /// <summary>What is wrong with a pattern, as a sentence, or null.</summary>
    /// <param name="written">The pattern, as a user wrote it.</param>
    public static string? FindMistake(string written) => TryRead(written, out _, out _, out var mistake) ? null : mistake;

    /// <summary>The pattern, or null where <see cref="FindMistake"/> finds something.</summary>
    /// <param name="folder">The full path of the folder that it is written for.</param>
    /// <param name="written">The pattern, as a user wrote it.</param>
    internal static Glob? In(string folder, string written) => TryRead(written, out var matcher, out var up, out _)
        ? new(Path.GetFullPath(Path.Combine([folder, .. Enumerable.Repeat("..", up)])), matcher)
        : null;

    /// <summary>True if the pattern means a file: by its own path, or by a folder that it lies in.</summary>
    /// <param name="path">The full path of the file.</param>
    internal bool Matches(string path) => IsBelow(path, Folder) && _matcher.Match(Folder, path).HasMatches;

    /// <summary>True for a path in a folder, or in one of those within.</summary>
    internal static bool IsBelow(string path, string folder) =>
        Path.GetRelativePath(folder, path) is not (['.', '.'] or ['.', '.', '/' or '\\', ..] or ".");

    private static bool TryRead(
        string written, [NotNullWhen(true)] out Matcher? matcher, out int up, [NotNullWhen(false)] out string? mistake)
    {
        (matcher, up, mistake) = (null, 0, null);
        if (written.Length > MostCharacters)
        {
            mistake = $"`{written.AsSpan(0, 40)}…` is longer than any path.";
            return false;
        }

        if (!TryResolve(written.Replace('\\', '/'), out var names, out up))
        {
            mistake = $"`{written}` goes up from a folder whose name is not known: "
                + "write `..` at the beginning, or after a name without a star.";
            return false;
        }

        try
        {
            matcher = new Matcher(OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
            var whole = string.Join('/', names);
            matcher.AddInclude(whole);
            if (names[^1] != "**")
            {
                // "drafts" means what is in the folder too, as in a .gitignore.
                matcher.AddInclude(whole + "/**");
            }

            return true;
        }
        catch (ArgumentException problem)
        {
            mistake = $"Invalid glob `{written}`: {problem.Message}";
            return false;
        }
    }

    /// <summary>The names of a pattern without <c>.</c> and <c>..</c>, at least one, and how many folders it goes up before them.</summary>
    private static bool TryResolve(string written, out List<string> names, out int up)
    {
        (names, up) = ([], 0);
        foreach (var name in written.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "..")
            {
                if (names is [.., var last] && last.Contains('*', StringComparison.Ordinal))
                {
                    return false;
                }

                if (names.Count == 0)
                {
                    up++;
                }
                else
                {
                    names.RemoveAt(names.Count - 1);
                }
            }
            else if (name != "." && !(name == "**" && names is [.., "**"]))
            {
                names.Add(name);
            }
        }

        // A whole folder is all that is in it; "*.tmp.md" means such files at any depth.
        if (names.Count == 0 || written.EndsWith('/') && names[^1] != "**")
        {
            names.Add("**");
        }

        if (!written.TrimEnd('/').Contains('/', StringComparison.Ordinal) && names[0] != "**")
        {
            names.Insert(0, "**");
        }

        return true;
    }
}
