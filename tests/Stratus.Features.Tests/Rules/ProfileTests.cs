using Stratus.Configuration;
using Stratus.Features.Diagnostics;

namespace Stratus.Features.Tests.Rules;

public sealed class ProfileTests
{
    private const string Note =
        "Cloudfront, CloudFornt, Amazon Lambda, WorkMail and App Mesh.\n\n| OSI Layer | AWS Service |\n|-|-|\n| L5 Transport | ALB |\n| L3 | NLB |\n";

    [Fact]
    public void Study_gives_each_rule_its_default_severity() => Assert.Equal(
        ["service-casing: Information", "misspelled-service: Warning", "retired-service: Information", "retired-service: Warning", "layer-name-mismatch: Error", "layer-disagreement: Hint"],
        Find(Profile.Study));

    [Fact]
    public void Quiet_leaves_warnings_and_errors() => Assert.Equal(
        ["misspelled-service: Warning", "retired-service: Warning", "layer-name-mismatch: Error"],
        Find(Profile.Quiet));

    [Fact]
    public void Strict_adds_AWSs_own_style() => Assert.Equal(["service-prefix: Information"], Find(Profile.Strict).Except(Find(Profile.Study)));

    [Fact]
    public void A_chosen_level_goes_before_the_profile()
    {
        Assert.Contains("layer-disagreement: Hint", Find(Profile.Quiet, ("layer-disagreement", Severity.Hint)));
        Assert.Contains("retired-service: Hint", Find(Profile.Quiet, ("retired-service", Severity.Hint)));
        Assert.Contains("service-prefix: Hint", Find(Profile.Quiet, ("service-prefix", Severity.Hint)));
        Assert.DoesNotContain("service-prefix: Information", Find(Profile.Strict, ("service-prefix", Severity.Off)));
    }

    private static List<string> Find(Profile profile, params (string Code, Severity Severity)[] rules)
    {
        var settings = Settings.Default with { Rules = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(rules, rule => rule.Code, rule => rule.Severity), ChosenProfile = profile };
        return [.. Findings.Of(MarkedNote.Workspace with { Settings = settings }, MarkedNote.Parse(Note).Note, CancellationToken.None).Select(finding => $"{finding.Rule.Code}: {finding.Severity}")];
    }
}
