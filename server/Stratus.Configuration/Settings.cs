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
}
