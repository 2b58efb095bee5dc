namespace Stratus.Tests.Notes;

public sealed class ProsePlacementTests
{
    [Theory]
    [InlineData("## L4 Transport\n\n- NLB\n- **Global Accelerator** – anycast\n", "nlb @ L4 inherited\nglobal-accelerator @ L4 inherited")]
    [InlineData("## Layer 7 – Application services\n\nWhat speaks HTTP:\n\n- CloudFront: caches\n- ALB and its friends\n", "cloudfront @ L7 inherited")]
    [InlineData("## L2-ish\n\n- VPC Peering\n", "vpc-peering @ L2 inherited hedged")]
    [InlineData("- **NLB (L4)** – balances\n- ALB (L7): routes\n", "nlb @ L4\nalb @ L7")]
    [InlineData("- Network Load Balancer (NLB) (Layer 4)\n", "nlb @ L4")]
    [InlineData("- Transit Gateway: L3\n- VPC – L3/L4\n", "transit-gateway @ L3\nvpc @ L3/L4")]
    [InlineData("1. Layer 7\n   - ALB\n   - CloudFront: caches\n2. Layer 4\n   - NLB\n3. VPC\n", "alb @ L7 inherited\ncloudfront @ L7 inherited\nnlb @ L4 inherited")]
    [InlineData("<h2>L3 Network</h2>\n<ul>\n<li>VPC – isolated</li>\n<li> <b>TGW</b>: hub</li>\n</ul>\n", "vpc @ L3 inherited\ntransit-gateway @ L3 inherited")]
    [InlineData("**Layer 7 – Application**: CloudFront, ALB\n", "cloudfront+alb @ L7")]
    [InlineData("Layer 4 (Transport) → NLB, Global Accelerator\n", "nlb+global-accelerator @ L4")]
    public void A_list_below_a_layer_and_a_line_that_names_one_are_placements(string text, string placements) =>
        Assert.Equal(placements, NoteFixture.Parse(text).Placements);

    [Theory]
    [InlineData("CloudFront = Anycast IP + CDN cache at the edge → serve or fetch.")]
    [InlineData("## Why L4 matters for NLB\n\n- ALB\n")]
    [InlineData("## L4 Transport\n\n### Later\n\n- ALB\n")]
    [InlineData("- NLB works at L4 and ALB at L7\n")]
    [InlineData("- NLB – faster than L7 load balancers\n")]
    [InlineData("- NLB (L4 throughput matters)\n")]
    [InlineData("## TCP/IP\n\n- NLB (L4)\n")]
    [InlineData("# The TCP/IP model\n\nText.\n\n## Layers\n\n- NLB (L4)\n")]
    [InlineData("## L4 Transport\n\nNLB is mentioned here.\n")]
    [InlineData("- We use NLB (L4)\n")]
    [InlineData("Layer 4: NLB is fast\n")]
    [InlineData("Layer 4 – what NLB does\n")]
    public void Other_sentences_place_nothing(string text) => Assert.Equal("", NoteFixture.Parse(text).Placements);
}
