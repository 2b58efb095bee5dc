using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class MissingLayerTests
{
    private const string Code = "missing-layer";

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L6 | ACM |\n| «L4» | NLB |\n| L3 | VPC |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L1 | Direct Connect |\n| L2 | ENI |\n| L3 | VPC |\n| «L5» | Client VPN |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| | Route 53 |\n| L6 | ACM |\n| «L4» | NLB |\n| | ALB |\n| L3 | VPC |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | WAF |\n| L6 | ACM |\n| L5 | Client VPN |\n| L4 | NLB |\n| L3 | VPC |\n| «L2» | ENI |\n")]
    [InlineData("| OSI Layer | Protocols |\n|-|-|\n| 7 Application | HTTP |\n| 6 Presentation | TLS |\n| 5 Session | RPC |\n| «3 Network» | IP |\n")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L7</td><td>WAF</td></tr><tr><td>L6</td><td>ACM</td></tr><tr><td>«L4»</td><td>NLB</td></tr><tr><td>L3</td><td>VPC</td></tr></table>")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L5/L6 | ACM |\n| «L3» | VPC |\n| L2 | ENI |\n")]
    public void A_walk_through_the_layers_with_a_gap_is_a_hint(string marked) => Assert.Equal(Severity.Hint, RuleAssert.Finds(Code, marked)[0].Severity);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L6 | ACM |\n| «L4» | NLB |\n| L3 | VPC |\n", "The table goes from L7 to L3 but leaves out L5 Session. Add a row for it, or write why it is not there.")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| «L4» | NLB |\n| L3 | VPC |\n| L2 | ENI |\n| L1 | Direct Connect |\n", "The table goes from L7 to L1 but leaves out L6 Presentation and L5 Session. Add rows for them, or write why they are not there.")]
    public void The_message_names_what_is_left_out(string marked, string message) => Assert.Equal(message, RuleAssert.Finds(Code, marked)[0].Message);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | WAF |\n| L6 | ACM |\n| L5 | Client VPN |\n| L4 | NLB |\n| L3 | VPC |\n| L2 | ENI |\n| L1 | Direct Connect |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | WAF |\n| L4 | NLB |\n| L3 | VPC |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L4 | NLB |\n| L3 | VPC |\n| L2 | ENI |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | VPC |\n| L2 | ENI |\n| L1 | Direct Connect |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | WAF |\n| L3 | VPC |\n| L6 | ACM |\n| L1 | Direct Connect |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | WAF |\n| L5–L6 | ACM |\n| L4 | NLB |\n| L3 | VPC |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L5–L7 | WAF |\n| L4 | NLB |\n| L3 | VPC |\n| L2 | ENI |\n| L1 | Direct Connect |\n")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| WAF | L7 |\n| ACM | L6 |\n| NLB | L4 |\n| VPC | L3 |\n")]
    [InlineData("| TCP/IP Layer | Protocol |\n|-|-|\n| 5 | HTTP |\n| 4 | TCP |\n| 2 | ARP |\n| 1 | Ethernet |\n")]
    [InlineData("# TCP/IP\n\n| Layer | Protocol |\n|-|-|\n| L7 | HTTP |\n| L6 | TLS |\n| L4 | TCP |\n| L3 | IP |\n")]
    [InlineData("| Layer | Neurons |\n|-|-|\n| L1 | 8 |\n| L2 | 8 |\n| L4 | 8 |\n| L5 | 8 |\n| L8 | 8 |\n| L9 | 8 |\n")]
    [InlineData("## L7\n\n## L6\n\n## L4\n\n## L3\n")]
    [InlineData("- L7: WAF\n- L6: ACM\n- L4: NLB\n- L3: VPC\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4 | ALB |\n| L4 | GWLB |\n| L4 | CLB |\n")]
    [InlineData("| | WAF | NLB | VPC | ENI |\n|-|-|-|-|-|\n| OSI layer | L7 | L4 | L3 | L2 |\n")]
    public void What_is_whole_or_no_walk_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
