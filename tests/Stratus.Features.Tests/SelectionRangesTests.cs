using Stratus.Features.Navigation;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>What a selection grows to, step by step.</summary>
public sealed class SelectionRangesTests
{
    private const string Pipe = "# Notes\n\nWords.\n\n## Gateways\n\n| OSI Layer | AWS Service |\n|---|---|\n| L3 | **NAT Gate$0way** (NGW) |\n| L4 | NLB |\n\n## More\n";

    [Fact]
    public void In_a_pipe_table_from_the_word_to_the_note()
    {
        var table = Pipe[Pipe.IndexOf("| OSI", StringComparison.Ordinal)..Pipe.IndexOf("\n\n## More", StringComparison.Ordinal)].Replace("$0", "", StringComparison.Ordinal);
        AssertSteps(
            Pipe,
            "Gateway",
            "NAT Gateway",
            "NAT Gateway** (NGW)",
            " **NAT Gateway** (NGW) ",
            "| L3 | **NAT Gateway** (NGW) |",
            table,
            "## Gateways\n\n" + table,
            Pipe.Replace("$0", "", StringComparison.Ordinal)[..Pipe.IndexOf("## Gateways", StringComparison.Ordinal)] + "## Gateways\n\n" + table + "\n\n## More",
            Pipe.Replace("$0", "", StringComparison.Ordinal));
    }

    [Fact]
    public void In_an_html_table_from_the_word_to_the_note() => AssertSteps(
        "<table>\r\n<tr><th>OSI Layer</th><th>Service</th></tr>\r\n<tr>\r\n<td>L3</td>\r\n<td>\r\n<b>Transit$0 Gateway</b></td>\r\n</tr>\r\n</table>",
        "Transit",
        "Transit Gateway",
        "\r\n<b>Transit Gateway</b>",
        "<tr>\r\n<td>L3</td>\r\n<td>\r\n<b>Transit Gateway</b></td>\r\n</tr>",
        "<table>\r\n<tr><th>OSI Layer</th><th>Service</th></tr>\r\n<tr>\r\n<td>L3</td>\r\n<td>\r\n<b>Transit Gateway</b></td>\r\n</tr>\r\n</table>");

    [Fact]
    public void In_prose_from_the_word_to_the_line_the_paragraph_and_the_sections() => AssertSteps(
        "# A\n\nx\n\n### B\n\nOne line\n  with a N$0AT gateway.\nEnd.\n\n\n## C\n",
        "NAT",
        "NAT gateway",
        "with a NAT gateway.",
        "One line\n  with a NAT gateway.\nEnd.",
        "### B\n\nOne line\n  with a NAT gateway.\nEnd.",
        "# A\n\nx\n\n### B\n\nOne line\n  with a NAT gateway.\nEnd.\n\n\n## C",
        "# A\n\nx\n\n### B\n\nOne line\n  with a NAT gateway.\nEnd.\n\n\n## C\n");

    [Fact]
    public void A_name_of_one_word_is_one_step() => AssertSteps("An N$0LB.", "NLB", "An NLB.");

    [Fact]
    public void One_of_two_layers_then_both() => AssertSteps("| Service | OSI Layer |\n|-|-|\n| GWLB | L3/L$04 |", "L4", "L3/L4", " L3/L4 ", "| GWLB | L3/L4 |", "| Service | OSI Layer |\n|-|-|\n| GWLB | L3/L4 |");

    [Fact]
    public void A_name_before_a_korean_ending_is_without_it() => AssertSteps("😀 Route 5$03는 DNS", "53", "Route 53", "😀 Route 53는 DNS");

    [Fact]
    public void A_word_outside_the_plane_of_sixteen_bits_is_whole() => AssertSteps("a 𠮷$0野 b", "𠮷野", "a 𠮷野 b");

    [Fact]
    public void In_the_cells_of_a_table_within_a_table_the_inner_comes_first()
    {
        var steps = Steps("<table><tr><td>x <table><tr><td>N$0LB</td><td>y</td></tr></table></td><td>z</td></tr></table>");
        Assert.Equal("NLB", steps[0]);
        Assert.Equal("<tr><td>NLB</td><td>y</td></tr>", steps[1]);
        Assert.Equal("<table><tr><td>NLB</td><td>y</td></tr></table>", steps[2]);
        Assert.EndsWith("</table></td><td>z</td></tr></table>", steps[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$0", "")]
    [InlineData("$0\n\n", "\n\n")]
    [InlineData("# A\n\n$0\n\n# B", "# A\n\n\n\n", "# A\n\n\n\n# B")]
    public void Where_nothing_stands_there_is_still_the_note(string marked, params string[] steps) => AssertSteps(marked, steps);

    [Fact]
    public void Several_places_are_answered_in_their_order()
    {
        var note = Note.Parse(new SourceText("NLB\n\nALB"), Catalog.Embedded, TestContext.Current.CancellationToken);
        Assert.Equal([0, 5], SelectionRanges.At(note, [1, 6]).Select(ranges => ranges[0].Start));
    }

    private static string[] Steps(string marked)
    {
        var note = MarkedNote.Parse(marked);
        return [.. SelectionRanges.At(note.Note, [note.Cursor]).Single().Select(note.Cut)];
    }

    private static void AssertSteps(string marked, params string[] steps) => Assert.Equal(steps, Steps(marked));
}
