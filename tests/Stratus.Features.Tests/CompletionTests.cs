using Stratus.Features.Completion;

namespace Stratus.Features.Tests;

/// <summary>What is offered, in which order, and what it replaces.</summary>
public sealed class CompletionTests
{
    private const string Html =
        """
        <table>
        <tr><th>OSI Layer</th><th>AWS Service</th><th>What It Does</th></tr>
        <tr><td><strong>L7 Application</strong></td><td>CloudFront</td><td>CDN</td></tr>
        <tr><td></td><td>@service@</td><td>x</td></tr>
        <tr><td><strong>L3 Network</strong></td><td>VPC</td><td>x</td></tr>
        <tr><td>@layer@</td><td>Network Load Balancer</td><td>x</td></tr>
        </table>
        """;

    [Fact]
    public void An_empty_service_cell_offers_the_services_of_its_rows_layer_first()
    {
        var note = MarkedNote.Parse(Html.Replace("@service@", "$0", StringComparison.Ordinal));

        var items = note.Complete().Items;
        var ofLayer = items.TakeWhile(item => item.Detail == "L7 Application").ToList();
        Assert.True(ofLayer.Count > 10);
        Assert.Equal("WAF", items.First(item => item.TermId == "waf").Label);
        Assert.Contains("route-53", ofLayer.Select(item => item.TermId));
        Assert.True(items.Length < 100);
    }

