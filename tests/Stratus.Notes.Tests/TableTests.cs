using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Tests.Notes;

public sealed class TableTests
{
    [Fact]
    public void A_pipe_table_places_its_services_and_empty_layer_cells_inherit()
    {
        var fixture = NoteFixture.Parse("""
            | OSI Layer          | AWS Service | What It Does |
            |--------------------|-------------|--------------|
            | **L7 Application** | CloudFront  | CDN          |
            |                    | Route 53    | DNS          |
            | L4 – Transport     | NLB         | TCP          |
            | –                  | Global Accelerator | Anycast |
            """);
        Assert.Equal(
            """
            cloudfront @ L7
            route-53 @ L7 inherited
            nlb @ L4
            global-accelerator @ L4 inherited
            """,
            fixture.Placements);
    }

    [Theory]
    [InlineData("<table><caption>Who <b>does</b>&nbsp;what</caption><tr><td>NLB</table>", "Who does\u00a0what")]
    [InlineData("<table>\n<caption> Who does what\n<tr><td>NLB</table>", "Who does what")]
    [InlineData("<table><caption></caption><tr><td>NLB</table>", null)]
    [InlineData("<table><tr><td><caption>NLB</caption></table>", null)]
    [InlineData("| Service |\n|-|\n| NLB |\n", null)]
    public void A_table_has_the_words_of_its_caption(string text, string? caption) =>
        Assert.Equal(caption, Assert.Single(Note.Parse(new SourceText(text), Catalog.Embedded, TestContext.Current.CancellationToken).Tables).Caption);

    [Theory]
    [InlineData("| Layer | AWS Service |\n|-|-|\n| L7 | WAF |\n| | |\n| L3 | VPC |\n", 1)]
    [InlineData("Text\n\n| Layer | AWS Service |\n|-|-|\n| | |\n| | |\n", 0)]
    [InlineData("> | Layer | AWS Service |\n> |-|-|\n> | | |\n", 0)]
    public void The_cells_of_an_empty_row_stand_in_its_own_line(string text, int row)
    {
        var note = Note.Parse(new SourceText(text), Catalog.Embedded, TestContext.Current.CancellationToken);
        var table = Assert.Single(note.Tables);
        var line = note.Source.LineOf(table.Header!.Span.Start) + 2 + row;

        Assert.Equal(line, note.Source.LineOf(table.Rows[row].Span.Start));
        Assert.All(table.Rows[row].Cells, cell => Assert.Equal(line, note.Source.LineOf(cell.Content.Start)));
    }

    [Fact]
    public void An_HTML_table_is_read_like_a_pipe_table_whatever_its_form()
    {
        var fixture = NoteFixture.Parse("""
            <table class="study-table">
            <thead><tr><th>AWS Gateway</th><th>OSI Layer</th><th>What It Does</th></tr></thead>
            <tbody>
            <tr>
            <td><strong>Internet Gateway (IGW)</strong></td>
            <td>L3 Network</td>
            <td>Way out.</td>
            </tr>

            <tr>
                <td>NAT&nbsp;Gateway</td>

                <td>L3/L4</td>
                <td>Way out, hidden<br>
                    <ul><li>ports</li></ul></td>
            </tr>
            <tr><td>Virtual Private Gateway<td>L3<td>no end tags
            <tr><td>Transit <em>Gateway</em></td><td></td><td></td></tr>
            </tbody>
            </table>

            After it, VPC.
            """);
        Assert.Equal(
            """
            internet-gateway @ L3
            nat-gateway @ L3/L4
            virtual-private-gateway @ L3
            transit-gateway @ L3 inherited
            """,
            fixture.Placements);
        Assert.Equal(TextKind.Prose, fixture.Note.Mentions.Last().Kind);
    }

