using System.Collections.Frozen;
using System.Collections.Immutable;
using Stratus.Glossary;

namespace Stratus.Configuration;

/// <summary>The severity of a rule and of a finding.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
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

/// <summary>Base severities: what a rule has where the user has chosen none for it.</summary>
public enum Profile
{
    /// <summary>For study notes: each rule's default severity.</summary>
    Study,
    /// <summary>AWS's own style too: prefixes, and the full name at its first use.</summary>
    Strict,
    /// <summary>Warnings and errors only.</summary>
    Quiet,
}

/// <summary>What a user has chosen; what is not chosen has its default.</summary>
public sealed record Settings
{
    /// <summary>Nothing chosen.</summary>
    public static Settings Default { get; } = new();

    /// <summary>Severities by rule code; a rule that is not named has that of the profile.</summary>
    public FrozenDictionary<string, Severity> Rules { get; init; } = FrozenDictionary<string, Severity>.Empty;

    /// <summary><c>completion.asYouType</c>, or null where nothing is chosen.</summary>
    public bool? ChosenCompleteAsYouType { get; init; }

    /// <summary><c>inlayHints.layers</c>, or null where nothing is chosen.</summary>
    public bool? ChosenLayerHints { get; init; }

    /// <summary><c>profile</c>, or null where nothing is chosen.</summary>
    public Profile? ChosenProfile { get; init; }

    /// <summary>Globs of the notes that are checked, or null where nothing is chosen: all.</summary>
    public ImmutableArray<string>? Include { get; init; }

    /// <summary>Globs of notes that are not checked, or null where nothing is chosen: none.</summary>
    public ImmutableArray<string>? Exclude { get; init; }

    /// <summary>The user's own terms, and corrections of the catalog; the later takes precedence.</summary>
    public ImmutableArray<GlossaryEntry> Glossary { get; init; } = [];

    /// <summary>Whether names are offered while one types, and not only when asked for: on by default.</summary>
    public bool CompleteAsYouType => ChosenCompleteAsYouType ?? true;

    /// <summary>Whether the layer of a service is shown after its name: off by default.</summary>
    public bool LayerHints => ChosenLayerHints ?? false;

    /// <summary>The severities of the rules for which none is chosen: those for study notes by default.</summary>
    public Profile Profile => ChosenProfile ?? Profile.Study;

    /// <summary>These choices, and those of another for what is not chosen here. The glossaries are united.</summary>
    public Settings Over(Settings other) => new()
    {
        Rules = Rules.Count == 0 ? other.Rules
            : other.Rules.Count == 0 ? Rules
            : other.Rules.Concat(Rules).GroupBy(rule => rule.Key).ToFrozenDictionary(rule => rule.Key, rule => rule.Last().Value),
        ChosenCompleteAsYouType = ChosenCompleteAsYouType ?? other.ChosenCompleteAsYouType,
        ChosenLayerHints = ChosenLayerHints ?? other.ChosenLayerHints,
        ChosenProfile = ChosenProfile ?? other.ChosenProfile,
        Include = Include ?? other.Include,
        Exclude = Exclude ?? other.Exclude,
        Glossary = [.. other.Glossary, .. Glossary],
    };

    /// <summary>True if the two choose the same.</summary>
    public bool Equals(Settings? other) =>
        other is not null
        && ChosenCompleteAsYouType == other.ChosenCompleteAsYouType
        && ChosenLayerHints == other.ChosenLayerHints
        && ChosenProfile == other.ChosenProfile
        && AreSame(Include, other.Include)
        && AreSame(Exclude, other.Exclude)
        && Glossary.SequenceEqual(other.Glossary)
        && Rules.Count == other.Rules.Count
        && Rules.All(rule => other.Rules.TryGetValue(rule.Key, out var severity) && severity == rule.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Rules.Aggregate(0, (hash, rule) => hash ^ HashCode.Combine(rule.Key, rule.Value)),
        ChosenCompleteAsYouType,
        ChosenLayerHints,
        ChosenProfile,
        Include?.Length,
        Exclude?.Length,
        Glossary.Length);

    private static bool AreSame(ImmutableArray<string>? one, ImmutableArray<string>? other) =>
        one is { } left && other is { } right ? left.SequenceEqual(right) : one is null && other is null;
}
