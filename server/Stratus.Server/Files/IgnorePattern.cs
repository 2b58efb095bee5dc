namespace Stratus.Server.Files;

/// <summary>
/// One line of an ignore file. Of the libraries that can be had none reads all of Git's patterns as Git does (one matches
/// <c>/*.md</c> in every folder), so the few rules stand here; a test compares them with <c>git check-ignore</c>.
/// </summary>
/// <param name="Glob">The pattern without its marks.</param>
/// <param name="IsNegated">True for <c>!pattern</c>: takes in again.</param>
/// <param name="IsForFolders">True for <c>pattern/</c>: matches folders alone.</param>
/// <param name="IsRooted">True if it is compared with the whole path below the file's folder, false if with the name alone.</param>
internal sealed record IgnorePattern(string Glob, bool IsNegated, bool IsForFolders, bool IsRooted)
{
    /// <summary>The pattern of a line; null for a comment and for nothing.</summary>
    internal static IgnorePattern? Parse(string line)
    {
        line = TrimEnd(line.TrimEnd('\r'));
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        var isNegated = line[0] == '!';
        line = isNegated ? line[1..] : line;
        var isForFolders = line.EndsWith('/');
        line = isForFolders ? line[..^1] : line;
        var isRooted = line.Contains('/');
        line = line.StartsWith('/') ? line[1..] : line;
        return line.Length == 0 ? null : new(line, isNegated, isForFolders, isRooted);
    }

    /// <summary>True if it matches a path (below the file's folder, with slashes).</summary>
    internal bool Matches(string path, bool isFolder) =>
        (isFolder || !IsForFolders) && Match(Glob, IsRooted ? path : path.AsSpan(path.LastIndexOf('/') + 1), true) == Outcome.Yes;

    // Spaces at the end count only after a backslash.
    private static string TrimEnd(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !IsEscaped(line, end - 1))
        {
            end--;
        }

        return line[..end];
    }

    private static bool IsEscaped(string line, int at)
    {
        var backslashes = 0;
        while (at - backslashes > 0 && line[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    /// <summary>Whether the whole of a path matches a glob. <paramref name="isAtName"/>: the glob is at the start of a name.</summary>
    private static Outcome Match(ReadOnlySpan<char> glob, ReadOnlySpan<char> path, bool isAtName)
    {
        while (!glob.IsEmpty)
        {
            if (glob[0] == '*')
            {
                return MatchStar(glob, path, isAtName);
            }

            if (path.IsEmpty)
            {
                return Outcome.TooShort;
            }

            var taken = 1;
            switch (glob[0])
            {
                case '?' when path[0] != '/':
                    break;
                case '[':
                    if (path[0] == '/' || !IsInClass(glob, path[0], out taken))
                    {
                        return Outcome.No;
                    }

                    break;
                case '\\' when glob.Length > 1:
                    if (glob[1] != path[0])
                    {
                        return Outcome.No;
                    }

                    taken = 2;
                    break;
                case '\\':
                    // A lone backslash at the end matches nothing.
                    return Outcome.No;
                case var letter when letter != path[0] || letter == '?':
                    return Outcome.No;
            }

            isAtName = path[0] == '/';
            glob = glob[taken..];
            path = path[1..];
        }

        return path.IsEmpty ? Outcome.Yes : Outcome.No;
    }

    private static Outcome MatchStar(ReadOnlySpan<char> glob, ReadOnlySpan<char> path, bool isAtName)
    {
        var stars = glob.IndexOfAnyExcept('*');
        var rest = stars < 0 ? [] : glob[stars..];
        stars = stars < 0 ? glob.Length : stars;

        // "**" (or more stars) is any number of folders where it stands alone between slashes, else it is as good as one star.
        var isFolders = stars >= 2 && isAtName && (rest.IsEmpty || rest[0] == '/');
        if (isFolders && (rest.IsEmpty || Match(rest[1..], path, true) == Outcome.Yes))
        {
            return Outcome.Yes;
        }

        for (var at = 0; ; at++)
        {
            var outcome = Match(rest, path[at..], false);
            if (outcome is Outcome.Yes or Outcome.TooShort || (outcome == Outcome.NotInName && !isFolders))
            {
                // An earlier star would only leave less to a later one: without this, many stars take for ever.
                return outcome;
            }

            if (at == path.Length)
            {
                return Outcome.TooShort;
            }

            if (path[at] == '/' && !isFolders)
            {
                return Outcome.NotInName;
            }
        }
    }

    /// <summary>Whether a letter is in the class that the glob begins with; one that is never closed matches nothing.</summary>
    private static bool IsInClass(ReadOnlySpan<char> glob, char letter, out int length)
    {
        length = 0;
        var at = 1;
        var isNegated = at < glob.Length && glob[at] is '!' or '^';
        at += isNegated ? 1 : 0;
        var isIn = false;
        for (var isFirst = true; at < glob.Length && (isFirst || glob[at] != ']'); isFirst = false)
        {
            if (glob[at..].StartsWith("[:") && glob[(at + 2)..].IndexOf(":]") is >= 0 and var named)
            {
                isIn |= IsInNamedClass(glob.Slice(at + 2, named), letter);
                at += named + 4;
                continue;
            }

            var from = Next(glob, ref at);
            var to = from;
            if (at + 1 < glob.Length && glob[at] == '-' && glob[at + 1] != ']')
            {
                at++;
                to = Next(glob, ref at);
            }

            isIn |= letter >= from && letter <= to;
        }

        length = at + 1;
        return at < glob.Length && isIn != isNegated;
    }

    private static char Next(ReadOnlySpan<char> glob, ref int at)
    {
        at += glob[at] == '\\' && at + 1 < glob.Length ? 1 : 0;
        return glob[at++];
    }

    private static bool IsInNamedClass(ReadOnlySpan<char> name, char letter) => name switch
    {
        "alpha" => char.IsAsciiLetter(letter),
        "digit" => char.IsAsciiDigit(letter),
        "alnum" => char.IsAsciiLetterOrDigit(letter),
        "upper" => char.IsAsciiLetterUpper(letter),
        "lower" => char.IsAsciiLetterLower(letter),
        "xdigit" => char.IsAsciiHexDigit(letter),
        "space" => letter is ' ' or (>= '\t' and <= '\r'),
        "blank" => letter is ' ' or '\t',
        "punct" => char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)),
        _ => false,
    };

    /// <summary>What comes of matching.</summary>
    private enum Outcome
    {
        Yes,
        No,

        /// <summary>The path ends before the glob does: it does so from any later place too.</summary>
        TooShort,

        /// <summary>A star came to the end of a name: only one that passes over folders helps.</summary>
        NotInName,
    }
}