    [Fact]
    public void Services_that_stand_in_the_table_come_last()
    {
        var labels = MarkedNote.Parse(Html.Replace("@service@", "$0", StringComparison.Ordinal)).Labels();

        Assert.Equal(["CloudFront", "Network Load Balancer", "VPC"], labels[^3..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_layer_cell_offers_the_seven_layers_in_the_tables_style_that_of_the_service_first()
    {
        var items = MarkedNote.Parse(Html.Replace("@layer@", "$0", StringComparison.Ordinal)).Complete().Items;

        Assert.Equal(
            ["L4 Transport", "L7 Application", "L6 Presentation", "L5 Session", "L3 Network", "L2 Data Link", "L1 Physical"],
            items.Select(item => item.Label));
        Assert.Equal("<strong>L4 Transport</strong>", items[0].InsertText);
    }

    [Theory]
    [InlineData("L3 – Network", "L4 – Transport")]
    [InlineData("Layer 3", "Layer 4")]
    [InlineData("L3", "L4")]
    [InlineData("3. Network", "4. Transport")]
    [InlineData("Layer 3: Network", "Layer 4: Transport")]
    [InlineData("Network", "Transport")]
    [InlineData("**L3 Network**", "**L4 Transport**")]
    public void Layers_follow_the_tables_own_style(string style, string expected)
    {
        var note = MarkedNote.Parse($"| OSI Layer | AWS Service |\n|-|-|\n| {style} | VPC |\n| $0 | Network Load Balancer |\n");

        Assert.Equal(expected, note.Complete().Items[0].InsertText);
    }

    [Theory]
    [InlineData("AWS Direct Connect", "tran", "AWS Transit Gateway")]
    [InlineData("Direct Connect", "tran", "Transit Gateway")]
    [InlineData("Virtual Private Gateway (VGW)", "tran", "Transit Gateway (TGW)")]
    [InlineData("Virtual Private Gateway", "nlb", "Network Load Balancer")]
    public void Services_follow_the_tables_own_style(string style, string typed, string expected)
    {
        var note = MarkedNote.Parse($"| AWS Service | OSI Layer |\n|-|-|\n| {style} | L3 |\n| {typed}$0 | L3 |\n");

        Assert.Equal(expected, note.Complete().Items[0].InsertText);
    }

    [Fact]
    public void An_empty_service_cell_takes_the_emphasis_of_its_column()
    {
        var note = MarkedNote.Parse("| AWS Service | OSI Layer |\n|-|-|\n| **VPC** | L3 |\n| $0 | L4 |\n");

        Assert.Equal("**Network Load Balancer**", note.Complete().Items.First(item => item.TermId == "nlb").InsertText);
    }

    [Theory]
    [InlineData("use the transit gat$0", "Transit Gateway")]
    [InlineData("load bal$0", "Gateway Load Balancer", "Network Load Balancer", "Application Load Balancer")]
    [InlineData("Kinesis Fire$0", "Data Firehose")]
    [InlineData("nlb$0", "Network Load Balancer (NLB)", "NLB")]
    [InlineData("vpn$0", "Site-to-Site VPN", "Client VPN")]
    [InlineData("behind AWS transit g$0", "AWS Transit Gateway")]
    [InlineData("Amazon s3$0", "Amazon S3")]
    [InlineData("cloudfr$0", "CloudFront")]
    [InlineData("lam$0", "Lambda")]
    [InlineData("rou$0", "Route 53")]
    [InlineData("vp$0", "VPC")]
    [InlineData("# On transit$0", "Transit Gateway")]
    [InlineData("[see direct c$0](x.md)", "Direct Connect")]
    [InlineData("<p>see cloudfr$0</p>", "CloudFront")]
    [InlineData("ALB/clas$0", "Classic Load Balancer")]
    [InlineData("glacc$0", "Global Accelerator")]
    [InlineData("cldfrnt$0", "CloudFront")]
    [InlineData("private l$0", "PrivateLink")]
    public void Prose_offers_names_by_what_is_typed(string marked, params string[] expected) =>
        Assert.Equal(expected, MarkedNote.Parse(marked).Labels(expected.Length));

    [Theory]
    [InlineData("| L7 | $0", "Route 53")]
    [InlineData("| L7 |$0", "Route 53")]
    [InlineData("| L7 | rou$0", "Route 53")]
    [InlineData("| | $0", "Network Load Balancer")]
    [InlineData("| | $0 |\n| L3 | VPC |", "Network Load Balancer")]
    [InlineData("| $0 | |\n| L3 | VPC |", "L2")]
    [InlineData("| $0", "L7")]
    [InlineData("|$0", "L7")]
    [InlineData("| **$0** | VPC |", "L3")]
    [InlineData("| **L$0** | VPC |", "L3")]
    [InlineData("| L3/$0 | Gateway Load Balancer |", "L3")]
    public void A_row_that_has_only_been_begun_is_completed(string row, string expected) =>
        Assert.Contains(expected, MarkedNote.Parse("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L4 | Global Accelerator |\n" + row).Labels(10));

    [Fact]
    public void A_line_after_a_table_and_a_blank_line_is_no_row() =>
        Assert.Empty(MarkedNote.Parse("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n\n| $0").Labels());

    [Theory]
    [InlineData("the layer $0", "layer 1", "layer 2")]
    [InlineData("at Layer 4$0", "Layer 4")]
    [InlineData("at L4$0", "L4", "L4 Transport")]
    public void Prose_offers_layers(string marked, params string[] expected) =>
        Assert.Equal(expected, MarkedNote.Parse(marked).Labels(expected.Length));

    [Theory]
    [InlineData("$0")]
    [InlineData("the $0")]
    [InlineData("a plain sentence$0")]
    [InlineData("`clou$0`")]
    [InlineData("```\nclou$0\n```")]
    [InlineData("    clou$0")]
    [InlineData("[x](clou$0)")]
    [InlineData("https://clou$0")]
    [InlineData("d1.cloudf$0")]
    [InlineData("aws_lamb$0")]
    [InlineData("<span class=\"clou$0\">x</span>")]
    [InlineData("<!-- clou$0 -->")]
    [InlineData("---\ntitle: clou$0\n---\n")]
    [InlineData("at L9$0")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| zzzz$0 | L3 |\n")]
    public void Where_there_is_nothing_to_say_nothing_is_offered(string marked) =>
        Assert.Empty(MarkedNote.Parse(marked).Complete().Items);

    [Theory]
    [InlineData("via Transit Gat$0eway now", "Transit Gat", "Transit Gateway")]
    [InlineData("via Transit$0 Gateway now", "Transit", "Transit Gateway")]
    [InlineData("via tra$0ns now", "tra", "trans")]
    [InlineData("via cloudfr$0\nfront", "cloudfr", "cloudfr")]
    public void What_is_inserted_replaces_the_whole_name_and_stays_in_its_line(string marked, string insert, string replace)
    {
        var note = MarkedNote.Parse(marked);

        var item = note.Complete().Items[0];
        Assert.Equal(insert, note.Cut(item.Insert));
        Assert.Equal(replace, note.Cut(item.Replace));
    }

    [Fact]
    public void Typed_text_begins_the_filter_text_so_that_clients_keep_the_item()
    {
        foreach (var typed in (string[])["load bal", "kinesis fire", "nlb", "transit g", "Transit G", "front", "aws app m", "glacc", "CLDFR", "private l", "s3"])
        {
            Assert.All(
                MarkedNote.Parse(typed + "$0").Complete().Items,
                item => Assert.StartsWith(typed, item.FilterText, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_has_ended_is_marked_and_comes_after_what_has_not()
    {
        var items = MarkedNote.Parse("app$0").Complete().Items;

        Assert.True(items.Single(item => item.TermId == "app-mesh").IsDeprecated);
        Assert.False(items[0].IsDeprecated);
    }

    [Fact]
    public void A_layer_cell_that_is_being_typed_is_filtered_and_replaced_whole()
    {
        var note = MarkedNote.Parse("| OSI Layer | AWS Service |\n|-|-|\n| L7 Application | CloudFront |\n| net$0x | VPC |\n");

        var item = Assert.Single(note.Complete().Items);
        Assert.Equal("L3 Network", item.InsertText);
        Assert.Equal("netx", note.Cut(item.Replace));
    }

    [Fact]
    public void The_column_of_another_model_offers_no_OSI_layers() => Assert.DoesNotContain(
        MarkedNote.Parse("# TCP/IP model\n\n| Layer | Protocol |\n|-|-|\n| L4 Application | HTTP |\n| $0 | TCP |\n").Complete().Items,
        item => item.Kind == CompletionKind.Layer);
}
