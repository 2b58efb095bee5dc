namespace Stratus.Tests.Notes;

public sealed class LayerTests
{
    [Theory]
    [InlineData("It works at «L4» and «Layer 7», at «layer-3», at «OSI layer 2».")]
    [InlineData("The «transport layer» and the «Data Link layer».")]
    [InlineData("Balances at «L3/L4», «L3–L7», «Layers 3 and 4», «L3», «L4» and «L7»; «Layers 1-3 and 7».")]
    [InlineData("«7계층» 로드 밸런서, «レイヤー4», «第4层», «camada 7», «couche 4», «capa 4», «Schicht 4»")]
    [InlineData("## «L4 Transport»")]
    [InlineData("## «L4 Transport» {#l4}")]
    [InlineData("«Layer 4 (Transport)» balances.")]
    [InlineData("An «L4» Network Load Balancer names no layer by its name.")]
    [InlineData("a «Layer 2» network")]
    public void Layers_are_found_as_notes_write_them(string marked)
    {
        var fixture = NoteFixture.Parse(marked);
        Assert.Equal(marked, fixture.Mark(fixture.Note.Mentions.Where(mention => mention.Layers is not null).Select(mention => mention.Span)));
    }

    [Theory]
    [InlineData("The L2 cache and the L1/L2 caches")]
    [InlineData("CDK L2 construct, an L2 construct, L3 constructs")]
    [InlineData("L3 support, L1 regularisation, L2 norm")]
    [InlineData("a Lambda layer, the data layer, 2 layers, layer 2 of the cake")]
    [InlineData("PCI DSS Level 1, RAID level 5, Level 3 the company")]
    [InlineData("OSI 7계층 모델, OSI 7層モデル")]
    [InlineData("L4\u0301 and L4e\u0301")]
    [InlineData("URL4, L4x, HTML5, L40, model-L4, v.L4")]
    [InlineData("## TCP/IP model\n\nLayer 4 is the Application layer.")]
    public void Other_layers_and_levels_are_left_alone(string text) =>
        Assert.DoesNotContain(NoteFixture.Parse(text).Note.Mentions, mention => mention.Layers is not null);

    [Theory]
    [InlineData("L7 Application", "L7")]
    [InlineData("L3 – Network", "L3")]
    [InlineData("**L7 Application**", "L7")]
    [InlineData("L3/L4", "L3/L4")]
    [InlineData("L3 / L4", "L3/L4")]
    [InlineData("L7 / L4", "L4/L7")]
    [InlineData("L3–L7", "L3/L4/L5/L6/L7")]
    [InlineData("L4-7", "L4/L5/L6/L7")]
    [InlineData("L1-L3, L7", "L1/L2/L3/L7")]
    [InlineData("L3 & L4", "L3/L4")]
    [InlineData("L3, L4", "L3/L4")]
    [InlineData("Layer 3 and 4", "L3/L4")]
    [InlineData("Layer 4", "L4")]
    [InlineData("layer-3", "L3")]
    [InlineData("OSI 4", "L4")]
    [InlineData("Level 4", "L4")]
    [InlineData("7. Application", "L7")]
    [InlineData("7", "L7")]
    [InlineData("Transport", "L4")]
    [InlineData("Network Layer", "L3")]
    [InlineData("Data-Link", "L2")]
    [InlineData("Layer 4 (Transport)", "L4")]
    [InlineData("L3 (Network) / L4 (Transport)", "L3/L4")]
    [InlineData("Application (7)", "L7")]
    [InlineData("Transport Layer (L4)", "L4")]
    [InlineData("L3~L7", "L3/L4/L5/L6/L7")]
    [InlineData("L3/L4 Network/Transport", "L3/L4")]
    [InlineData("L5–L7 Session/Presentation/Application", "L5/L6/L7")]
    [InlineData("N/A", "")]
    [InlineData("varies", "")]
    [InlineData("4x faster", "")]
    [InlineData("4× faster", "")]
    public void A_layer_cell_says_its_layers(string cell, string layers)
    {
        var fixture = NoteFixture.Parse($"| OSI Layer | Service |\n|---|---|\n| {cell} | NLB |\n");
        Assert.Equal(layers, fixture.Note.Tables[0].Rows[0].Claim!.Layers.ToString());
    }

    [Theory]
    [InlineData("L2-ish", true)]
    [InlineData("L2 (abstracted)", true)]
    [InlineData("L3–L4 (sometimes L7)", true)]
    [InlineData("~L4", true)]
    [InlineData("L4?", true)]
    [InlineData("L3~L7", false)]
    [InlineData("L3 (routing)", false)]
    public void A_hedge_is_kept(string cell, bool hedged)
    {
        var fixture = NoteFixture.Parse($"| OSI Layer | Service |\n|---|---|\n| {cell} | NLB |\n");
        Assert.Equal(hedged, Assert.Single(fixture.Note.Placements).IsHedged);
    }

    [Theory]
    [InlineData("L5 Transport", true)]
    [InlineData("Layer 2 – Network", true)]
    [InlineData("L4 Transport", false)]
    [InlineData("L4 Network Load Balancer", false)]
    [InlineData("L3/L4", false)]
    public void Number_and_name_can_disagree(string heading, bool disagrees)
    {
        var mention = NoteFixture.Parse($"# {heading}").Note.Mentions.First(mention => mention.Layers is not null);
        Assert.Equal(disagrees, mention.Layers!.Items[0].Disagrees);
    }

    [Theory]
    [InlineData("L3/L4 Network/Transport")]
    [InlineData("L3/L4 (Network / Transport)")]
    [InlineData("L3-L4 Network & Transport")]
    public void Names_that_stand_behind_several_numbers_belong_to_all_of_them(string cell)
    {
        var fixture = NoteFixture.Parse($"| OSI Layer | Service |\n|---|---|\n| {cell} | NLB |\n");
        Assert.DoesNotContain(fixture.Note.Mentions, mention => mention.Layers?.Items.Any(item => item.Disagrees) == true);
    }

    [Fact]
    public void A_number_that_is_no_layer_is_known_for_what_it_is()
    {
        var fixture = NoteFixture.Parse("| OSI Layer | Service |\n|---|---|\n| «L8» | NLB |\n| «Layer 0» | ALB |\n");
        var layers = fixture.Note.Mentions.Where(mention => mention.Layers is not null).ToList();
        Assert.Equal(fixture.Marks, layers.Select(mention => mention.Span));
        Assert.All(layers, mention => Assert.True(mention.Layers!.Items[0].IsInvalid));
        Assert.Empty(fixture.Note.Placements);
    }
}
