using System.Collections.Immutable;

namespace Stratus.Server.Files;

/// <summary>The patterns of one <c>.gitignore</c> or <c>.stratusignore</c>, with the meaning that Git gives them.</summary>
/// <param name="Folder">Where the file lies: the full path of its folder.</param>
/// <param name="Patterns">Its patterns, in order.</param>
internal sealed record IgnoreFile(string Folder, ImmutableArray<IgnorePattern> Patterns)
{
    internal static IgnoreFile Parse(string folder, string text) =>
        new(folder, [.. text.TrimStart('\uFEFF').Split('\n').Select(IgnorePattern.Parse).OfType<IgnorePattern>()]);

    /// <summary>True if the last pattern that matches excludes a path, false if it takes it in again, null if none matches.</summary>
    /// <param name="path">A full path below <see cref="Folder"/>.</param>
    /// <param name="isFolder">Whether a folder is there.</param>
    internal bool? Excludes(string path, bool isFolder)
    {
        var below = Path.GetRelativePath(Folder, path).Replace(Path.DirectorySeparatorChar, '/');
        for (var index = Patterns.Length - 1; index >= 0; index--)
        {
            if (Patterns[index].Matches(below, isFolder))
            {
                return !Patterns[index].IsNegated;
            }
        }

        return null;
    }
}
