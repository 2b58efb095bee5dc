namespace Stratus.Features.Wording;

/// <summary>Writes several names in a sentence: <c>A, B and C</c>.</summary>
internal static class TextList
{
    /// <summary>The names with commas, and <c>and</c> before the last.</summary>
    public static string And(IEnumerable<string> names) => Joined([.. names], "and");

    /// <summary>The names with commas, and <c>or</c> before the last.</summary>
    public static string Or(IEnumerable<string> names) => Joined([.. names], "or");

    private static string Joined(string[] names, string word) =>
        names is [.. { Length: > 0 } others, var last] ? $"{string.Join(", ", others)} {word} {last}" : string.Concat(names);
}
