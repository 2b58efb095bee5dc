using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Stratus.Configuration;

/// <summary>Tells by its path whether a note is checked: by the globs <c>include</c> and <c>exclude</c>, which count from a folder.</summary>
public sealed class NoteFilter
{
    private readonly string _folder;
    private readonly Matcher? _matcher;

    /// <summary>A filter.</summary>
    /// <param name="folder">The full path of the folder that the globs count from.</param>
    /// <param name="include">What is checked; null for everything.</param>
    /// <param name="exclude">What is not; null for nothing.</param>
    public NoteFilter(string folder, ImmutableArray<string>? include, ImmutableArray<string>? exclude)
    {
        _folder = folder;
        if (include is null && exclude is null)
        {
            return;
        }

        _matcher = new Matcher(OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        _matcher.AddIncludePatterns(include?.Select(Whole) ?? ["**/*"]);
        _matcher.AddExcludePatterns(exclude?.Select(Whole) ?? []);
    }

    /// <summary>Lets everything through.</summary>
    public static NoteFilter All { get; } = new("", null, null);

    /// <summary>True if the note is checked; a note outside the folder is.</summary>
    /// <param name="path">Its full path.</param>
    public bool Includes(string path) =>
        _matcher is null
        || Path.GetRelativePath(_folder, path) is ['.', '.', ..] or { Length: 0 }
        || _matcher.Match(_folder, path).HasMatches;

    // "drafts" and "drafts/" mean what is in the folder, as in a .gitignore; "*.tmp.md" means such files anywhere.
    private static string Whole(string glob)
    {
        glob = glob.Replace('\\', '/');
        var isAnywhere = !glob.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var whole = glob.EndsWith('/') ? glob + "**" : glob.TrimStart('/');
        return isAnywhere && !whole.StartsWith("**", StringComparison.Ordinal) ? "**/" + whole : whole;
    }
}
