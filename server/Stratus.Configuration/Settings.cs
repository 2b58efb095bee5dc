using System.Collections.Frozen;

namespace Stratus.Configuration;

/// <summary>How loudly a rule speaks.</summary>
public enum RuleLevel
{
    /// <summary>Not at all.</summary>
    Off,
    /// <summary>Dots under a word, nothing in a list of problems.</summary>
    Hint,
    /// <summary>Worth knowing.</summary>
    Information,
    /// <summary>Probably wrong.</summary>
    Warning,
    /// <summary>Surely wrong.</summary>
    Error,
}

/// <summary>A set of levels to begin with: what a rule's level is where the user has chosen none for it.</summary>
public enum Profile
{
    /// <summary>For study notes: each rule's own level.</summary>
    Study,
    /// <summary>AWS's own style too: prefixes, and the full name at its first use.</summary>
    Strict,
    /// <summary>Warnings and errors only.</summary>
    Quiet,
}

/// <summary>What a user has chosen; what is not chosen has its default.</summary>
/// <param name="Rules">Levels by rule code; a rule that is not named has its own.</param>
/// <param name="ChosenCompleteAsYouType"><c>completion.asYouType</c>, or null where nothing is chosen.</param>
/// <param name="ChosenLayerHints"><c>inlayHints.layers</c>, or null where nothing is chosen.</param>
/// <param name="ChosenProfile"><c>profile</c>, or null where nothing is chosen.</param>
public sealed record Settings(
    FrozenDictionary<string, RuleLevel> Rules,
    bool? ChosenCompleteAsYouType = null,
    bool? ChosenLayerHints = null,
    Profile? ChosenProfile = null)
{
    /// <summary>Nothing chosen.</summary>
    public static Settings Default { get; } = new(FrozenDictionary<string, RuleLevel>.Empty);

    /// <summary>Whether names are offered while one types, and not only when asked for: on by default.</summary>
    public bool CompleteAsYouType => ChosenCompleteAsYouType ?? true;

    /// <summary>Whether the layer of a service is shown behind its name: off by default.</summary>
    public bool LayerHints => ChosenLayerHints ?? false;

    /// <summary>The levels of the rules for which none is chosen: those for study notes by default.</summary>
    public Profile Profile => ChosenProfile ?? Profile.Study;

    /// <summary>These choices, and those of another for what is not chosen here.</summary>
    public Settings Over(Settings other) => new(
        Rules.Count == 0 ? other.Rules
            : other.Rules.Count == 0 ? Rules
            : other.Rules.Concat(Rules).GroupBy(rule => rule.Key).ToFrozenDictionary(rule => rule.Key, rule => rule.Last().Value),
        ChosenCompleteAsYouType ?? other.ChosenCompleteAsYouType,
        ChosenLayerHints ?? other.ChosenLayerHints,
        ChosenProfile ?? other.ChosenProfile);

    /// <summary>True if the two choose the same.</summary>
    public bool Equals(Settings? other) =>
        other is not null
        && ChosenCompleteAsYouType == other.ChosenCompleteAsYouType
        && ChosenLayerHints == other.ChosenLayerHints
        && ChosenProfile == other.ChosenProfile
        && Rules.Count == other.Rules.Count
        && Rules.All(rule => other.Rules.TryGetValue(rule.Key, out var level) && level == rule.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Rules.Aggregate(0, (hash, rule) => hash ^ HashCode.Combine(rule.Key, rule.Value)),
        ChosenCompleteAsYouType,
        ChosenLayerHints,
        ChosenProfile);
}
