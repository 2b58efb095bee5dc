using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class ServiceCasingTests
{
    private const string Code = "service-casing";

    [Theory]
    [InlineData("Cached by «Cloudfront» here.", "Cached by CloudFront here.")]
    [InlineData("Names in «Route53» here.", "Names in Route 53 here.")]
    [InlineData("Rows in «Dynamo DB» here.", "Rows in DynamoDB here.")]
    [InlineData("Found by «Guard Duty» here.", "Found by GuardDuty here.")]
    [InlineData("Names in «AWS Route53» here.", "Names in AWS Route 53 here.")]
    [InlineData("**«Cloudfront»** is bold.", "**CloudFront** is bold.")]
    [InlineData("# «Cloudfront»\n", "# CloudFront\n")]
    [InlineData("[«Cloudfront»](cloudfront.md)", "[CloudFront](cloudfront.md)")]
    [InlineData("<td>«Cloudfront»</td>", "<td>CloudFront</td>")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| «Red Shift» | L7 |\n", "| AWS Service | OSI Layer |\n|-|-|\n| Redshift | L7 |\n")]
    [InlineData("Found by «Guardduty» here.", "Found by GuardDuty here.")]
    [InlineData("Logged by «Cloudtrail» here.", "Logged by CloudTrail here.")]
    [InlineData("Rows in «Dynamodb» here.", "Rows in DynamoDB here.")]
    [InlineData("Rows in «DynamoDb» here.", "Rows in DynamoDB here.")]
    [InlineData("Built by «AWS Codebuild» here.", "Built by AWS CodeBuild here.")]
    [InlineData("Events of «Amazon Eventbridge» here.", "Events of Amazon EventBridge here.")]
    [InlineData("Moved by «Datasync», kept in «Memorydb».", "Moved by DataSync, kept in Memorydb.")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| «Privatelink» | L4 |\n", "| AWS Service | OSI Layer |\n|-|-|\n| PrivateLink | L4 |\n")]
    [InlineData("The «Cloudfront»'s cache.", "The CloudFront's cache.")]
    public void A_brand_is_written_as_AWS_writes_it(string marked, string expected)
    {
        RuleAssert.Fixes(Code, marked, expected);
        if (RuleAssert.Finds(Code, marked).Count == 1)
        {
            RuleAssert.IsQuiet(Code, expected);
        }
    }

    [Fact]
    public void It_is_information_with_a_preferred_fix()
    {
        var finding = Assert.Single(RuleAssert.Finds(Code, "By «Cloudfront»."));

        Assert.Equal(Severity.Information, finding.Severity);
        Assert.Equal("AWS writes CloudFront, not Cloudfront.", finding.Message);
        Assert.True(Assert.Single(finding.Fixes).IsPreferred);
        Assert.Equal("Change to ‘CloudFront’", finding.Fixes[0].Title);
    }

    [Theory]
    [InlineData("A transit gateway, a NAT gateway, an internet gateway.")]
    [InlineData("A Security group and a security Group.")]
    [InlineData("The AWS Global Network Backbone.")]
    [InlineData("An Edge Location, an availability zone.")]
    [InlineData("CloudFront, Route 53 and DynamoDB.")]
    [InlineData("`Cloudfront`")]
    [InlineData("```\nCloudfront\n```")]
    [InlineData("https://example.com/Cloudfront")]
    [InlineData("d1.cloudfront.net")]
    [InlineData("[x](Cloudfront.md)")]
    [InlineData("<a class=\"Cloudfront\">x</a>")]
    [InlineData("---\ntitle: Cloudfront\n---\n")]
    [InlineData("<!-- Cloudfront -->")]
    [InlineData("aws_route53_record and AWS::Route53::HostedZone")]
    [InlineData("A red shift in the spectrum.")]
    [InlineData("An api gateway in front.")]
    [InlineData("Rename fsx to humanfs.")]
    [InlineData("GUARDDUTY, CLOUDTRAIL and EVENTBRIDGE, shouted.")]
    [InlineData("The guardduty and codebuild commands of the command line.")]
    [InlineData("`Guardduty` and ```Cloudtrail```")]
    [InlineData("AWS::Guardduty::Detector, Guardduty.Client, src/Guardduty/main.ts, Guardduty_role")]
    [InlineData("Set cloudfront = true, cloudwatch=1 and call dynamodb().")]
    [InlineData("Events of 'dynamodb' and \"cloudfront\".")]
    [InlineData("```plantuml\n@startuml\nGuardduty -> S3\n@enduml\n```")]
    [InlineData("An Api gateway, a Nat Gateway, a Vpc endpoint, a Transit gateway.")]
    [InlineData("GuardDuty, CloudTrail, DynamoDB Streams and MemoryDB.")]
    [InlineData("DynamoDB streams and CloudWatch logs.")]
    [InlineData("```mermaid\ngraph LR\nCloudfront --> S3\n```")]
    public void What_is_right_or_no_prose_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);

    [Fact]
    public void Off_means_off() => Assert.Empty(RuleAssert.WithSeverity(Code, Severity.Off, "By Cloudfront."));

    [Fact]
    public void A_severity_can_be_raised() => Assert.Equal(Severity.Error, Assert.Single(RuleAssert.WithSeverity(Code, Severity.Error, "By Cloudfront.")).Severity);
}
