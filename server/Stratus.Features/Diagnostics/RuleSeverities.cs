using Stratus.Configuration;

namespace Stratus.Features.Diagnostics;

/// <summary>The severity of a rule and of its findings under a user's settings. This is the only place that knows what a profile means.</summary>
internal static class RuleSeverities
{
    /// <summary>True if the rule is disabled.</summary>
    public static bool IsOff(Settings settings, Rule rule) => SeverityOf(settings, rule) == Severity.Off;

    /// <summary>
    /// The severity of a finding: <see cref="Severity.Off"/> where it is not reported. What the user chose overrides the profile.
    /// Otherwise the finding keeps its own severity, because some rules have one for each kind of fact.
    /// </summary>
    public static Severity SeverityOf(Settings settings, Finding finding) =>
        settings.Rules.TryGetValue(finding.Rule.Code, out var chosen) ? chosen
        : settings.Profile == Profile.Quiet && finding.Severity < Severity.Warning ? Severity.Off
        : finding.Severity;

    private static Severity SeverityOf(Settings settings, Rule rule) =>
        settings.Rules.TryGetValue(rule.Code, out var chosen) ? chosen : settings.Profile switch
        {
            Profile.Strict => rule.StrictSeverity ?? rule.DefaultSeverity,
            Profile.Quiet when rule.DefaultSeverity < Severity.Warning => Severity.Off,
            _ => rule.DefaultSeverity,
        };
}
