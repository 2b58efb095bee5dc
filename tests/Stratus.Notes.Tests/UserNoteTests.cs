using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Tests.Notes;

/// <summary>The note of the user who asked for Stratus. It stays where it is, beside the checkout.</summary>
public sealed class UserNoteTests
{
    [Fact]
    public void Every_row_of_its_two_tables_is_one_placement()
    {
        var note = Read();
        var tables = note.Placements.CountBy(placement => placement.Table).Select(count => count.Value);
        Assert.Equal([22, 6], tables);
        Assert.Equal(1, note.Placements.Count(placement => placement.Subjects.Length == 2));

        var layers = note.Placements.ToLookup(placement => placement.Subjects[0].Service.Id, placement => placement.Layers.ToString());
        Assert.Equal(["L4", "L3"], layers["transit-gateway"]);
        Assert.Equal(["L4"], layers["nlb"]);
        Assert.Equal(["L3"], layers["route-53-resolver"]);
        Assert.Equal(["L3/L4"], layers["gwlb"]);
        Assert.True(note.Placements.Single(placement => placement.Subjects[0].Service.Id == "vpc-peering").IsHedged);
    }

    [Fact]
    public void Each_name_of_its_tables_means_what_it_says()
    {
        var note = Read();
        var named = note.Mentions.Where(mention => mention.InServiceCell)
            .ToLookup(mention => note.Source.Slice(mention.Span).ToString(), mention => mention.Services.Single().Id);
        foreach (var (name, id) in new[]
        {
            ("ACM", "acm"), ("NLB", "nlb"), ("ALB", "alb"), ("IGW", "internet-gateway"), ("VGW", "virtual-private-gateway"), ("TGW", "transit-gateway"),
            ("GWLB", "gwlb"), ("ENI", "eni"), ("VPC", "vpc"), ("WAF", "waf"), ("Elastic Load Balancer", "elastic-load-balancing"),
            ("Route 53 Resolver", "route-53-resolver"), ("Route 53", "route-53"), ("AWS Global Network Backbone", "aws-backbone"),
            ("PrivateLink", "privatelink"), ("VPC Endpoint", "vpc-endpoint"),
        })
        {
            Assert.All(named[name], actual => Assert.Equal(id, actual));
            Assert.NotEmpty(named[name]);
        }
    }

    private static Note Read() => Note.Parse(new SourceText(Seed.ReadText()), Catalog.Embedded);
}
