using Stratus.Names;

namespace Stratus.Configuration;

/// <summary>What a message about an unknown name goes on with.</summary>
public static class Suggestion
{
    /// <summary>The name that was meant, or what there is to choose from where none is near; empty where nothing is known.</summary>
    /// <param name="written">The unknown name.</param>
    /// <param name="known">The names that there are.</param>
    public static string For(string written, IReadOnlyCollection<string> known) =>
        Nearest.To(written, known) is { } name ? $"; did you mean ‘{name}’"
        : known.Count == 0 ? ""
        : $"; known: {string.Join(", ", known.Order(StringComparer.Ordinal))}";
}
