using Stratus.Configuration;
using Stratus.Terms;

namespace Stratus.Features.Tests.Rules;

public sealed class RenamedServiceTests
{
    private const string Code = "renamed-service";

    [Theory]
    [InlineData("Events go to «Kinesis Data Firehose» here.", "Events go to Data Firehose here.")]
    [InlineData("Events go to «Amazon Kinesis Data Firehose» here.", "Events go to Amazon Data Firehose here.")]
    [InlineData("Users sign in by «AWS Single Sign-On» here.", "Users sign in by AWS IAM Identity Center here.")]
    [InlineData("Search in «Amazon Elasticsearch Service» here.", "Search in Amazon OpenSearch Service here.")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | **«Kinesis Data Firehose»** |\n", "| OSI Layer | AWS Service |\n|-|-|\n| L7 | **Data Firehose** |\n")]
    [InlineData("# «Kinesis Data Firehose»\n", "# Data Firehose\n")]
    public void A_former_name_is_information_and_the_fix_writes_the_present_one(string marked, string expected)
    {
        RuleAssert.Fixes(Code, marked, expected);
        RuleAssert.IsQuiet(Code, expected);
        Assert.Equal(Severity.Information, RuleAssert.Finds(Code, marked)[0].Severity);
    }

    [Fact]
    public void The_message_gives_the_present_name() => Assert.Equal(
        "Kinesis Data Firehose is a former name: AWS calls it Amazon Data Firehose today. Write the current name, or say that this is the former one.",
        RuleAssert.Finds(Code, "«Kinesis Data Firehose» here.")[0].Message);

    [Fact]
    public void Prose_is_told_once() => RuleAssert.Finds(Code, "To «Kinesis Data Firehose» here.\n\nTo Kinesis Data Firehose there.\n");

    [Fact]
    public void Each_row_about_it_is_told() => RuleAssert.Finds(
        Code, "| AWS Service | Use |\n|-|-|\n| «Kinesis Data Firehose» | Delivery |\n| S3 | Objects |\n\n| AWS Service | Use |\n|-|-|\n| «Kinesis Data Firehose» | Streams |\n| S3 | Objects |\n");

    [Theory]
    [InlineData("Data Firehose (formerly Kinesis Data Firehose) delivers.")]
    [InlineData("Amazon Data Firehose, previously Kinesis Data Firehose, delivers.")]
    [InlineData("Kinesis Data Firehose is now Amazon Data Firehose.")]
    [InlineData("Kinesis Data Firehose was renamed.")]
    [InlineData("Kinesis Data Firehose is now called something else.")]
    [InlineData("The old name of Data Firehose was Kinesis Data Firehose.")]
    [InlineData("Amazon Data Firehose delivers to S3.")]
    [InlineData("Kinesis Data Streams holds records.")]
    [InlineData("`Kinesis Data Firehose` in code.")]
    [InlineData("```\nKinesis Data Firehose\n```\n")]
    [InlineData("```mermaid\ngraph LR\nKinesis Data Firehose --> S3\n```\n")]
    [InlineData("https://example.com/Kinesis Data Firehose.html and [x](kinesis-data-firehose.md)")]
    [InlineData("| AWS Service | Notes |\n|-|-|\n| Kinesis Data Firehose | Now Data Firehose |\n| S3 | Objects |\n")]
    [InlineData("| AWS Service | Notes |\n|-|-|\n| Data Firehose (Kinesis Data Firehose) | Delivery |\n| S3 | Objects |\n")]
    [InlineData("Data Firehose was formerly Kinesis Data Firehose.\n\nSome notes still say Kinesis Data Firehose.")]
    [InlineData("<!-- Kinesis Data Firehose -->")]
    public void What_is_known_or_no_former_name_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);

    [Fact]
    public void A_name_that_is_still_in_use_is_never_told()
    {
        var inUse = Catalog.Embedded.Services
            .Where(service => service.Lifecycle.Any(entry => entry.Status == LifecycleStatus.Renamed) && service.Lifecycle.All(entry => entry.Status != LifecycleStatus.Renamed || entry.HintOnly || entry.Verification != Verification.Full))
            .SelectMany(service => service.Lifecycle.SelectMany(entry => entry.FormerNames)).ToList();

        Assert.NotEmpty(inUse);
        Assert.All(inUse, name => RuleAssert.IsQuiet(Code, $"We use {name} here."));
    }
}