    [Fact]
    public void A_cell_that_spans_rows_or_columns_shifts_those_beside_it()
    {
        var fixture = NoteFixture.Parse("""
            <table><tr><th>OSI Layer</th><th>Service</th><th>Use</th></tr>
            <tr><td rowspan="2">L7</td><td>CloudFront</td><td>x</td></tr>
            <tr><td>WAF</td><td>y</td></tr>
            <tr><td>L4</td><td>NLB</td><td rowspan=2>z</td></tr>
            <tr><td>L3</td><td>VPC</td></tr>
            </table>
            """);
        Assert.Equal("cloudfront @ L7\nwaf @ L7 inherited\nnlb @ L4\nvpc @ L3", fixture.Placements);
    }

    [Theory]
    [InlineData("ACM (Certificate Manager)", "acm")]
    [InlineData("Elastic Load Balancer – NLB", "nlb")]
    [InlineData("Elastic Load Balancing: ALB", "alb")]
    [InlineData("Elastic Load Balancing (ALB)", "alb")]
    [InlineData("NLB (Elastic Load Balancing)", "nlb")]
    [InlineData("ALB (Application Load Balancer)", "alb")]
    [InlineData("Security Groups / NACLs", "security-group+network-acl")]
    [InlineData("PrivateLink / VPC Endpoint", "privatelink+vpc-endpoint")]
    [InlineData("Route 53 / Route 53 Resolver", "route-53+route-53-resolver")]
    [InlineData("CloudFront & WAF", "cloudfront+waf")]
    [InlineData("CloudFront and WAF", "cloudfront+waf")]
    [InlineData("CloudFront, WAF", "cloudfront+waf")]
    [InlineData("Route 53 Resolver (.2)", "route-53-resolver")]
    [InlineData("<strong>Transit Gateway (TGW)</strong>", "transit-gateway")]
    [InlineData("Lambda", "lambda")]
    [InlineData("VPN (Site-to-Site)", "site-to-site-vpn")]
    [InlineData("AWS Shield / Advanced", "shield+shield-advanced")]
    [InlineData("Interface / Gateway Endpoints", "interface-endpoint+gateway-endpoint")]
    [InlineData("Interface Endpoints (PrivateLink)", "interface-endpoint")]
    public void The_subject_of_a_row_is_what_its_author_meant(string cell, string subjects)
    {
        var pipe = NoteFixture.Parse($"| AWS Service | OSI Layer |\n|---|---|\n| {cell} | L4 |\n");
        var html = NoteFixture.Parse($"<table><tr><th>AWS Service</th><th>OSI Layer</th></tr><tr><td>{cell}</td><td>L4</td></tr></table>");
        Assert.Equal($"{subjects} @ L4", pipe.Placements);
        Assert.Equal($"{subjects} @ L4", html.Placements);
    }

    [Theory]
    [InlineData("OSI Layer|AWS Service|What It Does", "Layer Service Description")]
    [InlineData("AWS Service|Purpose|OSI Layer|Upstream|Downstream|Limitations|Pricing", "Service Description Layer Other Other Other Other")]
    [InlineData("Component|Notes|OSI Layer", "Service Other Layer")]
    [InlineData("AWS Gateway|OSI Layer|What It Does", "Service Layer Description")]
    [InlineData("OSI Layer|Example AWS services", "Layer Service")]
    [InlineData("OSI 계층|서비스|설명", "Layer Service Description")]
    [InlineData("Camada OSI|Serviço|Descrição", "Layer Service Description")]
    [InlineData("Name|Age", "Service Other")]
    public void Columns_are_known_by_the_words_of_their_header(string header, string roles)
    {
        var cells = header.Split('|');
        var fixture = NoteFixture.Parse($"|{header}|\n|{string.Concat(Enumerable.Repeat("---|", cells.Length))}\n|{string.Concat(Enumerable.Repeat(" |", cells.Length))}\n");
        Assert.Equal(roles, string.Join(' ', fixture.Note.Tables[0].Columns));
    }

    [Fact]
    public void Columns_without_a_telling_header_are_known_by_what_they_hold()
    {
        var fixture = NoteFixture.Parse("| A | B | C |\n|---|---|---|\n| x | CloudFront | L7 |\n| y | NLB | L4 |\n");
        Assert.Equal([ColumnRole.Other, ColumnRole.Service, ColumnRole.Layer], fixture.Note.Tables[0].Columns);
    }

