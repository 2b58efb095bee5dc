using Stratus.Configuration;
using Stratus.Features.Decorations;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>The layer behind a name. In the notes here <c>‹…›</c> stands where it is shown.</summary>
public sealed class LayerHintsTests
{
    private static readonly Workspace On = MarkedNote.Workspace with { Settings = Settings.Default with { ChosenLayerHints = true } };

    [Theory]
    [InlineData("A VPC‹L3› with an NLB‹L4› in it.")]
    [InlineData("# What a Transit Gateway‹L3› does\n")]
    [InlineData("😀 **Route 53‹L7›**는 DNS")]
    [InlineData("```mermaid\ngraph LR\n  A[NLB‹L4›] --> B[VPC‹L3›]\n```\n")]
    [InlineData("A NAT Gateway‹L3/L4› translates.")]
    public void A_service_has_its_layer_behind_it(string expected) => AssertHints(expected);

    [Theory]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | Stands in a VPC‹L3›. |\n| | Global Accelerator | In front of an ALB‹L7›. |\n")]
    [InlineData("<table>\r\n<tr><th>OSI Layer<th>AWS Service<th>What It Does\r\n<tr><td>L4<td>Elastic Load Balancer – NLB<td>In a VPC‹L3›.\r\n</table>\r\n")]
    [InlineData("| Service | OSI layer |\n|-|-|\n| My box behind a NLB | L4 |\n")]
    [InlineData("| | NLB | ALB |\n|-|-|-|\n| OSI layer | L4 | L7 |\n")]
    public void In_a_row_that_has_a_layer_the_service_cell_has_none(string expected) => AssertHints(expected);

    [Theory]
    [InlineData("| Service | Purpose |\n|-|-|\n| NLB‹L4› | Balances. |\n")]
    [InlineData("| OSI Layer | Service |\n|-|-|\n| N/A | NLB‹L4› |\n| L7 | ALB |\n")]
    public void In_a_row_without_a_layer_it_has_one(string expected) => AssertHints(expected);

    [Theory]
    [InlineData("The NLB (L4) and the ALB – L7.")]
    [InlineData("- **NLB (L4)** – balances\n")]
    [InlineData("## L4 Transport\n\n- NLB – balances\n- Global Accelerator – shortens\n")]
    public void Where_the_layer_stands_anyway_it_is_not_said_again(string expected) => AssertHints(expected);

    [Fact]
    public void A_name_with_its_abbreviation_has_one() => AssertHints("A Network Load Balancer‹L4› (NLB) and another NLB‹L4›.");

    [Theory]
    [InlineData("An AWS Region, IAM and Firewall Manager.")]
    [InlineData("`NLB` and https://x.example/NLB\n\n    NLB\n\n<!-- NLB -->\n")]
    [InlineData("On AWS a VPN is a tunnel.")]
    [InlineData("L4 and layer 7.")]
    public void No_layer_is_shown_where_none_is_sure(string expected) => AssertHints(expected);

    [Fact]
    public void They_are_off_by_default() =>
        Assert.Empty(LayerHints.In(MarkedNote.Workspace, Note.Parse(new SourceText("A VPC."), Catalog.Embedded, TestContext.Current.CancellationToken), new(0, 6)));

    [Fact]
    public void Only_those_in_the_range_are_given()
    {
        var text = "A VPC.\n\nAn NLB, an ALB (L7).\n\nA NAT Gateway.\n";
        var note = Note.Parse(new SourceText(text), Catalog.Embedded, TestContext.Current.CancellationToken);
        Assert.Equal("‹L4›", Assert.Single(LayerHints.In(On, note, new(8, 20))).Text);
        // What stands just outside of the range still counts.
        Assert.Empty(LayerHints.In(On, note, TextSpan.FromBounds(text.IndexOf("ALB", StringComparison.Ordinal), text.IndexOf(" (L7", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_reason_is_told_and_what_else_is_fair()
    {
        var note = Note.Parse(new SourceText("A NAT Gateway."), Catalog.Embedded, TestContext.Current.CancellationToken);
        var reason = Assert.Single(LayerHints.In(On, note, new(0, 14))).Reason;
        Assert.StartsWith("NAT Gateway: L3 Network (", reason.PlainText, StringComparison.Ordinal);
        Assert.EndsWith(" Also taught at L4.", reason.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reason.PlainText);
    }

    private static void AssertHints(string expected)
    {
        var text = System.Text.RegularExpressions.Regex.Replace(expected, "‹[^›]*›", "");
        var note = Note.Parse(new SourceText(text), Catalog.Embedded);
        var shown = LayerHints.In(On, note, new(0, text.Length)).Reverse().Aggregate(text, (shown, hint) => shown.Insert(hint.Offset, hint.Text));
        Assert.Equal(expected, shown);
    }
}
