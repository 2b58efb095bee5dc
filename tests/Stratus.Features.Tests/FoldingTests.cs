using Stratus.Features.Navigation;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>What can be folded: for each fold the line that stays and how many lines it hides.</summary>
public sealed class FoldingTests
{
    [Fact]
    public void A_pipe_table_and_the_rows_of_each_layer() => AssertFolds(
        "# A\n\n| OSI Layer | AWS Service |\n|---|---|\n| L7 Application | ALB |\n| | CloudFront |\n| | WAF |\n| L4 | NLB |\n| L3 | VPC |\n| L3 | NAT Gateway |\n\nWords.\n",
        "| OSI Layer | AWS Service | +7",
        "| L7 Application | ALB | +2",
        "| L3 | VPC | +1");

    [Fact]
    public void An_html_table_and_its_layers_with_the_line_that_names_the_layer() => AssertFolds(
        "<table>\r\n<tr><th>OSI Layer<th>AWS Service\r\n<tr>\r\n<td>L7</td>\r\n<td>ALB</td>\r\n</tr>\r\n<tr>\r\n<td></td>\r\n<td>WAF</td>\r\n</tr>\r\n<tr>\r\n<td>L4</td>\r\n<td>NLB</td>\r\n</tr>\r\n</table>\r\n",
        "<table> +14",
        "<td>L7</td> +6",
        "<td>L4</td> +2");

    [Fact]
    public void Rows_that_nobody_closed_end_with_their_words() => AssertFolds(
        "<table>\n<tr><th>OSI Layer<th>AWS Service\n<tr><td>L7\n<td>ALB\n\n<tr><td>L4<td>NLB\n</table>\n",
        "<table> +6",
        "<tr><td>L7 +1");

    [Fact]
    public void Rows_below_a_row_that_holds_a_layer_belong_to_it() => AssertFolds(
        "| Service | Purpose |\n|-|-|\n| **L7 Application** | |\n| ALB | Routes. |\n| WAF | Filters. |\n| **L4 Transport** | |\n| NLB | Balances. |\n",
        "| Service | Purpose | +6",
        "| **L7 Application** | | +2",
        "| **L4 Transport** | | +1");

    [Fact]
    public void A_table_that_is_no_study_table_folds_whole() => AssertFolds("| Port | Use |\n|---|---|\n| 443 | HTTPS |\n| 53 | DNS |\n", "| Port | Use | +3");

    [Theory]
    [InlineData("Words.\n\n- a\n- b\n")]
    [InlineData("<table><tr><th>OSI Layer<th>Service<tr><td>L4<td>NLB</table>\n")]
    public void What_stands_in_one_line_does_not_fold(string text) => AssertFolds(text);

    [Fact]
    public void Tables_that_share_a_line_do_not_fold_across_each_other() => AssertFolds(
        "<table>\n<tr><td>a\n</table> <table>\n<tr><td>b\n</table>\n",
        "<table> +2");

    [Fact]
    public void Of_few_the_whole_tables_come_first()
    {
        const string text = "| OSI Layer | Service |\n|-|-|\n| L7 | ALB |\n| | WAF |\n\n| OSI Layer | Service |\n|-|-|\n| L7 | ALB |\n| | WAF |\n";
        AssertFolds(text, 2, "| OSI Layer | Service | +3", "| OSI Layer | Service | +3");
        AssertFolds(text, 3, "| OSI Layer | Service | +3", "| L7 | ALB | +1", "| OSI Layer | Service | +3");
    }

    private static void AssertFolds(string text, params string[] folds) => AssertFolds(text, null, folds);

    private static void AssertFolds(string text, int? most, params string[] folds)
    {
        var source = new SourceText(text);
        Assert.Equal(folds, Folding.Of(Note.Parse(source, Catalog.Embedded), most).Select(fold =>
            $"{source.Slice(source.Line(source.LineOf(fold.Start)))} +{source.LineOf(fold.End) - source.LineOf(fold.Start)}"));
    }
}
