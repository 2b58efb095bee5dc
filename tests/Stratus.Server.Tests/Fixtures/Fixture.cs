using System.Collections.Immutable;
using System.Globalization;

namespace Stratus.Server.Tests.Fixtures;

/// <summary>A note of tests/fixtures with what it expects of its reading (tests/fixtures/README.md has the grammar).</summary>
/// <param name="Name">Its path below tests/fixtures, with slashes.</param>
/// <param name="Note">The note as the program reads it: without the expectations, and written as they say.</param>
/// <param name="Expectations">What it expects.</param>
/// <param name="HasMark">True if its file begins with a byte order mark, which is no part of the note.</param>
/// <param name="Profile">The profile that it is checked under.</param>
internal sealed record Fixture(string Name, string Note, ImmutableArray<Expectation> Expectations, bool HasMark, string Profile)
{
    internal static string Folder { get; } = Path.Combine(StratusProgram.RepoRoot, "tests", "fixtures");

    /// <summary>The names of all fixtures, in order.</summary>
    internal static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Where(name => name.Contains('/', StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It expects nothing, or an expectation cannot be read.</exception>
    internal static Fixture Load(string name)
    {
        var lines = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n").Split('\n');
        var first = lines.Length;
        while (first > 0 && (lines[first - 1].Length == 0 || Expectation.Is(lines[first - 1])))
        {
            first--;
        }

        var all = Enumerable.Range(first, lines.Length - first).Where(line => lines[line].Length > 0)
            .Select(line => Expectation.Parse(name, line + 1, lines[line])).ToList();
        var note = string.Concat(lines[..first].Select(line => line + "\n"));
        var wanted = all.Where(expectation => expectation.Verb is not ("written" or "profile")).ToImmutableArray();
        return wanted.IsEmpty
            ? throw new FormatException($"tests/fixtures/{name}: ends without an expectation.")
            : new(name, all.Where(expectation => expectation.Verb == "written").Aggregate(note, Write), wanted, all.Exists(one => one is { Verb: "written", Rest: "with a BOM" }), all.Find(one => one.Verb == "profile")?.Rest ?? "study");
    }

    // What a text file under version control cannot hold, or what nobody wants to scroll through.
    private static string Write(string note, Expectation how) => (how.Quoted, how.Rest) switch
    {
        (null, "with CRLF") => note.Replace("\n", "\r\n", StringComparison.Ordinal),
        (null, "with CR") => note.Replace('\n', '\r'),
        (null, "with a BOM") => note,
        (null, "without a final line end") => note.TrimEnd('\r', '\n'),
        ({ } mark, ['a', 's', ' ', 'U', '+', .. var code]) => note.Replace(mark, char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)), StringComparison.Ordinal),
        ({ } words, [.. var times, ' ', 't', 'i', 'm', 'e', 's']) => note.Replace(words, string.Concat(Enumerable.Repeat(words, int.Parse(times, CultureInfo.InvariantCulture))), StringComparison.Ordinal),
        _ => throw how.Wrong("no such way to write a note"),
    };
}
