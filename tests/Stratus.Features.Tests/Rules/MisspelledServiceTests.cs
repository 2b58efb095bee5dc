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
    [InlineData("By «API Gatewya» here.", "By API Gateway here.")]
    [InlineData("Names in «Rout 53» here.", "Names in Route 53 here.")]
    [InlineData("Names in Amazon «Rout 53» here.", "Names in Amazon Route 53 here.")]
    [InlineData("The «Network Laod Balancer» here.", "The Network Load Balancer here.")]
    [InlineData("A «VPC Endpiont» here.", "A VPC Endpoint here.")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| «global acelerator» | L4 |\n", "| AWS Service | OSI Layer |\n|-|-|\n| global Accelerator | L4 |\n")]
    [InlineData("«CloudFromt»는 CDN.", "CloudFront는 CDN.")]
    public void A_misspelled_name_is_found_and_mended(string marked, string expected)
    {
        RuleAssert.Fixes(Code, marked, expected);
        RuleAssert.IsQuiet(Code, expected);
    }

    [Theory]
    [InlineData("Cafe\u0301CloudFromt")]
    [InlineData("CloudFromt\u0301 here.")]
    [InlineData("CloudFromté here.")]
    [InlineData("CloudFromt_url here.")]
    public void A_part_of_a_word_or_of_an_identifier_is_no_word(string note) => RuleAssert.IsQuiet(Code, note);

    [Fact]
    public void It_is_a_warning_with_a_preferred_fix()
    {
        var finding = Assert.Single(RuleAssert.Finds(Code, "By «CloudFromt»."));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal("AWS has no service or feature called ‘CloudFromt’. Did you mean CloudFront?", finding.Message);
        Assert.True(Assert.Single(finding.Fixes).IsPreferred);
    }

    [Fact]
    public void Each_name_that_is_near_has_a_fix_and_none_is_preferred_over_an_equal()
    {
        var finding = Assert.Single(RuleAssert.Finds(Code, "By «MediaConvect»."));

        Assert.Equal("AWS has no service or feature called ‘MediaConvect’. Did you mean MediaConnect or MediaConvert?", finding.Message);
        Assert.Equal(["Change to ‘MediaConnect’", "Change to ‘MediaConvert’"], finding.Fixes.Select(fix => fix.Title));
        Assert.DoesNotContain(finding.Fixes, fix => fix.IsPreferred);
    }

    [Theory]
    [InlineData("A VPN Endpoint, a Tape Gateway, Control over Towers, an Intranet Gateway.")]
    [InlineData("A Kinesis Data Stream, a DynamoDB Stream, an S3 Vector, a Step Function.")]
    [InlineData("Reserve Instances early. Provision IOPS. Share Responsibility Models.")]
    [InlineData("A Service Catalogue, an Identity Centre, a Licence Manager, a Trusted Adviser.")]
    [InlineData("an api gatway, a transit gatway, rout 53")]
    [InlineData("Network Load Balancing, Elastic Load Balancers, Direct Connects.")]
    [InlineData("`API Gatewya` and src/API Gatewya/main.ts")]
    [InlineData("API-Gatewya, API_Gatewya, API.Gatewya")]
    [InlineData("Data Lakes, Health Checks, Black Store, Simply Storage.")]
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
