using System.Collections.Immutable;
using System.Text;
using Stratus.Features.Navigation;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>The outline as an editor shows it: an entry a line, below each other by their depth.</summary>
public sealed class OutlineTests
{
    [Fact]
    public void Headings_hold_their_tables_and_these_their_rows() => AssertOutline(
        """
        # Networking
        ## The *gateways* {#gw}

        | OSI Layer | AWS Service | What It Does |
        |---|---|---|
        | L4 Transport | **Transit Gateway** | A hub. |
        | | NAT Gateway (NGW) | Translates. |
        | L3–L7 | Network Firewall | Filters. |
        | L7 | | |

        #### Deep
        ## Other
        | Port | Use |
        |---|---|
        | 443 | HTTPS |
        """,
        """
        Networking
          The gateways
            OSI Layer · AWS Service · What It Does
              Transit Gateway — L4
              NAT Gateway (NGW) — L4
              Network Firewall — L3–L7
              L7
            Deep
          Other
            Port · Use
        """);

    [Fact]
    public void A_caption_names_its_table() => AssertOutline(
        "<table>\r\n<caption>Who <b>balances</b>&nbsp;what</caption>\r\n<tr><th>Service<th>Layer\r\n<tr><td>NLB<br>(static)<td>L4\r\n<tr><td>Third-party box<td>L7\r\n</table>\r\n",
        """
        Who balances what
          NLB (static) — L4
          Third-party box — L7
        """);

    [Fact]
    public void The_columns_of_a_turned_table_are_listed() => AssertOutline(
        "| | NLB | ALB |\n|-|-|-|\n| OSI layer | L4 | L7 |\n",
        """
        NLB · ALB
          NLB — L4
          ALB — L7
        """);

    [Fact]
    public void Rows_without_a_layer_and_layers_without_a_service_are_listed_by_what_they_have() => AssertOutline(
        "| Service | Purpose |\n|-|-|\n| NLB | Balances. |\n\n| OSI Layer | PDU |\n|-|-|\n| L4 Transport | Segment |\n",
        """
        Service · Purpose
          NLB
        OSI Layer · PDU
          L4 Transport
        """);

    [Fact]
    public void A_heading_in_a_cell_makes_no_section() => AssertOutline(
        "# A\n\n<table><tr><th>Service</th><th>OSI Layer</th></tr>\n<tr><td><h2>NLB</h2></td><td>L4</td></tr></table>\n\n## B\n",
        """
        A
          Service · OSI Layer
            NLB — L4
          B
        """);

    [Fact]
    public void A_table_in_a_table_stands_under_its_row() => AssertOutline(
        "<table><tr><th>Service<th>OSI Layer<tr><td>NLB<td>L4 <table><tr><th>Service<th>Cost<tr><td>ALB<td>2</table></table>",
        """
        Service · OSI Layer
          NLB — L4
            Service · Cost
              ALB
        """);

    [Fact]
    public void A_row_about_an_ended_service_is_marked()
    {
        var note = Note.Parse(new SourceText("| Service | OSI Layer |\n|-|-|\n| App Mesh | L7 |\n| NLB | L4 |\n"), Catalog.Embedded, TestContext.Current.CancellationToken);
        Assert.Equal([true, false], Outline.Of(MarkedNote.Workspace, note).Single().Children.Select(row => row.HasEnded));
    }

    [Fact]
    public void What_is_selected_is_the_title_or_the_name()
    {
        var note = Note.Parse(new SourceText("## The *A*\n\n| Service | OSI Layer |\n|-|-|\n| **NLB** | L4 |\n"), Catalog.Embedded, TestContext.Current.CancellationToken);
        var section = Outline.Of(MarkedNote.Workspace, note).Single();
        Assert.Equal(
            ["The *A", "| Service | OSI Layer |", "NLB"],
            new[] { section, section.Children[0], section.Children[0].Children[0] }.Select(entry => note.Source.Slice(entry.Selection).ToString()));
    }

    [Fact]
    public void A_name_is_one_line_and_short()
    {
        var note = Note.Parse(new SourceText($"# {string.Concat(Enumerable.Repeat("😀", 100))}\n\n#\n"), Catalog.Embedded, TestContext.Current.CancellationToken);
        var entries = Outline.Of(MarkedNote.Workspace, note);
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 40)) + "…", entries[0].Name);
        Assert.Equal("…", entries[^1].Name);
    }

    [Fact]
    public void A_huge_table_is_cut()
    {
        var text = new StringBuilder("| Service | OSI Layer |\n|-|-|\n");
        for (var row = 0; row < 3_000; row++)
        {
            text.Append("| NLB | L4 |\n");
        }

        var note = Note.Parse(new SourceText(text + "\n# After\n"), Catalog.Embedded, TestContext.Current.CancellationToken);
        var entries = Outline.Of(MarkedNote.Workspace, note);
        Assert.Equal(1_000, entries[0].Children.Length);
        Assert.Equal("After", entries[1].Name);
    }

    private static void AssertOutline(string text, string outline)
    {
        var note = Note.Parse(new SourceText(text), Catalog.Embedded);
        Assert.Equal(outline.ReplaceLineEndings("\n"), Written(Outline.Of(MarkedNote.Workspace, note), "").TrimEnd('\n'));
    }

    private static string Written(ImmutableArray<OutlineEntry> entries, string indent) =>
        string.Concat(entries.Select(entry => $"{indent}{entry.Name}\n{Written(entry.Children, indent + "  ")}"));
}
