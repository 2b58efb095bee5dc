using Stratus.Glossary;
using Stratus.Terms;
using static Stratus.Tests.CatalogRoom.MarkedNames;

namespace Stratus.Tests.CatalogRoom;

/// <summary>A user's glossary over the catalog: what he says holds, and what he does not speak of stays.</summary>
public sealed class GlossaryTests
{
    private static readonly GlossaryPlace Place = new("/notes/.stratus.json", 3, 4);

    [Fact]
    public void A_term_of_ones_own_is_found_by_its_name_and_its_aliases()
    {
        var catalog = With(new GlossaryEntry("Edge Hub", ["EHUB", "hub of ours"], [3, 4], "Joins our sites.", "https://example.com/hub", Place));

        var hub = Find(catalog.Matcher, "edge hubs").Single().Written.Services.Single();
        Assert.Equal(("Edge Hub", "EHUB", "Joins our sites.", Place), (hub.Name, hub.Abbreviation, hub.Summary, hub.Origin));
        Assert.Equal((3, "L3/L4", LayerBasis.Glossary, true), (hub.Layers!.Primary, hub.Layers.All.ToString(), hub.Layers.Basis, hub.Layers.Shown));
        Assert.Equal([hub], Find(catalog.Matcher, "The EHUB").Select(match => match.Written.Services.Single()));
        Assert.Equal([hub], Find(catalog.Matcher, "the Hub of ours").Select(match => match.Written.Services.Single()));
        Assert.Empty(Find(catalog.Matcher, "the ehub"));
        Assert.Equal(hub, catalog.FindService(hub.Id));
    }

    [Theory]
    [InlineData("Transit Gateway")]
    [InlineData("AWS Transit Gateway")]
    [InlineData("transit gateway")]
    [InlineData("TGW")]
    public void A_service_of_the_catalog_is_seen_as_the_user_sees_it_by_whatever_form_he_names_it(string name)
    {
        var catalog = With(new GlossaryEntry(name, ["the hub"], [4], null, null, Place));

        var service = catalog.FindService("transit-gateway")!;
        Assert.Equal("L4", service.Layers!.All.ToString());
        Assert.Equal(Catalog.Embedded.FindService("transit-gateway")!.Summary, service.Summary);
        Assert.Equal(Catalog.Embedded.Services.Length, catalog.Services.Length);
        Assert.Equal(service, Find(catalog.Matcher, "AWS Transit Gateway").Single().Written.Services.Single());
        Assert.Equal(service, Find(catalog.Matcher, "The Hub").Single().Written.Services.Single());
    }

    [Fact]
    public void An_ordinary_word_that_a_service_also_bears_is_the_users_own()
    {
        var catalog = With(new GlossaryEntry("Config", [], [], "The file beside a program.", null, Place));

        Assert.Equal("The file beside a program.", Find(catalog.Matcher, "Config").Single().Written.Services.Single().Summary);
        Assert.Equal("config", Find(catalog.Matcher, "AWS Config").Single().Written.Services.Single().Id);
    }

    [Fact]
    public void Said_twice_the_later_adds_to_the_first()
    {
        var catalog = With(new GlossaryEntry("Edge Hub", [], [3], "First.", null, Place), new GlossaryEntry("edge hub", [], [], "Second.", null, Place with { Line = 9 }));

        var hub = Find(catalog.Matcher, "Edge Hub").Single().Written.Services.Single();
        Assert.Equal(("Second.", "L3", 9), (hub.Summary, hub.Layers!.All.ToString(), hub.Origin!.Line));
    }

    [Fact]
    public void No_glossary_is_the_catalog_itself() => Assert.Same(Catalog.Embedded, Catalog.Embedded.With([]));

    private static Catalog With(params GlossaryEntry[] entries) => Catalog.Embedded.With(entries);
}
