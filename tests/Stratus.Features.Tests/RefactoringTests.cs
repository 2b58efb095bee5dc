using System.Collections.Immutable;
using CsCheck;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Features.Refactorings;
using Stratus.Glossary;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Features.Tests;

/// <summary>Changes that are offered where nothing is wrong.</summary>
public sealed class RefactoringTests
{
    private const string Html = "Convert to a pipe table";
    private const string PipeHead = "| OSI Layer | AWS Service | What It Does |\n| --- | --- | --- |\n";

    [Fact]
    public void An_html_table_becomes_a_pipe_table_with_all_that_its_cells_say() => Becomes(
        Html,
        """
        # Notes

        <table>
        <thead>
          <tr><th>OSI Layer</th><th>AWS Service</th><th align="right">What It Does</th></tr>
        </thead>
        <tbody>
          <tr>
            <td><strong>L4 Transport</strong></td>
            <td>N$0LB</td>
            <td align=right>Balances <em>TCP</em> &amp; <code>UDP</code>,<br>a | b, 2 * 3, a_b, <a href="https://x.example/?a=1&amp;b=2">more</a></td>
          </tr>
          <tr><td></td><td>Global Accelerator</td><td style="text-align: right;">Sends
            traffic &ndash; <sub>fast</sub></td></tr>
        </tbody>
        </table>

        The end.
        """,
        """
        # Notes

        | OSI Layer | AWS Service | What It Does |
        | --- | --- | ---: |
        | **L4 Transport** | NLB | Balances *TCP* &amp; `UDP`,<br>a \| b, 2 * 3, a_b, [more](https://x.example/?a=1&amp;b=2) |
        |  | Global Accelerator | Sends traffic &ndash; <sub>fast</sub> |

        The end.
        """);

    [Fact]
    public void A_pipe_table_becomes_an_html_table_in_the_look_of_the_others() => Becomes(
        "Convert to an HTML table",
        """
        <table class="study-table">
        <tr><th>A</th></tr>
        <tr><td>b</td></tr>
        </table>

        OSI Layer | AWS Service | Notes
        :--|:-:|---
        **L7** | ALB$0 | A & B, `a < b`, x \| y, ~~old~~ *new* &ndash; [a](https://x.example/b)
        | CloudFront
        # Next
        """,
        """
        <table class="study-table">
        <tr><th>A</th></tr>
        <tr><td>b</td></tr>
        </table>

        <table class="study-table">
        <thead>
        <tr>
        <th align="left">OSI Layer</th>
        <th align="center">AWS Service</th>
        <th>Notes</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td align="left"><strong>L7</strong></td>
        <td align="center">ALB</td>
        <td>A & B, <code>a &lt; b</code>, x | y, <del>old</del> <em>new</em> &ndash; <a href="https://x.example/b">a</a></td>
        </tr>
        <tr>
        <td align="left">CloudFront</td>
        <td align="center"></td>
        <td></td>
        </tr>
        </tbody>
        </table>

        # Next
        """);

    [Fact]
    public void Lines_end_as_those_of_the_note()
    {
        Assert.Equal("Text.\r\n\r\n| A |\r\n| --- |\r\n| b c |\r\n\r\nMore.\r\n", Apply(MarkedNote.Parse("Text.\r\n<table>\r\n<tr><th>A</th></tr>\r\n<tr><td>$0b\r\n c</td></tr>\r\n</table>\r\n\r\nMore.\r\n"), Html));
        Assert.Equal("- x\r\n\r\n  <table>\r\n  <thead>\r\n  <tr>\r\n  <th>A</th>\r\n  </tr>\r\n  </thead>\r\n  <tbody>\r\n  <tr>\r\n  <td>b</td>\r\n  </tr>\r\n  </tbody>\r\n  </table>\r\n", Apply(MarkedNote.Parse("- x\r\n\r\n  | A |\r\n  |---|\r\n  | b$0 |\r\n"), "Convert to an HTML table"));
    }

    [Fact]
    public void A_class_that_goes_is_named() => Assert.Equal(
        "Convert to a pipe table, without its class `study-table`",
        Offered("<table class=\"study-table\"><tr><th>OSI Layer</th></tr><tr><td>L4$0</td></tr></table>").Single(one => one.Kind == RefactoringKind.ConvertTable).Title);

