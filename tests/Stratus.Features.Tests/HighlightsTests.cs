using Stratus.Features.Navigation;

namespace Stratus.Features.Tests;

/// <summary>What lights up when the cursor rests on a term.</summary>
public sealed class HighlightsTests
{
    [Theory]
    [InlineData("An «N$0LB» is a «Network Load Balancer»; two «NLBs» and an ALB.")]
    [InlineData("An «NLB» is a «Network Load$0 Balancer»; two «NLBs» and an ALB.")]
    [InlineData("A «Transit Gateway$0», not a VPC.\n\n| OSI Layer | AWS Service |\n|-|-|\n| L3 | **«Transit Gateway» («TGW»)** |\n| L3 | «transit gateway» |")]
    [InlineData("<table><tr><th>OSI Layer<th>Service\r\n<tr><td>L4<td>«NL$0B»\r\n</table>\r\n\r\n😀 An «NLB» here.")]
    [InlineData("Events go to «Kinesis Fire$0hose», now «Data Firehose».")]
    public void A_service_lights_up_wherever_it_is_named(string marked) => AssertHighlights(marked);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| «L4 Trans$0port» | NLB |\n| L7 | ALB |\n| «L3/L4» | GWLB |\n\nAt «layer 4» and at layer 2.")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| «L4» | NLB |\n| L7 | ALB |\n| «L$03/L4» | GWLB |\n| «L3» | VPC |\n| «L3–L7» | WAF |")]
    public void A_layer_lights_up_wherever_it_is_meant(string marked) => AssertHighlights(marked);

    [Theory]
    [InlineData("Plain wor$0ds, and an NLB.")]
    [InlineData("`code$0` and an NLB.")]
    [InlineData("$0")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L$08 | NLB |\n| L8 | ALB |")]
    public void Elsewhere_nothing_does(string marked) => AssertHighlights(marked);

    [Fact]
    public void A_form_for_several_services_lights_up_with_each_of_them()
    {
        AssertHighlights("On AWS a «V$0PN» is a «Client VPN» or a «Site-to-Site VPN».");
        AssertHighlights("On AWS a «VPN» is a «Client VP$0N» or a Site-to-Site VPN.");
    }

    private static void AssertHighlights(string marked)
    {
        var note = MarkedNote.Parse(marked);
        Assert.Equal(note.Marks.Select(note.Cut), Highlights.At(note.Note, note.Cursor).Select(note.Cut));
        Assert.Equal(note.Marks, Highlights.At(note.Note, note.Cursor));
    }
}
