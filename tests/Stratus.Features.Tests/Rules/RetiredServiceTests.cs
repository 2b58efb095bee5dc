using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Terms;

namespace Stratus.Features.Tests.Rules;

public sealed class RetiredServiceTests
{
    private const string Code = "retired-service";

    [Fact]
    public void What_has_ended_is_a_warning_with_the_date_and_the_successors()
    {
        var finding = Assert.Single(RuleAssert.Finds(Code, "Traffic flows through «App Mesh» here."));

        Assert.Equal("AWS App Mesh reached its end of support on 2026-09-30. Use Amazon ECS Service Connect or Amazon VPC Lattice instead.", finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.True(finding.IsDeprecated);
    }

    [Theory]
    [InlineData("Mail lives in «WorkMail» here.", "Amazon WorkMail reaches its end of support on 2027-03-31; closed to new customers since 2026-04-30. Name its replacement, or note that it is retired.")]
    [InlineData("It runs on «App Runner» here.", "AWS App Runner has been closed to new customers since 2026-04-30. Use Amazon ECS Express Mode instead.")]
    public void What_ends_or_takes_no_new_customers_is_information(string marked, string message)
    {
        var finding = Assert.Single(RuleAssert.Finds(Code, marked));

        Assert.Equal(message, finding.Message);
        Assert.Equal(Severity.Information, finding.Severity);
        Assert.False(finding.IsDeprecated);
    }

    [Fact]
    public void Prose_is_told_once() => RuleAssert.Finds(Code, "We use «App Mesh» here.\n\nAnd App Mesh there. In App Mesh too.\n");

    [Fact]
    public void Each_row_about_it_is_told() => RuleAssert.Finds(
        Code, "| OSI Layer | AWS Service |\n|-|-|\n| L7 | «App Mesh» |\n\n| AWS Service | OSI Layer |\n|-|-|\n| «AWS App Mesh» | L7 |\n");

    [Fact]
    public void A_closing_that_has_passed_is_an_end()
    {
        var note = MarkedNote.Parse("Mail lives in WorkMail here.");
        var later = MarkedNote.Workspace with { Today = new DateOnly(2027, 4, 1) };

        var finding = Assert.Single(Findings.Of(later, note.Note, CancellationToken.None));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.StartsWith("Amazon WorkMail reached its end of support on 2027-03-31.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_that_the_user_sets_holds_for_every_fact() =>
        Assert.Equal(Severity.Hint, RuleAssert.WithSeverity(Code, Severity.Hint, "We use App Mesh here.").Single(finding => finding.Rule.Code == Code).Severity);

    [Theory]
    [InlineData("App Mesh is retired.")]
    [InlineData("We ran App Mesh (RIP) in front.")]
    [InlineData("App Mesh (deprecated) was a mesh.")]
    [InlineData("The legacy App Mesh setup.")]
    [InlineData("App Mesh reached its end of life in 2026.")]
    [InlineData("App Mesh reached\nend of support.")]
    [InlineData("App Mesh was discontinued.")]
    [InlineData("AWS will sunset App Mesh.")]
    [InlineData("Use VPC Lattice, not App Mesh.")]
    [InlineData("App Mesh was replaced by something else.")]
    [InlineData("| AWS Service | What It Does | OSI Layer |\n|-|-|-|\n| App Mesh (retired) | Mesh | L7 |\n")]
    [InlineData("| AWS Service | What It Does | OSI Layer |\n|-|-|-|\n| App Mesh | Gone, use VPC Lattice | L7 |\n")]
    [InlineData("App Mesh is retired.\n\nBut the notes on App Mesh stay here.")]
    [InlineData("Notes on App Mesh stay here.\n\nApp Mesh is retired.")]
    [InlineData("`App Mesh` in code.")]
    [InlineData("Sandboxed environments like [Cloud9](http://c9.io).")]
    [InlineData("To define CodeStar Notification rules, and a CodeStar Connection.")]
    [InlineData("Events go to Kinesis Data Firehose.")]
    [InlineData("A table in DynamoDB.")]
    [InlineData("Sources in CodeCommit.")]
    [InlineData("A Classic Load Balancer.")]
    [InlineData("Snapshots in S3 Glacier.")]
    public void What_is_known_or_alive_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);

    [Fact]
    public void What_is_verified_in_part_is_shown_on_the_card_only()
    {
        var partial = Catalog.Embedded.Services.Where(service =>
            !service.Lifecycle.IsEmpty && service.Lifecycle.All(entry => entry.Verification != Verification.Full)).ToList();

        Assert.NotEmpty(partial);
        Assert.All(partial, service => RuleAssert.IsQuiet(Code, $"We use {service.DisplayName} here."));
    }
}
