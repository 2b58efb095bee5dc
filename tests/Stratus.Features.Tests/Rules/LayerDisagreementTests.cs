using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class LayerDisagreementTests
{
    private const string Code = "layer-disagreement";

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 Transport | «ALB» |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L3 | «Route 53» |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L5 | Client VPN |\n| | «Site-to-Site VPN» |\n")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| «NLB» | L7 |\n")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L2</td><td>«VPC Peering»</td></tr></table>")]
    [InlineData("| | «NLB» | ALB |\n|-|-|-|\n| OSI layer | L7 | L7 |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | «NLB» / ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L1/L2 | «Transit Gateway» |\n")]
    public void A_row_at_layers_that_the_catalog_does_not_allow_is_a_hint(string marked) => Assert.Equal(Severity.Hint, RuleAssert.Finds(Code, marked)[0].Severity);

    [Fact]
    public void The_message_gives_the_layers_the_ground_and_the_reason() => Assert.Equal(
        "You place Application Load Balancer at L4; the catalog says L7 (source: AWS: operates at the application layer (layer 7); supports HTTP and HTTPS). " +
        "Change the layer, or mark it as approximate, as in ‘L4-ish’.",
        RuleAssert.Finds(Code, "| OSI Layer | AWS Service |\n|-|-|\n| L4 | «ALB» |\n")[0].Message);

    [Fact]
    public void An_inherited_layer_leads_to_its_cell()
    {
        var note = MarkedNote.Parse("| OSI Layer | AWS Service |\n|-|-|\n| L5 Session | Client VPN |\n| | Site-to-Site VPN |\n");

        Assert.Equal(["L5 Session"], Assert.Single(note.Find(Code)).Related.Select(place => note.Cut(place.Span)));
    }

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 Transport | «ALB» |\n", "| OSI Layer | AWS Service |\n|-|-|\n| L7 Application | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| **L4** | «ALB» |\n", "| OSI Layer | AWS Service |\n|-|-|\n| **L7** | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | «ALB» |\n|    | NLB |\n", "| OSI Layer | AWS Service |\n|-|-|\n| L7 | ALB |\n| L4 | NLB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n|    | «ALB» |\n|    | Global Accelerator |\n", "| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L7 | ALB |\n| L4 | Global Accelerator |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| \" | «ALB» |\n", "| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L7 | ALB |\n")]
    [InlineData(
        "<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td><b>L4</b></td><td>NLB</td></tr><tr><td></td><td>«ALB»</td></tr></table>",
        "<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td><b>L4</b></td><td>NLB</td></tr><tr><td><b>L7</b></td><td>ALB</td></tr></table>")]
    public void The_fix_sets_the_row_and_leaves_the_others(string marked, string expected)
    {
        RuleAssert.Fixes(Code, marked, expected);
        RuleAssert.IsQuiet(Code, expected);
    }

    [Theory]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td rowspan=2>L4</td><td>«ALB»</td></tr><tr><td>NLB</td></tr></table>")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | «ALB»<br>«API Gateway» |\n")]
    [InlineData("| | «NLB» | ALB |\n|-|-|-|\n| OSI layer | L7 | L7 |\n")]
    public void There_is_no_fix_where_other_claims_would_change(string marked) => Assert.All(RuleAssert.Finds(Code, marked), finding => Assert.Empty(finding.Fixes));

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | ALB |\n| L4 | NLB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L3 | NAT Gateway |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NAT Gateway |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4–L7 | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 (sometimes) | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4-ish | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4? | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L2 | VPC Peering (L2-ish abstraction) |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | AWS Region |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L3 | Availability Zone |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L3 | Firewall Manager |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L2 | Reachability Analyzer |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L3 | Lambda |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| N/A | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| | ALB |\n")]
    [InlineData("| TCP/IP Layer | AWS Service |\n|-|-|\n| L4 | ALB |\n")]
    [InlineData("# TCP/IP\n\n| Layer | AWS Service |\n|-|-|\n| L4 Application | ALB |\n")]
    [InlineData("The ALB balances at layer 4, some say.")]
    [InlineData("- ALB (L4)\n")]
    [InlineData("## L4 Transport\n\n- ALB\n")]
    [InlineData("| Tier | AWS Service |\n|-|-|\n| 4 | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | Some proxy |\n")]
    [InlineData("```\n| OSI Layer | AWS Service |\n|-|-|\n| L4 | ALB |\n```\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L5 Transport | NLB |\n| L8 | CloudFront |\n")]
    public void Rows_that_may_be_right_are_left_alone(string note) => RuleAssert.IsQuiet(Code, note);

    [Fact]
    public void A_conflict_that_names_the_catalogs_side_is_not_told_twice()
    {
        const string Conflict = "| OSI Layer | AWS Service |\n|-|-|\n| L4 | Transit Gateway |\n\n| OSI Layer | AWS Service |\n|-|-|\n| L3 | Transit Gateway |\n";
        RuleAssert.IsQuiet(Code, Conflict);
        Assert.Single(RuleAssert.WithSeverity("conflicting-layers", Severity.Off, Conflict), finding => finding.Rule.Code == Code);
    }
}
