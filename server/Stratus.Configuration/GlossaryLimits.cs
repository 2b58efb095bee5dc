namespace Stratus.Configuration;

/// <summary>How long the texts of a glossary may be: names are found by each of their words, and summaries stand on cards.</summary>
internal static class GlossaryLimits
{
    private const int MostInName = 100;
    private const int MostInSummary = 4_000;

    /// <summary>What is wrong with a name or an alias, or null.</summary>
    internal static string? FindMistakeInName(string name) =>
        name.Length > MostInName ? $"The name `{name.AsSpan(0, 40)}…` is longer than {MostInName} characters." : null;

    /// <summary>What is wrong with a summary, or null.</summary>
    /// <param name="summary">The text.</param>
    /// <param name="key">What the file calls it.</param>
    internal static string? FindMistakeInSummary(string summary, string key) =>
        summary.Length > MostInSummary ? $"This `{key}` is longer than {MostInSummary} characters, which is too long for a card." : null;
}