    [Theory]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td rowspan=\"2\">$0a</td><td>b</td></tr><tr><td>c</td></tr></table>", "A cell spans several rows or columns.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td>$0<ul><li>b</li></ul></td></tr></table>", "A cell contains <ul>, which is a block and does not fit in a line.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td>$0<p>b</p></td></tr></table>", "A cell contains <p>, which is a block and does not fit in a line.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td>$0b<table><tr><td>c</td></tr></table></td></tr></table>", "It contains another table.")]
    [InlineData("<table id=\"x\"><tr><th>A</th></tr><tr><td>$0b</td></tr></table>", "The table has the attribute `id`.")]
    [InlineData("<table><tr class=\"x\"><th>A</th></tr><tr><td>$0b</td></tr></table>", "A row has the attribute `class`.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td style=\"color: red\">$0b</td></tr></table>", "A cell has the attribute `style`.")]
    [InlineData("<table><caption>C</caption><tr><th>A</th></tr><tr><td>$0b</td></tr></table>", "It has a caption.")]
    [InlineData("<table><tr><td>A</td></tr><tr><td>$0b</td></tr></table>", "It has no header row, which a pipe table needs.")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><th>$0b</th><td>c</td></tr></table>", "A row has a header of its own.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td>$0b</td><td>c</td></tr></table>", "A row has more cells than the header.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td align=right>$0b</td></tr></table>", "The cells of a column are aligned differently.")]
    [InlineData("<table><tr><th>A</th></tr><!-- c --><tr><td>$0b</td></tr></table>", "There is a comment between its rows.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td>$0<strong>b</td></tr></table>", "A cell contains a <strong> that is not closed.")]
    // Inline code and addresses are read otherwise in rows: no way of writing them says the same everywhere.
    [InlineData("<table><tr><th>A</th></tr><tr><td>$0<code>a|b</code></td></tr></table>", "A cell contains code with a pipe in it.")]
    [InlineData("<table><tr><th>A</th></tr><tr><td>$0https://x.example</td></tr></table>", "A cell would read differently.")]
    [InlineData("| A |\n|---|\n| $0b <!-- stratus-disable-line service-casing --> |\n", "A comment in it suppresses findings.")]
    [InlineData("> <table><tr><th>A</th></tr><tr><td>$0b</td></tr></table>", "Its lines contain other text, as in a quote.")]
    [InlineData("> | A |\n> |---|\n> | $0b |\n", "Its lines contain other text, as in a quote.")]
    [InlineData("| A |\n|---|\n| $0[b][r] |\n\n[r]: https://x.example\n", "A cell would read differently.")]
    public void What_the_other_markup_has_no_place_for_is_refused_with_the_reason(string marked, string obstacle)
    {
        var refused = Offered(marked).Single(one => one.Kind == RefactoringKind.ConvertTable);
        Assert.Equal(obstacle, refused.Obstacle);
        Assert.Empty(refused.Edits);
    }

    [Theory]
    [InlineData("<td>**not strong**</td>", "| \\*\\*not strong\\*\\* |")]
    [InlineData("<td><strong> L4 </strong>here</td>", "| **L4** here |")]
    [InlineData("<td>a<strong>(b)</strong>c</td>", "| a<strong>(b)</strong>c |")]
    [InlineData("<td><strong><em>a</em></strong></td>", "| **_a_** |")]
    [InlineData("<td><code>a`b</code></td>", "| ``a`b`` |")]
    [InlineData("<td>&lt;td&gt; &#124; &nbsp;x</td>", "| &lt;td&gt; &#124; &nbsp;x |")]
    [InlineData("<td><span class=\"x\">a</span></td>", "| <span class=\"x\">a</span> |")]
    [InlineData("<td>- a</td>", "| - a |")]
    [InlineData("<td>a <!-- note --></td>", "| a <!-- note --> |")]
    public void The_words_of_a_cell_are_escaped_where_they_must_be(string cell, string row) =>
        Assert.Equal($"| A |\n| --- |\n{row}", Apply(MarkedNote.Parse($"<table>\n<tr><th>A</th></tr>\n<tr>$0{cell}</tr>\n</table>"), Html));

    [Fact]
    public void There_and_back_the_cells_say_the_same() => Gen.Select(AnyTable(), Gen.Bool).Sample((table, hasClass) =>
    {
        var note = Parse((hasClass ? "<table class=\"t\">" : "<table>") + table);
        var there = note.Tables[0];
        if (Convert(note) is not { } pipe)
        {
            return;
        }

        Assert.Equal(TableFormat.Pipe, pipe.Tables[0].Format);
        AssertSame(note, pipe);
        var back = Convert(pipe);
        Assert.NotNull(back);
        Assert.Equal(TableFormat.Html, back.Tables[0].Format);
        AssertSame(note, back);
        // And once more: what was written is of the plainest form.
        Assert.Equal(back.Source.ToString(), Convert(Convert(back)!)?.Source.ToString());
        Assert.Equal(there.Columns, back.Tables[0].Columns);
    }, iter: 1000);

    [Fact]
    public void Most_tables_can_be_converted()
    {
        var (all, converted) = (0, 0);
        AnyTable().Sample(
            table =>
            {
                if (table.Contains("a|b</code>", StringComparison.Ordinal) || table.Contains("<kbd>", StringComparison.Ordinal) || table.Contains("https://x.example/a_b_c", StringComparison.Ordinal))
                {
                    return;
                }

                Interlocked.Increment(ref all);
                Interlocked.Add(ref converted, Convert(Parse("<table>" + table)) is null ? 0 : 1);
            },
            iter: 200);
        Assert.InRange(converted, all * 9 / 10, all);
    }

    [Fact]
    public void Rows_are_sorted_the_way_that_most_of_them_go_already() => Becomes(
        "Sort rows by layer",
        PipeHead + "| L7 | CloudFront | a |\n| L3 | VPC | b |\n|  | NAT Gateway$0 | c |\n| L4 | NLB | d |\n| N/A | IAM | e |\n| L1 | Direct Connect | f |\n",
        PipeHead + "| L7 | CloudFront | a |\n| L4 | NLB | d |\n| L3 | VPC | b |\n|  | NAT Gateway | c |\n| L1 | Direct Connect | f |\n| N/A | IAM | e |\n");

    [Fact]
    public void Rows_of_an_html_table_are_sorted_whole() => Becomes(
        "Sort rows by layer",
        "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr>\n  <td>L3</td>\n  <td>VPC$0</td>\n</tr>\n<tr><td>L7</td><td>WAF</td></tr>\n<tr><td>L4</td><td>NLB</td></tr>\n<tr><td>L2</td><td>ENI</td></tr>\n</table>\n",
        "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L7</td><td>WAF</td></tr>\n<tr><td>L4</td><td>NLB</td></tr>\n<tr>\n  <td>L3</td>\n  <td>VPC</td>\n</tr>\n<tr><td>L2</td><td>ENI</td></tr>\n</table>\n");

    [Theory]
    [InlineData(PipeHead + "| L7 | CloudFront$0 | a |\n| L4 | NLB | d |\n|  | Global Accelerator | d |\n| L3/L4 | NAT Gateway | d |\n")]
    [InlineData("| Service | Price |\n|---|---|\n| S3$0 | 1 |\n| EC2 | 2 |\n")]
    [InlineData("| TCP/IP layer | Protocol |\n|---|---|\n| 4$0 | HTTP |\n| 1 | Wi-Fi |\n| 2 | IP |\n")]
    public void Rows_in_order_and_tables_without_layers_are_left_alone(string marked) =>
        Assert.DoesNotContain(Offered(marked), one => one.Kind == RefactoringKind.SortRows);

    [Theory]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td rowspan=2>L3</td><td>$0VPC</td></tr><tr><td>NAT Gateway</td></tr><tr><td>L7</td><td>WAF</td></tr></table>", "A row does not have one cell for each column.")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L3</td><td>$0VPC</td></tr><!-- x --><tr><td>L7</td><td>WAF</td></tr><tr><td>L4</td><td>NLB</td></tr></table>", "There is other text between its rows.")]
    [InlineData(PipeHead + "|  | IAM | a |\n| L3 | VPC$0 | b |\n| L7 | WAF | c |\n", "A row would get another layer.")]
    public void Rows_that_cannot_be_sorted_are_refused_with_the_reason(string marked, string obstacle) =>
        Assert.Equal(obstacle, Offered(marked).Single(one => one.Kind == RefactoringKind.SortRows).Obstacle);

    [Fact]
    public void Sorting_changes_no_claim_and_is_done_once() => AnyRows.Sample(rows =>
    {
        var note = Parse(PipeHead + rows);
        var sort = note.Tables.Count == 0 ? null : OfferedRefactorings.OfTable(note, note.Tables[0], CancellationToken.None).FirstOrDefault(one => one.Kind == RefactoringKind.SortRows);
        if (sort is not { Obstacle: null })
        {
            return;
        }

        var after = After(note, sort);
        Assert.Equal(Claims(note).Order(StringComparer.Ordinal), Claims(after).Order(StringComparer.Ordinal));
        Assert.NotEqual(note.Source.ToString(), after.Source.ToString());
        Assert.DoesNotContain(OfferedRefactorings.OfTable(after, after.Tables[0], CancellationToken.None), one => one.Kind == RefactoringKind.SortRows);
    }, iter: 1000);

    [Fact]
    public void Missing_layers_are_added_in_order_and_in_the_style_of_the_table() => Becomes(
        "Add the 4 missing layers",
        "<table>\n  <tr><th>OSI Layer</th><th>AWS Service</th></tr>\n  <tr><td><strong>L7 – Application</strong></td><td>WAF$0</td></tr>\n  <tr><td><strong>L4 – Transport</strong></td><td>NLB</td></tr>\n  <tr><td></td><td>Global Accelerator</td></tr>\n  <tr><td><strong>L3 – Network</strong></td><td>VPC</td></tr>\n</table>\n",
        "<table>\n  <tr><th>OSI Layer</th><th>AWS Service</th></tr>\n  <tr><td><strong>L7 – Application</strong></td><td>WAF</td></tr>\n  <tr><td><strong>L6 – Presentation</strong></td><td></td></tr>\n  <tr><td><strong>L5 – Session</strong></td><td></td></tr>\n  <tr><td><strong>L4 – Transport</strong></td><td>NLB</td></tr>\n  <tr><td></td><td>Global Accelerator</td></tr>\n  <tr><td><strong>L3 – Network</strong></td><td>VPC</td></tr>\n  <tr><td><strong>L2 – Data Link</strong></td><td></td></tr>\n  <tr><td><strong>L1 – Physical</strong></td><td></td></tr>\n</table>\n");

    [Fact]
    public void A_table_about_the_layers_themselves_gets_what_they_do() => Becomes(
        "Add the missing layer L6 Presentation",
        "| OSI Layer | Function |\n|---|---|\n| 1. Physical | a |\n| 2. Data Link$0 | b |\n| 3. Network | c |\n| 4. Transport | d |\n| 5. Session | e |\n| 7. Application | f |\n",
        "| OSI Layer | Function |\n|---|---|\n| 1. Physical | a |\n| 2. Data Link | b |\n| 3. Network | c |\n| 4. Transport | d |\n| 5. Session | e |\n| 6. Presentation | Agrees how data is represented: encoding, serialisation, compression and, by convention, encryption. |\n| 7. Application | f |\n");

    [Fact]
    public void Empty_descriptions_are_filled_from_the_catalog()
    {
        var text = Apply(MarkedNote.Parse(PipeHead + "| L4 | NLB$0 |  |\n| L7 | WAF | My own. |\n| L7 | Frobnicator |  |\n| L3 | VPC / NAT Gateway |  |\n| L3 | Transit Gateway | |\n"), "Fill the 2 empty descriptions");
        Assert.Contains($"| L4 | NLB | {Catalog.Embedded.FindService("nlb")!.Summary} |", text, StringComparison.Ordinal);
        Assert.Contains("| L7 | WAF | My own. |\n| L7 | Frobnicator |  |\n| L3 | VPC / NAT Gateway |  |\n", text, StringComparison.Ordinal);
        Assert.Contains($"| L3 | Transit Gateway | {Catalog.Embedded.FindService("transit-gateway")!.Summary} |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_a_glossary_are_escaped_for_the_markup()
    {
        var catalog = Catalog.Embedded.With([new GlossaryEntry("Frobnicator", [], [], "Sends <b>*all*</b> & A|B.", null, new("g.yml", 0, 0))]);
        Assert.Contains("&lt;b>\\*all\\*&lt;/b> & A\\|B.", Notes.Markup.CellMarkup.Write(catalog.Services.First(service => service.Name == "Frobnicator").Summary, TableFormat.Pipe), StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_table_of_all_layers_stands_where_the_blank_line_was()
    {
        var marked = MarkedNote.Parse("# Notes\n\nText.\n$0\nMore text.\n");
        Assert.Equal(["Insert a study table of all seven layers"], At(marked).Select(one => one.Title));
        var after = After(marked.Note, At(marked)[0]);
        Assert.StartsWith("# Notes\n\nText.\n\n| OSI Layer | AWS Service | What It Does |\n| --- | --- | --- |\n| L7 Application | CloudFront | ", after.Source.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" |\n\nMore text.\n", after.Source.ToString(), StringComparison.Ordinal);
        Assert.Equal("7654321", string.Concat(after.Tables[0].Rows.Select(row => row.Claim!.Layers.Lowest).Distinct()));
        Assert.All(after.Placements, placement => Assert.All(placement.Subjects, subject => Assert.Contains(placement.Layers.Lowest, subject.Service.Layers!.All)));
        Assert.Empty(Findings.Of(MarkedNote.Workspace, after, CancellationToken.None).Where(finding => finding.Severity > Severity.Hint));
    }

    [Fact]
    public void A_heading_that_names_layers_offers_a_table_for_them_in_the_look_of_the_note()
    {
        var marked = MarkedNote.Parse("<table class=\"t\">\n<tr><th>AWS Service</th><th>Layer (OSI)</th><th>Purpose</th></tr>\n<tr><td><strong>VPC</strong></td><td>Layer 3</td><td>a</td></tr>\n</table>\n\n## L3 and L4\n\n$0\n");
        Assert.Equal(["Insert a study table for L3 and L4", "Insert a study table of all seven layers"], At(marked).Select(one => one.Title));
        var text = After(marked.Note, At(marked)[0]).Source.ToString();
        Assert.Contains("## L3 and L4\n\n<table class=\"t\">\n<thead>\n<tr>\n<th>AWS Service</th>\n<th>Layer (OSI)</th>\n<th>Purpose</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><strong>NLB</strong></td>\n<td>Layer 4</td>\n", text.Replace("Network Load Balancer", "NLB", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```\n$0\n```\n")]
    [InlineData("---\na: b\n$0\n---\n")]
    [InlineData("<!--\n$0\n-->\n")]
    [InlineData("Te$0xt.")]
    public void In_code_and_words_no_table_is_offered(string marked) => Assert.Empty(Offered(marked));

    [Fact]
    public void Whatever_the_note_what_is_offered_keeps_its_other_tables_and_its_claims() =>
        Gen.Select(AnyNote.Text, Gen.Int[0, 400]).Sample((text, place) =>
        {
            var note = Parse(text);
            foreach (var refactoring in OfferedRefactorings.At(MarkedNote.Workspace, note, new(Math.Min(place, text.Length), 0), CancellationToken.None).Where(one => one.Obstacle is null))
            {
                var after = After(note, refactoring);
                Assert.Equal(note.Tables.Count + (refactoring.Kind == RefactoringKind.InsertTable ? 1 : 0), after.Tables.Count);
                Assert.Equal(note.Headings.Select(heading => heading.Text), after.Headings.Select(heading => heading.Text));
                if (refactoring.Kind != RefactoringKind.InsertTable)
                {
                    Assert.Equal(Places(note).Order(StringComparer.Ordinal), Places(after).Order(StringComparer.Ordinal));
                }
            }
        });

    [Fact]
    public void The_tables_of_the_users_note_become_pipe_tables_that_say_the_same()
    {
        var note = MarkedNote.Parse(Seed.ReadText()).Note;
        var before = note;
        foreach (var number in Enumerable.Range(0, note.Tables.Count).Where(number => before.Tables[number].Format == TableFormat.Html))
        {
            var convert = OfferedRefactorings.OfTable(note, note.Tables[number], CancellationToken.None).Single(one => one.Kind == RefactoringKind.ConvertTable);
            Assert.Null(convert.Obstacle);
            note = After(note, convert);
        }

        Assert.All(note.Tables, table => Assert.Equal(TableFormat.Pipe, table.Format));
        Assert.Equal(before.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Text), note.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Text));
        Assert.Equal(Places(before), Places(note));
    }

    private static readonly string[] Contents =
    [
        "L4", "NLB", "CloudFront", "L3/L4", "plain words", " ", "*", "_", "a_b", "**", "`", "|", "\\", "&amp;", "&lt;td&gt;", "&ndash;", "&nbsp;", "& ", "&", "<br>", "[", "](x)", "]", "!", "~~", "#", "- ", "1. ",
        "<strong>L7 Application</strong>", "<em>all</em>", "<code>a|b</code>", "<code>x `y`</code>", "<b>b</b>", "<i> i </i>", "<a href=\"https://x.example/a(b)\">link</a>", "<a href=\"#x\" title=\"t\">t</a>",
        "<strong>a <em>b</em> c</strong>", "<em><strong>x</strong></em>", "<sub>2</sub>", "<kbd>x</kbd>", "\n  ", "\t", "😀", "는", "(", ")", "\"", "'", "<!-- c -->", "https://x.example/a_b_c", "$", "^", "=", ":", "{", "}", "\\*", "\\|", ".",
    ];

    private static Gen<string> AnyTable()
    {
        var cell = Gen.Int[0, Contents.Length - 1].Select(index => Contents[index]).Array[0, 5].Select(string.Concat);
        return cell.Array[3].Array[1, 4].Select(rows => "\n<tr><th>OSI Layer</th><th>AWS Service</th><th>What It Does</th></tr>\n"
            + string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(words => $"<td>{words}</td>"))}</tr>\n")) + "</table>\n");
    }

    private static Gen<string> AnyRows => Gen.Select(
            Gen.OneOf((string[])["L7", "L4 Transport", "", "L3/L4", "L3–L7", "N/A", "\"", "–", "L2-ish", "7", "**L3**", "L9", "x"]),
            Gen.OneOf((string[])["NLB", "VPC", "CloudFront", "", "NAT Gateway / VPC", "nothing known", "**WAF**", "L4"]),
            Gen.OneOf((string[])["a", "", "L5", "`|`"]))
        .Select((layer, service, words) => $"| {layer} | {service} | {words} |\n").Array[1, 7].Select(string.Concat);

    private static Note? Convert(Note note) =>
        OfferedRefactorings.OfTable(note, note.Tables[0], CancellationToken.None).Single(one => one.Kind == RefactoringKind.ConvertTable) is { Obstacle: null } convert ? After(note, convert) : null;

    private static void AssertSame(Note before, Note after)
    {
        Assert.Equal(before.Tables.Count, after.Tables.Count);
        Assert.Equal(before.Tables[0].Columns, after.Tables[0].Columns);
        Assert.Equal(Words(before), Words(after));
        Assert.Equal(Places(before), Places(after));
    }

    private static IEnumerable<string> Words(Note note) => note.Tables[0].Rows.Prepend(note.Tables[0].Header!).SelectMany(row => row.Cells).Select(cell => cell.Text);

    private static IEnumerable<string> Places(Note note) =>
        note.Placements.Select(placement => $"{placement.Layers} {string.Join('+', placement.Subjects.Select(subject => subject.Service.Id))} {placement.IsHedged}");

    private static IEnumerable<string> Claims(Note note) => note.Tables[0].Rows.Select(row =>
        $"{row.Claim?.Layers} {row.Claim?.IsHedged} {string.Join('+', row.Claim?.Subjects.Select(subject => subject.Service.Id) ?? [])} {string.Join('|', row.Cells.Select(cell => cell.Text))}");

    private static void Becomes(string title, string marked, string expected) => Assert.Equal(expected, Apply(MarkedNote.Parse(marked), title));

    private static string Apply(MarkedNote note, string title) => After(note.Note, Assert.Single(At(note), one => (one.Title, one.Obstacle) == (title, null))).Source.ToString();

    private static ImmutableArray<Refactoring> Offered(string marked) => At(MarkedNote.Parse(marked));

    private static ImmutableArray<Refactoring> At(MarkedNote note) => OfferedRefactorings.At(MarkedNote.Workspace, note.Note, new(note.Cursor, 0), CancellationToken.None);

    private static Note After(Note note, Refactoring refactoring) => Parse(new TextChange(refactoring.Edits).Apply(note.Source.ToString()));

    private static Note Parse(string text) => Note.Parse(new SourceText(text), Catalog.Embedded);
}
