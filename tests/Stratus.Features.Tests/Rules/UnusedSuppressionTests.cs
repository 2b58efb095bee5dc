using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class UnusedSuppressionTests
{
    private const string Code = "unused-suppression";

    [Theory]
    [InlineData("CloudFront. «<!-- stratus-disable-line service-casing -->»\n", "CloudFront.\n")]
    [InlineData("CloudFront «<!-- stratus-disable-line -->» goes on.", "CloudFront goes on.")]
    [InlineData("«<!-- stratus-disable-next-line -->»\nCloudFront.\n", "CloudFront.\n")]
    [InlineData("# Head\n\n  «<!-- stratus-disable-file retired-service -- why -->»\n\nText\n", "# Head\n\n\nText\n")]
    [InlineData("Cloudfront <!-- stratus-disable-line service-casing «retired-service» -->\n", "Cloudfront <!-- stratus-disable-line service-casing -->\n")]
    [InlineData("Cloudfront <!-- stratus-disable-line «retired-service», service-casing -->\n", "Cloudfront <!-- stratus-disable-line service-casing -->\n")]
    [InlineData("«<!-- stratus-disable-line service-casing, retired-service -->»\n", "")]
    [InlineData("Cloudfront <!-- stratus-disable-line «service-cassing» -->", "Cloudfront <!-- stratus-disable-line service-casing -->")]
    [InlineData("Cloudfront <!-- stratus-disable-line service-casing «x» -->", "Cloudfront <!-- stratus-disable-line service-casing -->")]
    [InlineData("Cloudfront <!-- «stratus-disable-lines» service-casing -->", "Cloudfront <!-- stratus-disable-line service-casing -->")]
    [InlineData("<!-- «stratus-disable-nextline» -->\nCloudfront", "<!-- stratus-disable-next-line -->\nCloudfront")]
    [InlineData("«<!-- stratus-enable -->»\nText", "Text")]
    [InlineData("<!-- stratus-disable service-casing -->\nCloudfront\n\n<!-- stratus-enable service-casing «retired-service» -->\n", "<!-- stratus-disable service-casing -->\nCloudfront\n\n<!-- stratus-enable service-casing -->\n")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| Redshift | L7 «<!-- stratus-disable-line -->» |\n", "| AWS Service | OSI Layer |\n|-|-|\n| Redshift | L7 |\n")]
    [InlineData("---\n«stratus-disable: service-casing»\ntitle: x\n---\n", "---\ntitle: x\n---\n")]
    [InlineData("---\n«stratus-disable:\n  - service-casing\n  - retired-service»\ntitle: x\n---\n", "---\ntitle: x\n---\n")]
    [InlineData("---\nstratus-disable: [service-casing, «retired-service»]\n---\nCloudfront", "---\nstratus-disable: [service-casing]\n---\nCloudfront")]
    [InlineData("---\nstratus-disable: ['«retired-service»', service-casing]\n---\nCloudfront", "---\nstratus-disable: [service-casing]\n---\nCloudfront")]
    [InlineData("---\nstratus-disable:\n  - «retired-service»\n  - service-casing\n---\nCloudfront", "---\nstratus-disable:\n  - service-casing\n---\nCloudfront")]
    [InlineData("---\n«stratus-disabled»: service-casing\n---\n", "---\nstratus-disable: service-casing\n---\n")]
    [InlineData("Cloudfront <!-- stratus-disable-line -->\n\n«<!-- stratus-disable-file service-casing -->»\n", "Cloudfront <!-- stratus-disable-line -->\n\n")]
    public void What_silences_nothing_can_go(string marked, string expected) => RuleAssert.Fixes(Code, marked, expected);

    [Theory]
    [InlineData("Cloudfront <!-- stratus-disable-line -->")]
    [InlineData("Cloudfront <!-- stratus-disable-line service-casing -->")]
    [InlineData("<!-- stratus-disable -->\nCloudfront\n\n<!-- stratus-enable -->\n")]
    [InlineData("<!-- stratus-disable service-casing -->\nCloudfront\n\n<!-- stratus-enable -->\n")]
    [InlineData("<!-- stratus-disable -->\nCloudfront\n\n<!-- stratus-enable service-casing -->\n")]
    [InlineData("<!-- stratus-disable-file service-casing -->\nCloudfront")]
    [InlineData("---\nstratus-disable: [service-casing]\n---\nCloudfront")]
    [InlineData("---\nstratus-disable:\n---\nCloudFront")]
    [InlineData("<!-- an ordinary comment -->")]
    [InlineData("<!-- stratus-notes: none -->")]
    [InlineData("`<!-- stratus-disable-line -->`")]
    [InlineData("```\n<!-- stratus-disable-file x -->\n```")]
    [InlineData("<!-- stratus-disable-file unused-suppression -->\nText <!-- stratus-disable-line -->")]
    [InlineData("<!-- stratus-disable-line unused-suppression -->")]
    [InlineData("Cloudfront <!-- stratus-disable-file -->\n\nText <!-- stratus-disable-line -->")]
    [InlineData("<!-- stratus-disable-next-line unused-suppression -->\nText <!-- stratus-disable-line service-casing -->")]
    public void What_is_of_use_or_no_suppression_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);

    [Theory]
    [InlineData("Text <!-- stratus-disable-line service-casing -->")]
    [InlineData("Text <!-- stratus-disable-line -->")]
    public void What_a_rule_that_is_off_would_find_is_not_known(string note) =>
        Assert.Empty(RuleAssert.WithSeverity("service-casing", Severity.Off, note));

    [Fact]
    public void Another_rule_that_is_off_is_no_excuse() =>
        Assert.Single(RuleAssert.WithSeverity("retired-service", Severity.Off, "Text <!-- stratus-disable-line service-casing -->"));

    [Fact]
    public void It_is_a_hint_that_says_what_is_missing()
    {
        var whole = Assert.Single(RuleAssert.Finds(Code, "«<!-- stratus-disable-file service-casing -->»"));
        Assert.Equal((Severity.Hint, "Unused suppression: `service-casing` reports nothing here."), (whole.Severity, whole.Message));
        Assert.Equal("Remove the comment", Assert.Single(whole.Fixes).Title);

        var slip = Assert.Single(RuleAssert.Finds(Code, "<!-- stratus-disable-file «service-cassing» -->"));
        Assert.Equal("Unknown rule `service-cassing`. Did you mean `service-casing`?", slip.Message);
        Assert.Equal(["Change to ‘service-casing’", "Remove `service-cassing`"], slip.Fixes.Select(fix => fix.Title));
    }

    [Theory]
    [InlineData("<!-- «stratus-disable-next» service-casing -->", "stratus-disable-next-line")]
    [InlineData("<!-- «stratus-disable-lin» service-casing -->", "stratus-disable-line")]
    public void A_word_that_is_cut_short_is_completed(string note, string word) =>
        Assert.Equal($"Change to ‘{word}’", Assert.Single(Assert.Single(RuleAssert.Finds(Code, note)).Fixes).Title);

    [Fact]
    public void The_case_of_a_rule_is_a_slip_like_another() => Assert.Equal(
        ["Change to ‘service-casing’", "Remove `SERVICE-CASING`"],
        Assert.Single(RuleAssert.Finds(Code, "<!-- stratus-disable-file «SERVICE-CASING» -->")).Fixes.Select(fix => fix.Title));

    [Fact]
    public void Off_means_off() => Assert.Empty(RuleAssert.WithSeverity(Code, Severity.Off, "<!-- stratus-disable-line -->"));
}
