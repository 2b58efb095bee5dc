using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class ServicePrefixTests
{
    private const string Code = "service-prefix";

    [Theory]
    [InlineData("«Amazon Lambda» runs.", "AWS Lambda runs.")]
    [InlineData("In «AWS S3» here.", "In Amazon S3 here.")]
    [InlineData("By «AWS CloudFront» here.", "By Amazon CloudFront here.")]
    [InlineData("An «Elastic Load Balancer» here.", "An Elastic Load Balancing here.")]
    [InlineData("| AWS Service | Use |\n|-|-|\n| **«Amazon Lambda»** | Code |\n", "| AWS Service | Use |\n|-|-|\n| **AWS Lambda** | Code |\n")]
    [InlineData("# «AWS DynamoDB»\n", "# Amazon DynamoDB\n")]
    public void A_wrong_prefix_or_ending_is_information_in_the_profile_strict(string marked, string expected)
    {
        var note = MarkedNote.Parse(marked);
        var finding = Assert.Single(note.Find(Code, Profile.Strict));
        Assert.Equal(note.Marks[0], finding.Span);
        Assert.Equal(Severity.Information, finding.Severity);
        Assert.Equal(expected, note.Apply(finding.Fixes[0]));
        Assert.Empty(MarkedNote.Parse(expected).Find(Code, Profile.Strict));
    }

    [Fact]
    public void It_is_off_by_default_and_can_be_turned_on()
    {
        RuleAssert.IsQuiet(Code, "Amazon Lambda runs.");
        Assert.Equal(Severity.Warning, Assert.Single(RuleAssert.WithSeverity(Code, Severity.Warning, "Amazon Lambda runs S3.")).Severity);
    }

    [Fact]
    public void The_first_use_in_a_sentence_wants_its_prefix()
    {
        var note = MarkedNote.Parse("Objects lie in «S3». S3 is cheap.\n\nAmazon DynamoDB holds rows; DynamoDB is quick.\n");
        var finding = Assert.Single(note.Find(Code, Profile.Strict));
        Assert.Equal(note.Marks[0], finding.Span);
        Assert.StartsWith("Objects lie in Amazon S3. S3", note.Apply(finding.Fixes[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS Lambda, Amazon S3, Amazon CloudFront, AWS WAF.")]
    [InlineData("Elastic Load Balancing and two Elastic Load Balancers.")]
    [InlineData("A NAT gateway, an ALB, an Application Load Balancer.")]
    [InlineData("An AWS NAT Gateway.")]
    [InlineData("`Amazon Lambda`")]
    [InlineData("```\nAmazon Lambda\n```\n")]
    [InlineData("| AWS Service | Use |\n|-|-|\n| Lambda | Code |\n| S3 | Objects |\n")]
    [InlineData("# S3\n")]
    [InlineData("On AWS, Lambda is the usual choice for AWS Lambda users.")]
    [InlineData("<!-- Amazon Lambda -->")]
    [InlineData("https://example.com/Amazon-Lambda")]
    [InlineData("A transit gateway and a security group.")]
    [InlineData("```mermaid\ngraph LR\nAmazon Lambda --> S3\n```\n")]
    public void What_is_right_is_left_alone(string text) => Assert.Empty(MarkedNote.Parse(text).Find(Code, Profile.Strict).Select(finding => finding.Message));
}
