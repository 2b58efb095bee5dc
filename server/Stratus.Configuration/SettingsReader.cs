using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Stratus.Configuration;

/// <summary>What a settings text says.</summary>
/// <param name="Settings">What was chosen and understood.</param>
/// <param name="Problems">The mistakes, in the order of the text; of very many the first, and how many more there are.</param>
public sealed record SettingsText(Settings Settings, ImmutableArray<SettingsProblem> Problems)
{
    /// <summary>True if the text is no JSON from some place on, so that what comes after it was not read.</summary>
    public bool IsBroken { get; init; }
}

/// <summary>Reads the text of a <c>.stratus.json</c>: JSON with comments and trailing commas.</summary>
public static class SettingsReader
{
    /// <summary>What a settings text may hold.</summary>
    public static ImmutableArray<string> Keys { get; } = ["profile", "rules", "include", "exclude", "glossary", "completion", "inlayHints"];

    private static readonly FrozenDictionary<string, Severity> Severities = new Dictionary<string, Severity>
    {
        ["off"] = Severity.Off,
        ["hint"] = Severity.Hint,
        ["information"] = Severity.Information,
        ["warning"] = Severity.Warning,
        ["error"] = Severity.Error,
    }.ToFrozenDictionary();

    /// <summary>The names of the severities, from the lowest to the highest.</summary>
    public static ImmutableArray<string> SeverityNames { get; } = [.. Severities.OrderBy(severity => severity.Value).Select(severity => severity.Key)];

    private static readonly FrozenDictionary<string, Profile> Profiles = new Dictionary<string, Profile>
    {
        ["study"] = Profile.Study,
        ["strict"] = Profile.Strict,
        ["quiet"] = Profile.Quiet,
    }.ToFrozenDictionary();

    /// <summary>The names of the profiles.</summary>
    public static ImmutableArray<string> ProfileNames { get; } = [.. Profiles.OrderBy(profile => profile.Value).Select(profile => profile.Key)];

    /// <summary>The profile with this name (<c>study</c>, <c>strict</c>, <c>quiet</c>), or null.</summary>
    public static Profile? FindProfile(string name) => Profiles.TryGetValue(name, out var profile) ? profile : null;

    /// <summary>The severity with this name (<c>off</c>, <c>hint</c>, <c>information</c>, <c>warning</c>, <c>error</c>), or null.</summary>
    public static Severity? FindSeverity(string name) => Severities.TryGetValue(name, out var severity) ? severity : null;

    /// <summary>Reads a text. What is wrong is reported and left out; the rest is used.</summary>
    /// <param name="text">The text, with or without a byte order mark.</param>
    /// <param name="ruleCodes">The rules that there are.</param>
    /// <param name="path">The full path of the file, for the places of what it says; empty for settings of an editor.</param>
    public static SettingsText Read(string text, IReadOnlyCollection<string> ruleCodes, string path = "")
    {
        // Mistakes in an editor's settings are counted, and the first shown; those of a file are marked, each at its place.
        using var json = new StrictJson(text, path.Length == 0 ? int.MaxValue : ProblemList.MostOfFile);
        var rules = new Dictionary<string, Severity>();
        var settings = Settings.Default;
        json.ReadObject("the settings", (key, place) =>
        {
            switch (key)
            {
                case "profile":
                    settings = settings with { ChosenProfile = ReadProfile(json) };
                    break;
                case "rules":
                    ReadRules(json, ruleCodes, rules);
                    break;
                case "include":
                    settings = settings with { Include = ReadGlobs(json, key) };
                    break;
                case "exclude":
                    settings = settings with { Exclude = ReadGlobs(json, key) };
                    break;
                case "glossary":
                    settings = settings with { Glossary = GlossaryReader.Read(json, path) };
                    break;
                case "completion":
                    settings = settings with { ChosenCompleteAsYouType = ReadSwitch(json, key, "asYouType") };
                    break;
                case "inlayHints":
                    settings = settings with { ChosenLayerHints = ReadSwitch(json, key, "layers") };
                    break;
                default:
                    json.Report(place, $"Unknown setting `{key}`.{Suggestion.For(key, Keys)}");
                    json.SkipValue();
                    break;
            }
        });
        json.ReadEnd();
        return new(rules.Count == 0 ? settings : settings with { Rules = rules.ToFrozenDictionary() }, json.Problems) { IsBroken = json.IsBroken };
    }

    // No globs choose nothing: that is how an editor writes a setting that nobody touched.
    private static ImmutableArray<string>? ReadGlobs(StrictJson json, string key)
    {
        var globs = json.ReadTexts($"`{key}`", Glob.FindMistake);
        return globs.IsEmpty ? null : globs;
    }

    private static Profile? ReadProfile(StrictJson json)
    {
        if (json.ReadString("`profile`", out var place) is not { } name)
        {
            return null;
        }

        if (FindProfile(name) is { } profile)
        {
            return profile;
        }

        json.Report(place, $"Unknown profile `{name}`.{Suggestion.For(name, ProfileNames)}");
        return null;
    }

    /// <summary>Reads an object that has one member, which is true or false.</summary>
    private static bool? ReadSwitch(StrictJson json, string section, string member)
    {
        bool? read = null;
        json.ReadObject($"`{section}`", (key, place) =>
        {
            if (key == member)
            {
                read = json.ReadBoolean($"`{key}`");
            }
            else
            {
                json.Report(place, $"Unknown setting `{section}.{key}`.{Suggestion.For(key, [member])}");
                json.SkipValue();
            }
        });
        return read;
    }

    private static void ReadRules(StrictJson json, IReadOnlyCollection<string> ruleCodes, Dictionary<string, Severity> rules) =>
        json.ReadObject("`rules`", (code, place) =>
        {
            var isKnown = ruleCodes.Contains(code);
            if (!isKnown)
            {
                json.Report(place, $"Unknown rule `{code}`.{Suggestion.For(code, ruleCodes)}");
            }

            if (json.ReadString($"`{code}`", out var valuePlace) is not { } name)
            {
                return;
            }

            if (FindSeverity(name) is not { } severity)
            {
                json.Report(valuePlace, $"Unknown severity `{name}`.{Suggestion.For(name, SeverityNames)}");
            }
            else if (isKnown)
            {
                rules[code] = severity;
            }
        });
}
