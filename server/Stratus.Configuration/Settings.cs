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

/// <summary>What a user has chosen; what is not chosen has the rule's own default.</summary>
/// <param name="Rules">Levels by rule code.</param>
public sealed record Settings(FrozenDictionary<string, RuleLevel> Rules)
{
    /// <summary>Nothing chosen.</summary>
    public static Settings Default { get; } = new(FrozenDictionary<string, RuleLevel>.Empty);

    /// <summary>These choices, and those of another for what is not chosen here.</summary>
    public Settings Over(Settings other) =>
        Rules.Count == 0 ? other
        : other.Rules.Count == 0 ? this
        : new(other.Rules.Concat(Rules).GroupBy(rule => rule.Key).ToFrozenDictionary(rule => rule.Key, rule => rule.Last().Value));

    /// <summary>True if the two choose the same.</summary>
    public bool Equals(Settings? other) =>
        other is not null && Rules.Count == other.Rules.Count && Rules.All(rule => other.Rules.TryGetValue(rule.Key, out var level) && level == rule.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Rules.Aggregate(0, (hash, rule) => hash ^ HashCode.Combine(rule.Key, rule.Value));
}
