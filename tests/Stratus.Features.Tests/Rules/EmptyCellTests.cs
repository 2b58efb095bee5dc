using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class EmptyCellTests
{
    private const string Code = "empty-cell";

    [Theory]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB |« »|\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB |«      »|\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | «ALB» ||\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | «ALB» |\n")]
    [InlineData("| AWS Service | Purpose |\n|-|-|\n| NLB | TCP |\n| ALB |« »|\n")]
    [InlineData("<table><tr><th>AWS Service</th><th>What It Does</th></tr><tr><td>NLB</td><td>TCP</td></tr><tr><td>ALB</td>«<td></td>»</tr></table>")]
    [InlineData("<table>\n<tr><th>AWS Service</th><th>What It Does</th></tr>\n<tr><td>NLB</td><td>TCP</td></tr>\n<tr><td>ALB</td>\n«<td class=\"x\">\n</td>»\n</tr></table>")]
    public void A_service_without_a_description_is_a_hint(string marked)
    {
        var finding = RuleAssert.Finds(Code, marked)[0];
        Assert.Equal(Severity.Hint, finding.Severity);
        Assert.Equal("The description of Application Load Balancer is empty.", finding.Message);
    }

    [Theory]
    [InlineData("| AWS Service | Purpose |\n|-|-|\n| NLB | TCP |\n| ALB |« »|\n", "| ALB | Load balancer for HTTP")]
    [InlineData("<table><tr><th>AWS Service</th><th>What It Does</th></tr><tr><td>NLB</td><td>TCP</td></tr><tr><td>ALB</td>«<td></td>»</tr></table>", "<td>ALB</td><td>Load balancer for HTTP")]
    public void The_fix_writes_the_sentence_of_the_catalog(string marked, string expected)
    {
        var note = MarkedNote.Parse(marked);
        var mended = note.Apply(RuleAssert.Finds(Code, marked)[0].Fixes[0]);
        Assert.Contains(expected, mended, StringComparison.Ordinal);
        RuleAssert.IsQuiet(Code, mended);
    }

    [Fact]
    public void The_sentence_is_escaped_for_its_table() => Assert.All(Catalog.Embedded.Services.Where(service => service.Summary.AsSpan().ContainsAny("|<&*")), service =>
    {
        foreach (var table in (string[])[$"| AWS Service | Purpose |\n|-|-|\n| NLB | TCP |\n| {service.DisplayName} | |\n", $"<table><tr><th>AWS Service</th><th>Purpose</th></tr><tr><td>NLB</td><td>TCP</td></tr><tr><td>{service.DisplayName}</td><td></td></tr></table>"])
        {
            var note = MarkedNote.Parse(table);
            var finding = Assert.Single(note.Find(Code));
            var mended = MarkedNote.Parse(note.Apply(finding.Fixes[0]));
            Assert.Equal(service.Summary, mended.Note.Tables[0].Rows[1].Cells[1].Text);
        }
    });

    [Theory]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB | HTTP |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | |\n| L7 | ALB | |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB | – |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB | `http` |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB | ![](alb.png) |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | Some proxy | |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| | | |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| **L7 Application** | | |\n")]
    [InlineData("| AWS Service | OSI Layer | Price |\n|-|-|-|\n| NLB | L4 | $ |\n| ALB | L7 | |\n")]
    [InlineData("| Word | Description |\n|-|-|\n| Packet | A unit |\n| Frame | |\n")]
    [InlineData("<table><tr><th>AWS Service</th><th>What It Does</th></tr><tr><td>NLB</td><td rowspan=2>Balances</td></tr><tr><td>ALB</td></tr></table>")]
    [InlineData("<table><tr><th>AWS Service</th><th>What It Does</th></tr><tr><td>NLB</td><td>TCP</td></tr><tr><td>ALB</td><td><img src=\"a.png\"></td></tr></table>")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB | <!-- later --> |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| | ALB | HTTP |\n")]
    [InlineData("```\n| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L7 | ALB | |\n```\n")]
    public void What_is_filled_begun_or_shared_is_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