    [Theory]
    [InlineData("| Layer | Service |\n|---|---|\n| Presentation | CloudFront |\n| Application | EC2 |\n| Data | RDS |\n")]
    [InlineData("## The TCP/IP model\n\n| Layer | Service |\n|---|---|\n| Layer 4 | CloudFront |\n")]
    [InlineData("| TCP/IP layer | Service |\n|---|---|\n| 4 Application | CloudFront |\n")]
    [InlineData("| Layer | Construct |\n|---|---|\n| L1 | CloudFront |\n| L2 | S3 |\n")]
    [InlineData("| Service | Count |\n|---|---|\n| EC2 | 4 |\n| S3 | 3 |\n")]
    public void Other_models_and_numbers_place_nothing(string text) => Assert.Equal("", NoteFixture.Parse(text).Placements);

    [Fact]
    public void A_table_in_a_list_or_a_quote_is_a_table()
    {
        var fixture = NoteFixture.Parse("> | OSI Layer | Service |\n> |---|---|\n> | L4 | NLB |\n\n- item\n\n  | OSI Layer | Service |\n  |---|---|\n  | L7 | ALB |\n");
        Assert.Equal("nlb @ L4\nalb @ L7", fixture.Placements);
    }

    [Fact]
    public void A_pipe_table_may_follow_its_paragraph_without_a_blank_line()
    {
        var fixture = NoteFixture.Parse("Where they sit:\n| OSI Layer | Service |\n|---|---|\n| L4 | NLB |\n");
        Assert.Equal("nlb @ L4", fixture.Placements);
    }

    [Fact]
    public void A_row_that_holds_only_a_layer_heads_the_rows_below_it()
    {
        var fixture = NoteFixture.Parse("""
            <table><tr><th>AWS Service</th><th>What It Does</th></tr>
            <tr><td colspan="2"><strong>L7 Application</strong></td></tr>
            <tr><td>CloudFront</td><td>caches</td></tr>
            <tr><td>WAF</td><td>filters</td></tr>
            <tr><td colspan="2">Layer 4</td></tr>
            <tr><td>NLB</td><td>balances</td></tr>
            </table>
            """);
        Assert.Equal("cloudfront @ L7 inherited\nwaf @ L7 inherited\nnlb @ L4 inherited", fixture.Placements);
    }

    [Theory]
    [InlineData("| | NLB | ALB |\n|---|---|---|\n| OSI layer | L4 | L7 |\n| Price | x | y |\n")]
    [InlineData("<table><tr><th></th><th>NLB</th><th>ALB</th></tr><tr><td>Price</td><td>x</td><td>y</td></tr><tr><td>Layer</td><td>4</td><td>Layer 7</td></tr></table>")]
    public void A_table_may_be_turned(string text) => Assert.Equal("nlb @ L4\nalb @ L7", NoteFixture.Parse(text).Placements);

    [Fact]
    public void The_number_and_the_name_of_a_layer_may_have_a_column_each()
    {
        var fixture = NoteFixture.Parse("| Layer | Name | AWS |\n|---|---|---|\n| 7 | Application | CloudFront, ALB |\n| 4 | Transport | NLB |\n");
        Assert.Equal("cloudfront+alb @ L7\nnlb @ L4", fixture.Placements);
    }

    [Fact]
    public void A_layer_may_be_counted_in_Korean()
    {
        var fixture = NoteFixture.Parse("| 계층 | 서비스 |\n|---|---|\n| 7계층 (응용) | CloudFront |\n| 4계층 | NLB |\n");
        Assert.Equal("cloudfront @ L7\nnlb @ L4", fixture.Placements);
    }

