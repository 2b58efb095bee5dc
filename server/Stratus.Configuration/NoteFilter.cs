using System.Collections.Immutable;

namespace Stratus.Configuration;

/// <summary>Tells by its path whether a note is checked: by the globs <c>include</c> and <c>exclude</c>, which count from a folder.</summary>
public sealed class NoteFilter
{
    private readonly ImmutableArray<Glob>? _include;
    private readonly ImmutableArray<Glob> _exclude;
    // A note that lies elsewhere is none that the includes choose among.
    private readonly string _reach;

    /// <summary>A filter.</summary>
    /// <param name="folder">The full path of the folder that the globs count from.</param>
    /// <param name="include">What is checked; null for everything.</param>
    /// <param name="exclude">What is not; null for nothing. Globs with a mistake are skipped.</param>
    public NoteFilter(string folder, ImmutableArray<string>? include, ImmutableArray<string>? exclude)
    {
        _include = include is { } chosen ? Globs(folder, chosen) : null;
        _exclude = Globs(folder, exclude ?? []);
        // A glob goes up at most: of the folders that globs count from, the one with the shortest path holds the others.
        _reach = (_include ?? []).Select(glob => glob.Folder).Append(folder).MinBy(from => from.Length)!;
    }

    /// <summary>Lets everything through.</summary>
    public static NoteFilter All { get; } = new("", null, null);

    /// <summary>True if the note is checked; one outside the folder is, unless a glob that goes up (<c>../drafts</c>) excludes it.</summary>
    /// <param name="path">Its full path.</param>
    public bool Includes(string path) =>
        !_exclude.Any(glob => glob.Matches(path))
        && (_include is not { } include || !Glob.IsBelow(path, _reach) || include.Any(glob => glob.Matches(path)));

    private static ImmutableArray<Glob> Globs(string folder, ImmutableArray<string> globs) =>
        [.. globs.Select(glob => Glob.In(folder, glob)).OfType<Glob>()];
}
