using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;
using Stratus.Tests.Shared;

namespace Stratus.Features.Tests;

/// <summary>What the author of the first note sees in it.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData("<td>CloudFront", "Amazon CloudFront")]
    [InlineData("<td>Route 53<", "Amazon Route 53")]
    [InlineData("<td>WAF", "AWS WAF")]
    [InlineData("<td>API Gateway", "Amazon API Gateway")]
    [InlineData("<td>App Mesh", "AWS App Mesh")]
    [InlineData("<td>ACM", "AWS Certificate Manager (ACM)")]
    [InlineData("(Certificate Manager", "AWS Certificate Manager (ACM)")]
    [InlineData("<td>AWS Shield Advanced", "AWS Shield Advanced, a tier of AWS Shield")]
    [InlineData("<td>Site-to-Site VPN", "AWS Site-to-Site VPN")]
    [InlineData("<td>Client VPN", "AWS Client VPN")]
    [InlineData("<td>Direct Connect", "AWS Direct Connect")]
    [InlineData("<td>Global Accelerator", "AWS Global Accelerator")]
    [InlineData("– NLB", "Network Load Balancer (NLB)")]
    [InlineData("– ALB", "Application Load Balancer (ALB)")]
    [InlineData("<td>Elastic Load Balancer", "Elastic Load Balancing (ELB)")]
    [InlineData("<td>Transit Gateway", "AWS Transit Gateway (TGW)")]
    [InlineData("<td>VPC<", "Amazon VPC")]
    [InlineData("<td>Internet Gateway", "Internet Gateway (IGW)")]
    [InlineData("<td>Internet Gateway (IGW", "Internet Gateway (IGW)")]
    [InlineData("<td>NAT Gateway", "NAT Gateway")]
    [InlineData("<td>Virtual Private Gateway", "Virtual Private Gateway (VGW)")]
    [InlineData("<td>Virtual Private Gateway (VGW", "Virtual Private Gateway (VGW)")]
    [InlineData("<td>Route 53 Resolver", "Amazon Route 53 Resolver")]
    [InlineData("<td>Elastic Network Interface", "Elastic Network Interface (ENI)")]
    [InlineData("<td>Elastic Network Interface (ENI", "Elastic Network Interface (ENI)")]
    [InlineData("<td>VPC Peering", "VPC Peering")]
    [InlineData("<td>AWS Global Network Backbone", "AWS Global Network backbone")]
    [InlineData("<strong>Internet Gateway", "Internet Gateway (IGW)")]
    [InlineData("<strong>NAT Gateway", "NAT Gateway")]
    [InlineData("<strong>Virtual Private Gateway", "Virtual Private Gateway (VGW)")]
    [InlineData("<strong>Transit Gateway", "AWS Transit Gateway (TGW)")]
    [InlineData("<strong>Transit Gateway (TGW", "AWS Transit Gateway (TGW)")]
    [InlineData("<strong>PrivateLink", "AWS PrivateLink")]
    [InlineData("/ VPC Endpoint", "VPC Endpoint")]
    [InlineData("<strong>Gateway Load Balancer", "Gateway Load Balancer (GWLB)")]
    [InlineData("(GWLB", "Gateway Load Balancer (GWLB)")]
    [InlineData("Forward to ALB", "Application Load Balancer (ALB)")]
    [InlineData("alt CloudFront", "Amazon CloudFront")]
    [InlineData("Global Accelerator = ", "AWS Global Accelerator")]
    [InlineData("L7 Application", "L7 Application")]
    [InlineData("L6 Presentation", "L6 Presentation")]
    [InlineData("L5 Session", "L5 Session")]
    [InlineData("L4 Transport", "L4 Transport")]
    [InlineData("L3 Network", "L3 Network")]
    [InlineData("L2 Data Link", "L2 Data Link")]
    [InlineData("L1 Physical", "L1 Physical")]
    [InlineData("L3/L4", "Layers 3 and 4 of the OSI model")]
    public void Each_name_gives_its_own_card(string place, string title)
    {
        var seed = MarkedNote.Parse(Seed.ReadText());
        var at = seed.Note.Source.ToString().IndexOf(place, StringComparison.Ordinal);
        Assert.True(at >= 0);

        // The last letter of the place stands within the name.
        var within = at + place.TrimEnd('<', ' ', '=').Length - 1;
        var hover = HoverCard.At(MarkedNote.Workspace, seed.Note, within, TestContext.Current.CancellationToken);
        Assert.NotNull(hover);
        Assert.StartsWith(title, hover.Card.PlainText.Split('\n')[0], StringComparison.Ordinal);
        Assert.True(hover.Span.Touches(within));
    }

    [Fact]
    public void There_are_three_findings_of_two_kinds_at_warning_and_hints_beside_them()
    {
        var seed = MarkedNote.Parse(Seed.ReadText());

        var found = Findings.Of(MarkedNote.Workspace, seed.Note, CancellationToken.None);
        var reported = found.Where(finding => finding.Severity >= Severity.Information).ToList();
        Assert.Equal(
            ["retired-service: App Mesh", "conflicting-layers: Transit Gateway", "conflicting-layers: Transit Gateway"],
            reported.Select(finding => $"{finding.Rule.Code}: {seed.Cut(finding.Span)}"));
        Assert.All(reported, finding => Assert.Equal(Severity.Warning, finding.Severity));
        Assert.Equal(["L4 Transport", "Transit Gateway"], reported[1].Related.Select(place => seed.Cut(place.Span)));
        Assert.Equal(["Transit Gateway", "L4 Transport"], reported[2].Related.Select(place => seed.Cut(place.Span)));
        Assert.Equal(
            [
                "layer-disagreement: AWS Shield Advanced", "layer-disagreement: Site-to-Site VPN", "layer-disagreement: Direct Connect", "layer-disagreement: ALB",
                "layer-disagreement: Route 53 Resolver", "untagged-diagram: ```", "empty-section: IPSEC VPN",
            ],
            found.Where(finding => finding.Severity == Severity.Hint).Select(finding => $"{finding.Rule.Code}: {seed.Cut(finding.Span)}"));
    }

    [Fact]
    public void The_conflict_can_be_settled_from_either_row()
    {
        var seed = MarkedNote.Parse(Seed.ReadText());

        var rows = seed.Find("conflicting-layers");
        Assert.Equal(["Set this row to L3 Network", "Set the row in the table under ‘Gateways and Their OSI Layer’ to L4 Transport"], rows[0].Fixes.Select(fix => fix.Title));
        Assert.Equal(["Set the row in the table under ‘AWS Network Services By OSI Model’ to L3 Network", "Set this row to L4 Transport"], rows[1].Fixes.Select(fix => fix.Title));
        foreach (var fix in rows.SelectMany(row => row.Fixes))
        {
            var mended = MarkedNote.Parse(seed.Apply(fix));
            Assert.Empty(mended.Find("conflicting-layers"));
            Assert.Equal(seed.Note.Placements.Count(), mended.Note.Placements.Count());
            Assert.Single(seed.Note.Placements.Zip(mended.Note.Placements), pair => pair.First.Layers != pair.Second.Layers);
        }

        Assert.Contains("<td><strong>L3 Network</strong></td>\n<td>Transit Gateway</td>", seed.Apply(rows[0].Fixes[0]).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_emptied_service_cell_offers_services_of_its_rows_layer_first()
    {
        var seed = MarkedNote.Parse(Seed.ReadText());
        var marked = MarkedNote.Parse(seed.Note.Source.ToString().Replace("<td>API Gateway</td>", "<td>$0</td>", StringComparison.Ordinal));

        var items = marked.Complete().Items;
        Assert.Equal("API Gateway", items[0].Label);
        Assert.All(items.Take(10), item => Assert.Equal("L7 Application", item.Detail));
    }

    [Fact]
    public void An_emptied_layer_cell_offers_the_seven_layers_as_the_table_writes_them()
    {
        var seed = MarkedNote.Parse(Seed.ReadText());
        var marked = MarkedNote.Parse(seed.Note.Source.ToString().Replace("<td><strong>L4 Transport</strong></td>", "<td>$0</td>", StringComparison.Ordinal));

        var items = marked.Complete().Items;
        Assert.Equal(7, items.Select(item => item.TermId).Distinct().Count());
        Assert.Equal("<strong>L4 Transport</strong>", items[0].InsertText);
    }
}
