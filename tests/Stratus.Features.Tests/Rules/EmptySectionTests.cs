using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class EmptySectionTests
{
    private const string Code = "empty-section";

    [Theory]
    [InlineData("# VPC\n\nA CloudFront note.\n\n# «IPSEC VPN»")]
    [InlineData("# CloudFront\n\nText.\n\n# «IPSEC VPN»\n\n# Route 53\n\nText.\n")]
    [InlineData("# CloudFront\n\n## «Origins»\n\n# Route 53\n\nText.\n")]
    [InlineData("# CloudFront\n\nText.\n\n# «IPSEC VPN»\n\n---\n\n# Route 53\n\nText.\n")]
    [InlineData("CloudFront\n==========\n\nText.\n\n«IPSEC VPN»\n---------\n")]
    [InlineData("# CloudFront\n\nText.\n\n## «**IPSEC** VPN» {#ipsec}\n")]
    [InlineData("# CloudFront\r\n\r\nText.\r\n\r\n## «IPSEC VPN»\r\n\r\n\r\n")]
    public void A_heading_with_nothing_under_it_is_a_hint(string marked) => Assert.Equal(Severity.Hint, RuleAssert.Finds(Code, marked.Replace("«**IPSEC** VPN»", "**«IPSEC** VPN»", StringComparison.Ordinal))[0].Severity);

    [Fact]
    public void The_message_names_the_heading() => Assert.Equal(
        "The section ‘IPSEC VPN’ is empty. Write it, or remove the heading.",
        RuleAssert.Finds(Code, "# VPC\n\nA CloudFront note.\n\n# «IPSEC VPN»")[0].Message);

    [Theory]
    [InlineData("# CloudFront\n\n## Origins\n\nText.\n")]
    [InlineData("# CloudFront\n\n## Origins\n\n### S3\n\nText.\n")]
    [InlineData("# CloudFront\n\n![Edge](edge.png)\n\n# Route 53\n\nText.\n")]
    [InlineData("# CloudFront\n\n| A | B |\n|-|-|\n| 1 | 2 |\n")]
    [InlineData("# CloudFront\n\n```\ncode\n```\n")]
    [InlineData("# CloudFront\n\n<table><tr><td>x</td></tr></table>\n")]
    [InlineData("# CloudFront\n\n- item\n")]
    [InlineData("# CloudFront\n\n> quote\n")]
    [InlineData("# CloudFront\n\n<!-- to be written -->\n")]
    [InlineData("# CloudFront\n\n$$x$$\n")]
    [InlineData("# CloudFront\n\n[Docs](https://example.com)\n")]
    [InlineData("# CloudFront\nText right below.\n# Route 53\nText.\n")]
    [InlineData("# CloudFront\n\nText.\n\n## S3 is the usual origin.\n\n## Is it cheap?\n\n# End of it: text\n\nText.\n")]
    [InlineData("# Changes of CloudFront\n\n## 1.2.0\n\n## [1.1.0] - 2024-01-01\n\n## v1.0\n\n## Unreleased\n\n## Others\n\nText.\n")]
    [InlineData("# Usage\n\n# License\n\nMIT\n")]
    [InlineData("# Astronomy\n\nThe Redshift of galaxies.\n\n## Distances\n\n## Ages\n\nText.\n")]
    [InlineData("# A\n\n# B\n\nThe cache line of a processor.\n")]
    [InlineData("> # CloudFront\n")]
    [InlineData("#\n\n# CloudFront\n\nText.\n")]
    [InlineData("```\n# CloudFront\n# Route 53\n```\n")]
    public void What_is_not_empty_or_no_section_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);

    [Fact]
    public void A_long_text_that_names_a_service_in_passing_is_no_study_note() => RuleAssert.IsQuiet(
        Code, "# Usage\n\n# Deploying\n\nIt runs on CloudFront too.\n" + string.Concat(Enumerable.Repeat("More.\n\n", 100)));
}
