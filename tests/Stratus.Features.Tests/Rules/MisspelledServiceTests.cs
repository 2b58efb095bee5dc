using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class MisspelledServiceTests
{
    private const string Code = "misspelled-service";

    [Theory]
    [InlineData("Cached by «CloudFornt» here.", "Cached by CloudFront here.")]
    [InlineData("Cached by Amazon «CloudFrront» here.", "Cached by Amazon CloudFront here.")]
    [InlineData("Rows in «DynamoBD» here.", "Rows in DynamoDB here.")]
    [InlineData("- «CloudFromt» in a list\n", "- CloudFront in a list\n")]
    [InlineData("# «CloudFromt»\n", "# CloudFront\n")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| «cloudfromt» | L7 |\n", "| AWS Service | OSI Layer |\n|-|-|\n| CloudFront | L7 |\n")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| S3 | L7 |\n\n«CloudFromt».\n", "| AWS Service | OSI Layer |\n|-|-|\n| S3 | L7 |\n\nCloudFront.\n")]
    [InlineData("The «CloudFromt»'s cache.", "The CloudFront's cache.")]
    [InlineData("«CloudFromt»는 CDN.", "CloudFront는 CDN.")]
    public void A_misspelled_name_is_found_and_mended(string marked, string expected)
    {
        RuleAssert.Fixes(Code, marked, expected);
        RuleAssert.IsQuiet(Code, expected);
    }

    [Fact]
    public void It_is_a_warning_with_a_preferred_fix()
    {
        var finding = Assert.Single(RuleAssert.Finds(Code, "By «CloudFromt»."));

        Assert.Equal(RuleLevel.Warning, finding.Level);
        Assert.Equal("“CloudFromt” is no name that AWS uses. Is CloudFront meant?", finding.Message);
        Assert.True(Assert.Single(finding.Fixes).IsPreferred);
    }

    [Theory]
    [InlineData("Transport, Translates, Connects and subnets.")]
    [InlineData("An Organization writes a Document after an Inspection.")]
    [InlineData("Recognition, Extract, Acceleration, Control over Towers.")]
    [InlineData("MediaConnect and MediaConvert.")]
    [InlineData("A lower-case cloudfromt in prose.")]
    [InlineData("`CloudFromt`")]
    [InlineData("```\nCloudFromt\n```")]
    [InlineData("https://CloudFromt.example/CloudFromt")]
    [InlineData("my.CloudFromt and CloudFromt_url and AWS::CloudFromt::X and aws-CloudFromt-go")]
    [InlineData("src/CloudFromt/main.ts")]
    [InlineData("@CloudFromt #CloudFromt")]
    [InlineData("<div id=\"CloudFromt\">x</div>")]
    [InlineData("<!-- CloudFromt -->")]
    [InlineData("---\ntitle: CloudFromt\n---\n")]
    [InlineData("CloudFronts, Workspaces, Lambdas, Snapshots.")]
    [InlineData("Cloudflare, Cloudera, OpenStack, Kubernetes, Terraform, PostgreSQL.")]
    [InlineData("Elastic, Kinetic, Inspect, Translate, Comprehensive.")]
    [InlineData("MediaPackageV2, GreengrassV2, OpsWorksCM, MyCloudFront.")]
    [InlineData("Documentação, Organisation, Größenordnung.")]
    public void Words_and_identifiers_are_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
