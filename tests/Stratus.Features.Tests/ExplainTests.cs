using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;

namespace Stratus.Features.Tests;

/// <summary>What a terminal tells of a name.</summary>
public sealed class ExplainTests
{
    [Theory]
    [InlineData("NLB", "Network Load Balancer (NLB)")]
    [InlineData("transit gateway", "AWS Transit Gateway (TGW)")]
    [InlineData("AWS Transit Gateway", "AWS Transit Gateway (TGW)")]
    [InlineData("athena", "Amazon Athena")]
    [InlineData("  Route 53 Resolver ", "Amazon Route 53 Resolver")]
    [InlineData("L4", "L4 Transport")]
    [InlineData("l4", "L4 Transport")]
    [InlineData("layer 4", "L4 Transport")]
    [InlineData("transport layer", "L4 Transport")]
    [InlineData("Transport", "L4 Transport")]
    [InlineData("L3/L4", "Layers 3 and 4")]
    [InlineData("Kinesis Firehose", "‘Kinesis Firehose’ is a former name")]
    public void A_name_gives_its_card(string name, string start) =>
        Assert.StartsWith(start, Assert.Single(Explanation.Name(MarkedNote.Workspace, name)).PlainText, StringComparison.Ordinal);

    [Fact]
    public void An_ambiguous_name_gives_a_card_for_each() => Assert.Equal(2, Explanation.Name(MarkedNote.Workspace, "VPN").Length);

    [Theory]
    [InlineData("")]
    [InlineData("no such thing")]
    [InlineData("the transit gateway of S3")]
    public void What_is_no_name_gives_nothing(string name) => Assert.Empty(Explanation.Name(MarkedNote.Workspace, name));

    [Theory]
    [InlineData("transit gatway", "Transit Gateway")]
    [InlineData("cloudfrnt", "CloudFront")]
    [InlineData("rout 53", "Route 53")]
    public void What_is_nearly_a_name_is_suggested(string name, string expected)
    {
        var suggested = Explanation.Suggest(MarkedNote.Workspace, name);
        Assert.Equal(expected, suggested[0]);
        Assert.InRange(suggested.Length, 1, 3);
    }

    [Fact]
    public void Nothing_is_near_to_what_is_far_from_everything() => Assert.Empty(Explanation.Suggest(MarkedNote.Workspace, "qqqqqqqqqqqq"));

    [Fact]
    public void Every_rule_has_a_page_that_says_what_it_is_and_how_to_turn_it_off()
    {
        foreach (var rule in Findings.Rules)
        {
            var page = Explanation.Rule(rule.Code);
            Assert.NotNull(page);
            Assert.StartsWith($"# {rule.Code}\n", page, StringComparison.Ordinal);
            Assert.Contains($"**{rule.Title}.**", page, StringComparison.Ordinal);
            foreach (var section in (string[])["What it finds", "Why", "Example", "How to fix it", "How to turn it off"])
            {
                Assert.Contains($"\n## {section}\n", page, StringComparison.Ordinal);
            }

            Assert.Contains($"\"{rule.Code}\": ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_example_of_a_rules_page_is_found_by_the_rule()
    {
        foreach (var rule in Findings.Rules)
        {
            var page = Explanation.Rule(rule.Code)!;
            var start = page.IndexOf("```markdown\n", StringComparison.Ordinal) + "```markdown\n".Length;
            var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
            Assert.NotEmpty(MarkedNote.Parse(example).Find(rule.Code, Configuration.Profile.Strict));
        }
    }

    [Fact]
    public void There_is_no_page_for_a_rule_that_does_not_exist() => Assert.Null(Explanation.Rule("../rules/service-casing"));
}
