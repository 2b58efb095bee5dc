using Stratus.Configuration;

namespace Stratus.Features.Diagnostics;

/// <summary>How loud a rule and its findings are under a user's settings. This is the one place where profiles mean anything.</summary>
internal static class RuleLevels
{
    /// <summary>True if nothing is to be found by the rule.</summary>
    public static bool IsOff(Settings settings, Rule rule) => LevelOf(settings, rule) == RuleLevel.Off;

    /// <summary>
    /// How loud a finding of the rule is: <see cref="RuleLevel.Off"/> for not at all. A level that the user chose goes before the
    /// profile. Else the finding keeps its level, because some rules have one for each kind of fact.
    /// </summary>
    public static RuleLevel LevelOf(Settings settings, Finding finding) =>
        settings.Rules.TryGetValue(finding.Rule.Code, out var chosen) ? chosen
        : settings.Profile == Profile.Quiet && finding.Level < RuleLevel.Warning ? RuleLevel.Off
        : finding.Level;

    private static RuleLevel LevelOf(Settings settings, Rule rule) =>
        settings.Rules.TryGetValue(rule.Code, out var chosen) ? chosen : settings.Profile switch
        {
            Profile.Strict => rule.StrictLevel ?? rule.DefaultLevel,
            Profile.Quiet when rule.DefaultLevel < RuleLevel.Warning => RuleLevel.Off,
            _ => rule.DefaultLevel,
        };
}
