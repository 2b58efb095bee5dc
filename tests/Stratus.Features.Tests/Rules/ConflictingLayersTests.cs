namespace Stratus.Features.Tests.Rules;

public sealed class ConflictingLayersTests
{
    private const string Code = "conflicting-layers";

    [Fact]
    public void Both_rows_are_marked_at_the_name_and_lead_to_each_other()
    {
        const string marked =
            """
            | OSI Layer | AWS Service |
            |-|-|
            | L4 Transport | Network Load Balancer |
            | | «Transit Gateway» |

            | AWS Gateway | OSI Layer |
            |-|-|
            | **«Transit Gateway» (TGW)** | L3 Network |
            """;
        var found = RuleAssert.Finds(Code, marked);

        Assert.Equal(
            "You place Transit Gateway at L4 here and at L3 in the table below. The catalog says L3, as there " +
            "(source: AWS: routing through a transit gateway operates at layer 3, choosing a next-hop attachment by destination IP).",
            found[0].Message);
        Assert.StartsWith(
            "You place Transit Gateway at L3 here and at L4 in the table above. The catalog says L3, as here ",
            found[1].Message,
            StringComparison.Ordinal);
        var note = MarkedNote.Parse(marked);
        Assert.Equal(
            ["L4 Transport: L4 comes from this cell.", "Transit Gateway: Transit Gateway is at L3 here."],
            found[0].Related.Select(place => $"{note.Cut(place.Span)}: {place.Message}"));
        Assert.Equal(
            ["Transit Gateway: Transit Gateway is at L4 here.", "L4 Transport: L4 comes from this cell."],
            found[1].Related.Select(place => $"{note.Cut(place.Span)}: {place.Message}"));
    }

    [Fact]
    public void A_row_with_two_subjects_counts_for_each() => RuleAssert.Finds(Code, Two("«CloudFront» / «Route 53»", "L7", "«CloudFront»", "L3", "«Route 53»", "L2"));

    [Fact]
    public void An_HTML_table_and_a_pipe_table_are_compared() => RuleAssert.Finds(
        Code,
        "<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L2</td><td>«VPC Peering»</td></tr></table>\n\n" +
        Table("«VPC Peering»", "L3"));

    [Fact]
    public void Neither_side_may_be_what_the_catalog_holds() => Assert.Contains(
        "The catalog says L7, unlike both ",
        RuleAssert.Finds(Code, Two("«CloudFront»", "L3", "«CloudFront»", "L4"))[0].Message,
        StringComparison.Ordinal);

    [Fact]
    public void Without_layers_in_the_catalog_the_two_are_held_against_each_other() => Assert.Equal(
        "You place Lambda at L7 here and at L3 in the table below. Write the same layer in both tables, or all of its layers in each.",
        RuleAssert.Finds(Code, Two("«Lambda»", "L7", "«Lambda»", "L3"))[0].Message);

    [Theory]
    [InlineData("## Gateways", "## Routing", "the table under ‘Routing’")]
    [InlineData("## Gateways", "### *Routing*  at the edge", "the table under ‘Routing at the edge’")]
    [InlineData("## Overview", "## Overview", "the table below")]
    [InlineData("## Gateways", "", "the table below")]
    [InlineData("", "##", "the table below")]
    public void The_other_table_is_named_by_its_heading(string heading, string otherHeading, string expected)
    {
        var found = RuleAssert.Finds(Code, $"{heading}\n\n{Table("«Transit Gateway»", "L4")}\n{otherHeading}\n\n{Table("«Transit Gateway»", "L3")}")[0];

        Assert.StartsWith($"You place Transit Gateway at L4 here and at L3 in {expected}. ", found.Message, StringComparison.Ordinal);
        Assert.Equal($"Set the row in {expected} to L4 Transport", found.Fixes[1].Title);
    }

    [Fact]
    public void Three_tables_give_one_finding_for_each_row() => RuleAssert.Finds(
        Code, Table("«Transit Gateway»", "L3") + "\n" + Table("«Transit Gateway»", "L4") + "\n" + Table("«Transit Gateway»", "L3"));

