using Stratus.Features.Completion;

namespace Stratus.Features.Tests;

/// <summary>What a study table is offered beyond names: pairs of layers, sentences, whole rows.</summary>
public sealed class StudyTableCompletionTests
{
    private const string Pipe = "| OSI Layer | AWS Service | What It Does |\n|---|---|---|\n| **L7 Application** | CloudFront | CDN |\n| | WAF | Filters |\n";

    private const string Html =
        """
        <table>
        <tbody>
          <tr>
            <td><strong>L4 Transport</strong></td>
            <td>Global Accelerator</td>
            <td>Anycast</td>
          </tr>
        @
          <tr>
            <td><strong>L3 Network</strong></td>
            <td>VPC</td>
            <td>x</td>
          </tr>
        </tbody>
        </table>
        """;

    private static string Marked(string html, string line) =>
        "# By layer\n\n" + html.Replace("<tbody>", "<thead><tr><th>OSI Layer</th><th>AWS Service</th><th>What It Does</th></tr></thead>\n<tbody>", StringComparison.Ordinal).Replace("@", line, StringComparison.Ordinal);

    [Theory]
    [InlineData("L7 Application", "L4/L7")]
    [InlineData("L3/L4", "L4/L7")]
    [InlineData("L7 / L4", "L7 / L4")]
    [InlineData("Layer 3/4", "Layer 4/7")]
    [InlineData("Layer 7", "Layer 4/7")]
    [InlineData("L3 Network / L4 Transport", "L4 Transport / L7 Application")]
    [InlineData("Network", "Transport/Application")]
    public void A_service_at_two_layers_is_offered_both_in_the_tables_style(string style, string expected)
    {
        var two = Catalog.Embedded.Services.First(service => service.ShownLayers is { } layers && layers.All.Count == 2 && layers.All.Contains(4) && layers.All.Contains(7));
        var labels = MarkedNote.Parse($"| OSI Layer | AWS Service |\n|-|-|\n| {style} | x |\n| $0 | {two.Name} |\n").Labels();

        Assert.InRange(Array.IndexOf(labels, expected), 0, 1);
    }

    [Fact]
    public void A_service_at_one_layer_is_offered_no_pair()
    {
        var one = Catalog.Embedded.Services.First(service => service.ShownLayers is { All.Count: 1 });

        Assert.Equal(7, MarkedNote.Parse($"| OSI Layer | AWS Service |\n|-|-|\n| L3/L4 | x |\n| $0 | {one.Name} |\n").Labels().Length);
    }

    [Fact]
    public void An_empty_description_is_offered_the_sentence_of_the_catalog()
    {
        var items = MarkedNote.Parse("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | $0 |\n").Complete().Items;

        var item = Assert.Single(items);
        Assert.Equal(Catalog.Embedded.FindService("nlb")!.Summary, item.InsertText);
        Assert.Equal(CompletionKind.Description, item.Kind);
    }

    [Fact]
    public void A_description_that_begins_as_the_sentence_does_is_finished()
    {
        var summary = Catalog.Embedded.FindService("nlb")!.Summary;
        var note = MarkedNote.Parse($"| AWS Service | What It Does |\n|-|-|\n| NLB | {summary[..12]}$0 |\n");

        var item = note.Complete().Items[0];
        Assert.Equal(summary, item.InsertText);
        Assert.Equal(summary[..12], note.Cut(item.Insert));
    }

    [Theory]
    [InlineData("| AWS Service | What It Does |\n|-|-|\n| NLB | Sits behind cloudfr$0 |\n", "CloudFront")]
    [InlineData("| AWS Service | What It Does |\n|-|-|\n| NLB | The transit gat$0 |\n", "Transit Gateway")]
    public void A_description_of_ones_own_is_text_like_other_text(string marked, string expected) =>
        Assert.Equal(expected, MarkedNote.Parse(marked).Labels(1)[0]);

    [Theory]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | | $0 |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | my own thing | $0 |\n")]
    public void A_row_without_a_service_has_no_sentence(string marked) => Assert.Empty(MarkedNote.Parse(marked).Complete().Items);

    [Fact]
    public void Sentences_are_written_so_that_the_table_stays_whole()
    {
        Assert.Equal("a \\| b & c < d", Notes.Markup.CellMarkup.Write("a | b & c < d", Notes.TableFormat.Pipe));
        Assert.Equal("a | b &amp; c &lt; d", Notes.Markup.CellMarkup.Write("a | b & c < d", Notes.TableFormat.Html));
    }

    [Fact]
    public void Below_a_pipe_table_a_row_is_offered_in_its_own_markup()
    {
        var items = MarkedNote.Parse(Pipe + "$0").Complete().Items;

        Assert.Equal("New row", items[0].Label);
        Assert.Equal("| $1 | $2 | $3 |", items[0].Snippet);
        Assert.Equal("|  |  |  |", items[0].InsertText);
        Assert.Equal($"|  | Route 53 | {Catalog.Embedded.FindService("route-53")!.Summary} |", items.Single(item => item.Label == "Route 53").InsertText);
        Assert.DoesNotContain("CloudFront", items.Select(item => item.Label));
        Assert.DoesNotContain("App Mesh", items.Select(item => item.Label));
        Assert.InRange(items.Length, 5, 11);
    }

    [Fact]
    public void A_table_that_writes_every_layer_lets_one_choose()
    {
        var items = MarkedNote.Parse("| AWS Service | OSI Layer | Port |\n|---|---|---|\n| **Global Accelerator** | L4 | any |\n$0").Complete().Items;

        Assert.Equal("| **$1** | ${2|L4,L7,L6,L5,L3,L2,L1|} | $3 |", items[0].Snippet);
        Assert.Equal("| **Network Load Balancer** | L4 |  |", items.Single(item => item.TermId == "nlb").InsertText);
    }

