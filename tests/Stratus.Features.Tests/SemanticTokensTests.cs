using Stratus.Features.Decorations;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>Which names are coloured, and as what.</summary>
public sealed class SemanticTokensTests
{
    [Theory]
    [InlineData("An NLB at layer 4.", "NLB service", "layer 4 layer")]
    [InlineData("# L4 Transport\n", "L4 Transport layer")]
    [InlineData("😀 **Route** 53는 `NLB` and https://nlb.example", "Route** 53 service")]
    [InlineData("```mermaid\ngraph LR\n  A[NLB] --> B\n```\n", "NLB service")]
    [InlineData("Plain words.")]
    [InlineData("AWS App Mesh and Amazon VPC Lattice", "AWS App Mesh service ended", "Amazon VPC Lattice service")]
    public void A_name_is_a_token(string text, params string[] tokens) => Assert.Equal(tokens, Tokens(text));

    [Fact]
    public void Before_the_day_of_its_end_nothing_has_ended()
    {
        var note = Note.Parse(new SourceText("AWS App Mesh"), Catalog.Embedded, TestContext.Current.CancellationToken);
        Assert.False(Assert.Single(SemanticTokens.In(MarkedNote.Workspace with { Today = new(2026, 1, 1) }, note, new(0, 12))).HasEnded);
    }

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L2 | NLB |\n| L4 | NLB |\n", "L2 layer disagrees", "NLB service disagrees", "L4 layer", "NLB service")]
    [InlineData("<table>\r\n<tr><th>OSI Layer<th>AWS Service<th>Why\r\n<tr><td>L2 Data Link<td>NLB<td>An NLB\r\n</table>\r\n", "L2 Data Link layer disagrees", "NLB service disagrees", "NLB service")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L2-ish | NLB |\n", "L2 layer", "NLB service")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L2/L4 | NLB |\n| L3 | Region |\n", "L2/L4 layer", "NLB service", "L3 layer", "Region service")]
    [InlineData("The NLB (L2) is wrong in a line.", "NLB service", "L2 layer")]
    public void A_row_that_the_catalog_contradicts_is_marked(string text, params string[] tokens) => Assert.Equal(tokens, Tokens(text));

    [Fact]
    public void A_service_that_a_contradicted_row_names_twice_is_marked_twice() => Assert.Equal(
        ["L2 layer disagrees", "Transit Gateway service disagrees", "TGW service disagrees", "TGW service"],
        Tokens("| OSI Layer | AWS Service | Purpose |\n|-|-|-|\n| L2 | **Transit Gateway (TGW)** | A TGW joins. |\n"));

    [Fact]
    public void A_layer_that_a_contradicted_row_inherits_is_not_marked() => Assert.Equal(
        ["L4 layer", "NLB service", "VPC service disagrees"],
        Tokens("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| | VPC |\n"));

    [Fact]
    public void Of_two_services_in_a_row_only_the_one_that_is_contradicted_is() => Assert.Equal(
        ["L4 layer disagrees", "NLB service", "ALB service disagrees"],
        Tokens("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB / ALB |\n"));

    [Theory]
    [InlineData("A Transit\nGateway here.", "Transit service", "Gateway service")]
    [InlineData("> A Transit\r\n>  Gateway here.", "Transit service", "Gateway service")]
    public void A_name_over_two_lines_is_a_token_in_each(string text, params string[] tokens) => Assert.Equal(tokens, Tokens(text));

    [Fact]
    public void Only_those_that_touch_the_range_are_given()
    {
        const string text = "An NLB.\n\n| OSI Layer | Service |\n|-|-|\n| L2 | ALB |\n\nA VPC.\n";
        var note = Note.Parse(new SourceText(text), Catalog.Embedded, TestContext.Current.CancellationToken);
        var row = TextSpan.FromBounds(text.IndexOf("| L2", StringComparison.Ordinal), text.IndexOf("\nA VPC", StringComparison.Ordinal));
        Assert.Equal(["L2", "ALB"], SemanticTokens.In(MarkedNote.Workspace, note, row).Select(token => note.Source.Slice(token.Span).ToString()));
        Assert.All(SemanticTokens.In(MarkedNote.Workspace, note, row), token => Assert.True(token.Disagrees));
    }

    private static IEnumerable<string> Tokens(string text)
    {
        var note = Note.Parse(new SourceText(text), Catalog.Embedded);
        return SemanticTokens.In(MarkedNote.Workspace, note, new(0, text.Length)).Select(token =>
            $"{note.Source.Slice(token.Span)} {(token.Kind == TokenKind.Layer ? "layer" : "service")}{(token.HasEnded ? " ended" : "")}{(token.Disagrees ? " disagrees" : "")}");
    }
}
