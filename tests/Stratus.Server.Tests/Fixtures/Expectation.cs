using System.Globalization;
using System.Text.RegularExpressions;

namespace Stratus.Server.Tests.Fixtures;

/// <summary>One line of what a fixture expects: <c>&lt;!-- no mention "lambda"#2 --&gt;</c>.</summary>
/// <param name="Fixture">The name of the fixture.</param>
/// <param name="Line">The line in it, from 1.</param>
/// <param name="Text">What stands between the comment's marks.</param>
/// <param name="IsNo">True if it begins with <c>no</c>.</param>
/// <param name="Verb">What is expected: <c>mention</c>, <c>placements</c> …</param>
/// <param name="Ordinal">The number behind the verb or the quoted words (<c>columns#2</c>), from 1; 0 where there is none.</param>
/// <param name="Quoted">The quoted words, or null.</param>
/// <param name="Rest">What stands behind them, trimmed.</param>
internal sealed partial record Expectation(string Fixture, int Line, string Text, bool IsNo, string Verb, int Ordinal, string? Quoted, string Rest)
{
    /// <summary>True for a line that holds a comment and nothing else.</summary>
    internal static bool Is(string line) => line.StartsWith("<!-- ", StringComparison.Ordinal) && line.EndsWith(" -->", StringComparison.Ordinal);

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is no expectation.</exception>
    internal static Expectation Parse(string fixture, int number, string line)
    {
        var text = line["<!-- ".Length..^" -->".Length].Trim();
        var match = Form().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"tests/fixtures/{fixture}:{number}: not an expectation: {text}");
        }

        var ordinal = match.Groups["ordinal"].Captures is [.., var last] ? int.Parse(last.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var quoted = match.Groups["quoted"].Success
            ? match.Groups["quoted"].Value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)
            : null;
        return new(fixture, number, text, match.Groups["no"].Success, match.Groups["verb"].Value, ordinal, quoted, match.Groups["rest"].Value.Trim());
    }

    /// <summary>The words behind the quoted ones.</summary>
    internal string[] Words => Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The number that it ends with.</summary>
    internal int Count => int.TryParse(Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Wrong("a number is missing");

    /// <summary>True if it is about a list of completion.</summary>
    internal bool IsOffer => Verb is "offers" or "offer" or "pops" or "pop";

    /// <summary>True if that list opens by itself behind what is typed, and false if it is asked for.</summary>
    internal bool IsTyped => Verb is "pops" or "pop";

    /// <summary>Where a reader finds it.</summary>
    internal string Place => $"tests/fixtures/{Fixture}:{Line}";

    /// <summary>Says that the expectation itself is wrong.</summary>
    internal FormatException Wrong(string why) => new($"{Place}: {why}: {Text}");

    [GeneratedRegex("""^(?<no>no )?(?<verb>[a-z]+)(#(?<ordinal>\d+))?(\s+"(?<quoted>(\\.|[^"\\])*)"(#(?<ordinal>\d+))?)?(?<rest>\s.*)?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
