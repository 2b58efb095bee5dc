using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class LayerNameMismatchTests
{
    private const string Code = "layer-name-mismatch";

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| «L5 Transport» | NLB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| **«Layer 2 – Network»** | VPC |\n")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| NLB | «L3 Transport» |\n")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td><strong>«L6 Application»</strong></td><td>WAF</td></tr></table>")]
    [InlineData("# «L5 Transport»\n\nNLB\n")]
    [InlineData("## «OSI Layer 2 – Network»\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| «L5 Transport» | NLB |\n| «L2 Network» | VPC |\n")]
    [InlineData("# OSI model\n\n## Layer 7 Application\n\n## «Layer 5 Presentation»\n\n## Layer 4: Transport\n")]
    public void A_number_and_a_name_that_disagree_are_an_error(string marked) =>
        Assert.All(RuleAssert.Finds(Code, marked), finding => Assert.Equal(Severity.Error, finding.Severity));

    [Fact]
    public void The_fixes_change_the_name_or_the_number()
    {
        var note = MarkedNote.Parse("| OSI Layer | AWS Service |\n|-|-|\n| **L5 Transport** | NLB |\n");
        var finding = Assert.Single(note.Find(Code));

        Assert.Equal("Layer 5 is Session, and Transport is layer 4. Change the name or the number.", finding.Message);
        Assert.Equal(["Change the name to ‘Session’", "Change the number to 4"], finding.Fixes.Select(fix => fix.Title));
        Assert.Contains("| **L5 Session** | NLB |", note.Apply(finding.Fixes[0]), StringComparison.Ordinal);
        Assert.Contains("| **L4 Transport** | NLB |", note.Apply(finding.Fixes[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Defense in depth on AWS\n\n## Layer 1 – Edge\n\n## Layer 2 – Network\n\n## Layer 3 – Application\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L3/L4 Network/Transport | Security Group |\n| L5–L7 Session/Presentation/Application | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 Transport | NLB |\n| L2 Data Link | ENI |\n| Layer 3 – Network | VPC |\n")]
    [InlineData("A Layer 2 network is right, and so is an L4 network load balancer.")]
    [InlineData("- L5 Transport in a list\n")]
    [InlineData("## Building a Layer 2 Network\n")]
    [InlineData("## Layer 2 Network design\n")]
    [InlineData("## L4 Network Load Balancer\n")]
    [InlineData("# The TCP/IP model\n\n## Layer 4 Application\n")]
    [InlineData("## Layer 4 – Application\n\n## Layer 3 – Transport\n\n## Layer 2 – Internet\n\n## Layer 1 – Link\n")]
    [InlineData("## Layer 5: Application\n\n## Layer 4: Transport\n\n## Layer 3: Network\n\n## Layer 2: Data Link\n\n## Layer 1: Physical\n")]
    [InlineData("## Layer 1: Presentation\n\n## Layer 2: Application\n\n## Layer 3: Data\n")]
    [InlineData("## Three-tier architecture\n\n### Layer 2: Application\n")]
    [InlineData("| TCP/IP Layer | Protocol |\n|-|-|\n| L4 Application | HTTP |\n| L3 Transport | TCP |\n")]
    [InlineData("## DoD model\n\n| Layer | Protocol |\n|-|-|\n| L4 Application | HTTP |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L7 | WAF | L5 Transport |\n")]
    [InlineData("`L5 Transport`\n\n```\nL5 Transport\n```\n")]
    [InlineData("| CDK construct | Level |\n|-|-|\n| L1 | CfnBucket |\n")]
    public void What_may_be_right_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
