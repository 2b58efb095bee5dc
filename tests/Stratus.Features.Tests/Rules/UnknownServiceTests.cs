using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class UnknownServiceTests
{
    private const string Code = "unknown-service";

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | «Packet Weaver» |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L3 | «Packet Weaver» |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | **«Packet Weaver»** |\n")]
    [InlineData("| Service | Use |\n|-|-|\n| S3 | Objects |\n| EC2 | Machines |\n| «Packet Weaver» | Packets |\n")]
    [InlineData("| Component | OSI Layer |\n|-|-|\n| NLB | L4 |\n| ALB | L7 |\n| VPC | L3 |\n| «Packet Weaver» | L3 |\n")]
    [InlineData("<table><tr><th>AWS Service</th><th>Use</th></tr><tr><td>S3</td><td>Objects</td></tr><tr><td>«Weavedrop»</td><td>Packets</td></tr></table>")]
    public void A_name_that_nobody_knows_is_a_hint(string marked) => Assert.Equal(Severity.Hint, RuleAssert.Finds(Code, marked)[0].Severity);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | VPC |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | N/A |\n| L2 | None |\n| L1 | – |\n| L5 | TBD |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4 | TCP |\n| L3 | BGP |\n| L7 | HTTP |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | Firewall |\n| L3 | Router |\n| L2 | Switches |\n| L3 | Routing Tables |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | Virtual Firewall Appliance |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | Cisco Router |\n| L7 | Cloudflare |\n| L3 | Palo Alto Firewalls |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L6 | Handles encryption of data |\n| L5 | Data at rest |\n| L5 | Self-managed |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | third-party thing |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | Packet Weaver (our own) |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| | Total |\n")]
    [InlineData("| AWS Service | Use |\n|-|-|\n| S3 | Objects |\n| EC2 | Machines |\n| **Edge Stuff Group** | |\n| CloudFront | CDN |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | `Packet Weaver` |\n| L3 | <https://example.com> |\n")]
    [InlineData("| Service | Port |\n|-|-|\n| Billing | 80 |\n| Orders | 81 |\n| Packet Weaver | 82 |\n")]
    [InlineData("| AWS | Azure | GCP |\n|-|-|-|\n| S3 | Blob | GCS |\n| Packet Weaver | X | Y |\n")]
    [InlineData("| Component | Price |\n|-|-|\n| Wheel | 1 |\n| Packet Weaver | 2 |\n")]
    [InlineData("| Service | TCP port |\n|-|-|\n| S3 | 443 |\n| Packet Weaver | 82 |\n| Billing | 83 |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L2 | ENIs and such |\n| L7 | Target group |\n| L3 | vpc |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | What is it? |\n| L3 | Packet Weaver / Loom |\n| L3 | 42 |\n")]
    [InlineData("Packet Weaver in prose.")]
    [InlineData("| TCP/IP Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | Packet Weaver |\n")]
    [InlineData("| 설명 | 값 |\n|-|-|\n| Packet Weaver | 1 |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L7 | Step Function |\n")]
    public void What_is_known_or_no_name_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
