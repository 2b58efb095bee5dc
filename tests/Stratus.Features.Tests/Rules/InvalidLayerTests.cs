using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class InvalidLayerTests
{
    private const string Code = "invalid-layer";

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| «L8» | VPC |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| «Layer 0» | VPC |\n| L3 Network | NAT Gateway |\n")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3/«L9» |\n")]
    [InlineData("# The OSI model\n\n## «Layer 8»\n")]
    [InlineData("## Layer 7\n\n## Layer 6\n\n## Layer 5\n\n## «Layer 0»\n")]
    public void A_layer_that_the_model_does_not_have_is_found(string marked) =>
        Assert.Equal(Severity.Warning, RuleAssert.Finds(Code, marked)[0].Severity);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L1 | Direct Connect |\n| L7 | WAF |\n")]
    [InlineData("The problem is at layer 8: the user.")]
    [InlineData("Each Dockerfile line adds a layer; layer 9 is the largest.")]
    [InlineData("## L8 Deployment\n")]
    [InlineData("## Layer 12 of the network\n")]
    [InlineData("PCI DSS Level 1 and RAID level 10.")]
    [InlineData("An L0 and an L8 of our own.")]
    [InlineData("| Lesson | Topic |\n|-|-|\n| L8 | VPC |\n")]
    [InlineData("| TCP/IP Layer | Protocol |\n|-|-|\n| L0 | Ethernet |\n")]
    [InlineData("| Layer | Neurons |\n|-|-|\n| L8 | 128 |\n| L9 | 64 |\n")]
    [InlineData("`OSI layer 8`\n")]
    [InlineData("There is no OSI layer 8.\n")]
    [InlineData("What is OSI layer 0? It does not exist.\n")]
    [InlineData("<!-- OSI layer 8 -->\n")]
    public void What_counts_other_layers_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