    [Theory]
    [InlineData("Transit Gateway", "L3", "TGW", "L3 Network")]
    [InlineData("NAT Gateway", "L3", "NAT Gateway", "L4")]
    [InlineData("NAT Gateway", "L3/L4", "NAT Gateway", "L3")]
    [InlineData("Transit Gateway", "L3–L4", "Transit Gateway", "L4")]
    [InlineData("VPC Peering", "L2-ish", "VPC Peering", "L3")]
    [InlineData("VPC Peering", "L2 (abstracted)", "VPC Peering", "L3")]
    [InlineData("Route 53 Resolver", "L3", "Route 53", "L7")]
    [InlineData("Elastic Load Balancer – NLB", "L4", "Elastic Load Balancer – ALB", "L7")]
    [InlineData("AWS Region", "L1", "AWS Region", "L7")]
    [InlineData("Firewall Manager", "L3", "Firewall Manager", "L7")]
    [InlineData("Transit Gateway", "Hub", "Transit Gateway", "L4")]
    [InlineData("Some router", "L3", "Some router", "L4")]
    [InlineData("", "L3", "", "L4")]
    public void Rows_that_can_both_be_right_are_left_alone(string one, string layer, string other, string otherLayer) =>
        RuleAssert.IsQuiet(Code, Two(one, layer, other, otherLayer));

    [Fact]
    public void The_rows_of_one_table_are_united() => RuleAssert.IsQuiet(Code, Table("Transit Gateway", "L3", "Transit Gateway", "L4"));

    [Fact]
    public void A_table_of_another_model_says_nothing_of_OSI() =>
        RuleAssert.IsQuiet(Code, Table("CloudFront", "L7") + "\n# TCP/IP model\n\n| TCP/IP Layer | AWS Service |\n|-|-|\n| L4 Application | CloudFront |\n");

    [Fact]
    public void What_prose_says_is_no_claim_of_a_row() =>
        RuleAssert.IsQuiet(Code, Table("Transit Gateway", "L3") + "\nSome say that Transit Gateway is at layer 4.\n");

    [Fact]
    public void Either_row_can_be_set_to_the_other_and_the_catalogs_side_comes_first()
    {
        var marked = Two("«Transit Gateway»", "L4 Transport", "«Transit Gateway»", "L3 Network");
        var note = MarkedNote.Parse(marked);
        var found = RuleAssert.Finds(Code, marked);

        Assert.Equal(["Set this row to L3 Network", "Set the row in the table below to L4 Transport"], found[0].Fixes.Select(fix => fix.Title));
        Assert.Equal(["Set the row in the table above to L3 Network", "Set this row to L4 Transport"], found[1].Fixes.Select(fix => fix.Title));
        Assert.DoesNotContain(found.SelectMany(finding => finding.Fixes), fix => fix.IsPreferred);
        Assert.Equal(Two("Transit Gateway", "L3 Network", "Transit Gateway", "L3 Network"), note.Apply(found[0].Fixes[0]));
        Assert.Equal(Two("Transit Gateway", "L4 Transport", "Transit Gateway", "L4 Transport"), note.Apply(found[1].Fixes[1]));
    }

    [Theory]
    [InlineData("| L4 Transport | NLB |\n| | Transit Gateway |\n", "| L4 Transport | NLB |\n| L3 Network | Transit Gateway |\n")]
    [InlineData("| **L4** | NLB |\n|        | Transit Gateway |\n|        | ALB |\n", "| **L4** | NLB |\n| **L3** | Transit Gateway |\n| **L4** | ALB |\n")]
    [InlineData("| L4 | Transit Gateway |\n| ″ | NLB |\n", "| L3 | Transit Gateway |\n| L4 | NLB |\n")]
    [InlineData("| L4, per connection | Transit Gateway |\n", "| L3 Network, per connection | Transit Gateway |\n")]
    public void Rows_that_took_their_layer_from_the_changed_cell_keep_theirs(string rows, string expected)
    {
        const string Header = "| OSI Layer | AWS Service |\n|-|-|\n", Other = "\n" + Header + "| L3 | Transit Gateway |\n";
        var note = MarkedNote.Parse(Header + rows + Other);

        Assert.Equal(Header + expected + Other, note.Apply(note.Find(Code)[0].Fixes[0]));
    }

    [Theory]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td rowspan=2>L4</td><td>Transit Gateway</td></tr><tr><td>NLB</td></tr></table>\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| **L**4 | Transit Gateway |\n")]
    public void A_cell_that_cannot_be_written_apart_has_no_fix(string table)
    {
        var found = MarkedNote.Parse(table + "\n" + Table("Transit Gateway", "L3")).Find(Code);
        Assert.All(found[0].Fixes, fix => Assert.StartsWith("Set the row in the table below", fix.Title, StringComparison.Ordinal));
    }

    private static string Two(params string[] cells) =>
        string.Join("\n", cells.Chunk(2).Select(row => Table(row)));

    private static string Table(params string[] cells) =>
        "| AWS Service | OSI Layer |\n|-|-|\n" + string.Concat(cells.Chunk(2).Select(row => $"| {row[0]} | {row[1]} |\n"));
}
