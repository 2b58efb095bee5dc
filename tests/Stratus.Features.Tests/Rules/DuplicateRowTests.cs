using Stratus.Configuration;

namespace Stratus.Features.Tests.Rules;

public sealed class DuplicateRowTests
{
    private const string Code = "duplicate-row";

    [Theory]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | Balances TCP |\n| L4 | «NLB» | Balances TCP |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | Balances TCP |\n| L4 | «Network Load Balancer» | balances TCP. |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 Transport | NLB |\n| | «NLB» |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L7 | ALB |\n| L4 | **«NLB»** |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront / Route 53 |\n| L7 | «Route 53» / CloudFront |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4 | «NLB» |\n| L4 | «NLB» |\n")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L4</td><td>NLB</td></tr><tr><td>L4</td><td>«NLB»</td></tr></table>")]
    public void A_row_that_says_the_same_again_is_found(string marked)
    {
        var finding = RuleAssert.Finds(Code, marked)[0];
        Assert.Equal(Severity.Information, finding.Severity);
        Assert.True(finding.IsUnnecessary);
        Assert.Single(finding.Related);
    }

    [Fact]
    public void The_message_leads_to_the_first() => Assert.Equal(
        "This row repeats a row above: Network Load Balancer at L4. Remove one of them, or write how they differ.",
        RuleAssert.Finds(Code, "| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4 | «NLB» |\n")[0].Message);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4 | «NLB» |\n| L3 | VPC |\n", "| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | VPC |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4 | «NLB» |", "| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\r\n| | «NLB» |\r\n| | VPC |\r\n", "| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\r\n| | VPC |\r\n")]
    [InlineData(
        "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L4</td><td>NLB</td></tr>\n<tr><td>L4</td><td>«NLB»</td></tr>\n</table>\n",
        "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L4</td><td>NLB</td></tr>\n</table>\n")]
    [InlineData(
        "<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L4</td><td>NLB</td></tr><tr><td>L4</td><td>«NLB»</td></tr></table>",
        "<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L4</td><td>NLB</td></tr></table>")]
    public void The_fix_removes_the_row(string marked, string expected)
    {
        RuleAssert.Fixes(Code, marked, expected);
        RuleAssert.IsQuiet(Code, expected);
    }

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L3 | VPC |\n| L4 | «NLB» |\n| | Global Accelerator |\n")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr><tr><td>L4</td><td>NLB</td></tr><tr><td rowspan=2>L4</td><td>«NLB»</td></tr><tr><td>Global Accelerator</td></tr></table>")]
    public void There_is_no_fix_where_rows_below_need_the_row(string marked) => Assert.Empty(RuleAssert.Finds(Code, marked)[0].Fixes);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L7 | ALB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L3 | Transit Gateway |\n| L4 | Transit Gateway |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L7 | S3 | Versioning |\n| L7 | S3 | Replication |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L4 | NLB | TCP |\n| L4 | NLB | |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | Lambda (sync) |\n| L7 | Lambda (async) |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L7 | CloudFront / Route 53 |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n\n| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4-ish | NLB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| | NLB |\n| | NLB |\n")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | Some proxy |\n| L7 | Some proxy |\n")]
    [InlineData("| AWS Service | Use |\n|-|-|\n| S3 | Backups |\n| S3 | Backups |\n")]
    [InlineData("| AWS Service | OSI Layer | Port |\n|-|-|-|\n| NLB | L4 | 80 |\n| NLB | L4 | 443 |\n")]
    [InlineData("| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n| L7 | S3 | `a` |\n| L7 | S3 | `b` |\n")]
    [InlineData("- NLB (L4)\n- NLB (L4)\n")]
    [InlineData("| TCP/IP Layer | AWS Service |\n|-|-|\n| L4 | NLB |\n| L4 | NLB |\n")]
    public void Rows_that_differ_are_left_alone(string note) => RuleAssert.IsQuiet(Code, note);
}