    [Fact]
    public void A_dash_is_a_ditto_mark_in_a_column_that_groups_and_says_no_layer_behind_the_service()
    {
        var groups = NoteFixture.Parse("| OSI Layer | Service |\n|---|---|\n| L4 | NLB |\n| – | Global Accelerator |\n");
        Assert.Equal("nlb @ L4\nglobal-accelerator @ L4 inherited", groups.Placements);

        var behind = NoteFixture.Parse("| Service | OSI Layer |\n|---|---|\n| Transit Gateway | L3 |\n| Lambda | – |\n| IAM | |\n");
        Assert.Equal("transit-gateway @ L3", behind.Placements);
    }

    [Theory]
    [InlineData("| Service | Tier |\n|---|---|\n| Lambda | L1 |\n| EC2 | L2 |\n| RDS | L3 |\n")]
    [InlineData("| Layer | What | AWS |\n|---|---|---|\n| 1. Foundation | x | IAM |\n| 2. Network | y | VPC |\n| 4. Application | z | EC2 |\n")]
    public void A_column_of_ranks_places_nothing(string text) => Assert.Equal("", NoteFixture.Parse(text).Placements);

    [Fact]
    public void The_column_headed_OSI_is_the_one_that_counts()
    {
        var fixture = NoteFixture.Parse("| TCP/IP layer | OSI layer | AWS Service |\n|---|---|---|\n| 4 Application | 5–7 | ALB |\n| 3 Transport | 4 | NLB |\n");
        Assert.Equal("alb @ L5/L6/L7\nnlb @ L4", fixture.Placements);
    }

    [Fact]
    public void A_grid_table_is_a_table()
    {
        var fixture = NoteFixture.Parse("+-----------+---------+\n| OSI Layer | Service |\n+===========+=========+\n| L4        | NLB     |\n+-----------+---------+\n|           | Global Accelerator |\n+-----------+---------+\n");
        Assert.StartsWith("nlb @ L4", fixture.Placements, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_table_is_a_table_of_its_own()
    {
        var fixture = NoteFixture.Parse("""
            <table><tr><th>OSI Layer</th><th>Service</th></tr>
            <tr><td>L4</td><td>NLB<table><tr><th>OSI Layer</th><th>Service</th></tr><tr><td>L7</td><td>ALB</td></tr></table></td></tr>
            <tr><td>L3</td><td>VPC</td></tr></table>
            """);
        Assert.Equal("nlb @ L4\nalb @ L7\nvpc @ L3", fixture.Placements);
    }

    [Theory]
    [InlineData("| L4 |« »| x |")]
    [InlineData("| L4 |« NLB »| x |")]
    [InlineData("|L4|«»|x|")]
    [InlineData("| L4 |« a \\| b `c|d` »| x |")]
    [InlineData("> | L4 |« NLB »| x |")]
    public void A_cell_s_area_lies_between_its_pipes(string row)
    {
        var quote = row.StartsWith('>') ? "> " : "";
        var fixture = NoteFixture.Parse($"{quote}| OSI Layer | Service | Use |\n{quote}|---|---|---|\n{row}\n");
        Assert.Equal(fixture.Marks[0], fixture.Note.Tables[0].Rows[0].Cells[1].Area);
    }

    [Fact]
    public void A_cell_s_area_lies_between_its_tags()
    {
        var fixture = NoteFixture.Parse("<table><tr><th>OSI Layer</th><th>Service</th></tr>\n<tr><td>L4</td><td>«»</td></tr></table>");
        Assert.Equal(fixture.Marks[0], fixture.Note.Tables[0].Rows[0].Cells[1].Area);
    }

    [Fact]
    public void A_table_that_nobody_closed_ends_at_the_next_heading()
    {
        var fixture = NoteFixture.Parse("<table><tr><th>OSI Layer</th><th>Service</th></tr>\n<tr><td>L4</td><td>NLB\n\n# After\n\nText on CloudFront.\n");
        Assert.Equal("nlb @ L4", fixture.Placements);
        Assert.Equal("After", Assert.Single(fixture.Note.Headings).Text);
        Assert.Equal(TextKind.Prose, fixture.Note.Mentions.Last().Kind);
    }
}