    [Fact]
    public void Between_the_rows_of_an_HTML_table_a_row_is_offered_line_by_line_as_the_others()
    {
        var note = MarkedNote.Parse(Marked(Html, "$0"));
        var items = note.Complete().Items;

        Assert.Equal(
            "  <tr>\n    <td><strong>${1|L4 Transport,L7 Application,L6 Presentation,L5 Session,L3 Network,L2 Data Link,L1 Physical|}</strong></td>\n    <td>$2</td>\n    <td>$3</td>\n  </tr>",
            items[0].Snippet);
        Assert.Equal(
            $"  <tr>\n    <td><strong>L4 Transport</strong></td>\n    <td>Network Load Balancer</td>\n    <td>{Catalog.Embedded.FindService("nlb")!.Summary}</td>\n  </tr>",
            items.Single(item => item.TermId == "nlb").InsertText);
    }

    [Theory]
    [InlineData("  $0", "")]
    [InlineData("  <$0", "<")]
    [InlineData("  <tr$0", "<tr")]
    [InlineData("  NAT$0", "NAT")]
    public void What_is_begun_of_a_row_is_replaced_and_its_indentation_stays(string line, string replaced)
    {
        var note = MarkedNote.Parse(Marked(Html, line));
        var item = note.Complete().Items[0];

        Assert.Equal(replaced, note.Cut(item.Insert));
        Assert.StartsWith("<tr>\n    <td>", item.InsertText, StringComparison.Ordinal);
        Assert.StartsWith(replaced, item.FilterText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NAT$0", 'T')]
    [InlineData("NAT$0", null)]
    public void A_name_that_is_begun_below_a_table_gives_its_row(string line, char? typed)
    {
        var item = MarkedNote.Parse(Pipe + line).Complete(typed).Items[0];

        Assert.Equal("NAT Gateway", item.Label);
        Assert.Equal($"| **L3 Network** | NAT Gateway | {Catalog.Embedded.FindService("nat-gateway")!.Summary} |", item.InsertText);
    }

    [Theory]
    [InlineData("$0", ' ')]
    [InlineData("na$0", 'a')]
    public void An_empty_line_opens_no_list_by_itself(string line, char typed) =>
        Assert.Empty(MarkedNote.Parse(Pipe + line).Complete(typed).Items);

    [Fact]
    public void A_bar_at_the_start_of_a_line_opens_rows_and_what_the_first_cell_holds()
    {
        var labels = MarkedNote.Parse(Pipe + "|$0").Complete('|').Items.Select(item => item.Label).ToList();

        Assert.Equal("New row", labels[0]);
        Assert.Contains("L7 Application", labels);
        Assert.Contains("Route 53", labels);
    }

    [Theory]
    [InlineData("\n$0")]
    [InlineData("| L7 | $0")]
    [InlineData("text and more, $0")]
    public void Where_no_row_may_stand_none_is_offered(string line) =>
        Assert.DoesNotContain(MarkedNote.Parse(Pipe + line).Complete().Items, item => item.Kind is CompletionKind.Row or CompletionKind.EmptyRow);

    [Fact]
    public void A_row_that_covers_others_is_no_pattern()
    {
        var item = MarkedNote.Parse(
            "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L7</td><td>WAF</td></tr>\n"
            + "<tr><td rowspan=\"2\">L4</td><td>NLB</td></tr>\n<tr><td>Global Accelerator</td></tr>\n$0\n</table>").Complete().Items[0];

        Assert.Equal("<tr><td></td><td></td></tr>", item.InsertText);
    }

    [Fact]
    public void Marks_of_snippets_in_the_markup_are_written_as_themselves()
    {
        var html = Marked(Html, "$0").Replace("<tr>", "<tr class=\"a$b}\">", StringComparison.Ordinal);

        Assert.StartsWith("  <tr class=\"a\\$b\\}\">", MarkedNote.Parse(html).Complete().Items[0].Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```plantuml\n@startuml\nactor User\nUser -> Transit Gat$0\n@enduml\n```", "\"Transit Gateway\"")]
    [InlineData("```plantuml\n@startuml\nparticipant Transit Gat$0\n@enduml\n```", "\"Transit Gateway\"")]
    [InlineData("```plantuml\n@startuml\nUser -> CloudFr$0\n@enduml\n```", "CloudFront")]
    [InlineData("```plantuml\n@startuml\nUser -> \"Transit Gat$0\"\n@enduml\n```", "Transit Gateway")]
    [InlineData("```plantuml\n@startuml\nUser -> TGW : via Transit Gat$0\n@enduml\n```", "Transit Gateway")]
    [InlineData("```plantuml\n@startuml\n[Transit Gat$0\n@enduml\n```", "Transit Gateway")]
    [InlineData("```mermaid\nflowchart LR\nA[Transit Gat$0]\n```", "Transit Gateway")]
    [InlineData("```mermaid\nflowchart LR\nA -->|Transit Gat$0| B\n```", "Transit Gateway")]
    [InlineData("```mermaid\nflowchart LR\nA --> cloudfr$0\n```", "CloudFront")]
    public void In_a_diagram_a_name_stands_in_quotes_where_it_must(string marked, string expected) =>
        Assert.Equal(expected, MarkedNote.Parse(marked).Complete().Items[0].InsertText);

    [Fact]
    public void The_id_of_a_node_is_a_single_word() => Assert.DoesNotContain(
        MarkedNote.Parse("```mermaid\nflowchart LR\nA --> transit$0\n```").Complete().Items,
        item => item.InsertText.Contains(' ', StringComparison.Ordinal));
}
