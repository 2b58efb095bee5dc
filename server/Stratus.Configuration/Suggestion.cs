using Stratus.Names;

namespace Stratus.Configuration;

/// <summary>What a message about an unknown name goes on with.</summary>
public static class Suggestion
{
    /// <summary>A sentence after a blank: <c>Did you mean `…`?</c>, or what can be chosen where nothing is near; empty where nothing is known.</summary>
    /// <param name="written">The unknown name.</param>
    /// <param name="known">The names that there are.</param>
    public static string For(string written, IReadOnlyCollection<string> known) =>
        Nearest.To(written, known) is { } name ? $" Did you mean `{name}`?"
        : known.Count == 0 ? ""
        : $" Known: {string.Join(", ", known.Select(option => $"`{option}`"))}.";
}
