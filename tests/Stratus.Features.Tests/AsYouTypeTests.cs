using Stratus.Configuration;
using Stratus.Features.Completion;
using Stratus.Tests.Shared;

namespace Stratus.Features.Tests;

/// <summary>A list opens by itself where a name is surely meant, and nowhere else.</summary>
public sealed class AsYouTypeTests(ITestOutputHelper output)
{
    private const string Aws = "This note is about AWS.\n\n";

    /// <summary>A page of ordinary English that begins many words as names of services begin.</summary>
    /// <summary>A page that begins many words as names of services begin. The tests in VS Code type it too.</summary>
    [Fact]
    public void A_page_of_ordinary_English_opens_nothing()
    {
        var page = File.ReadAllText(Path.Combine(Seed.Root, "tests", "typing", "english.md"));
        var popUps = TypingNote.PopUps(page);

        Report(popUps, page);
        Assert.True(page.Length > 3000);
        Assert.Empty(popUps);
    }

    [Theory]
    [InlineData("", "Put CloudF", "CloudFront")]
    [InlineData("", "CloudF", "CloudFront")]
    [InlineData("", "# DynamoD", "DynamoDB")]
    [InlineData("", "all of it in dynamod", "DynamoDB")]
    [InlineData("", "served by cloudf", "CloudFront")]
    [InlineData("", "runs on farga", "Fargate")]
    [InlineData("", "the AWS ", "AWS Lambda")]
    [InlineData("", "the AWS Tran", "AWS Transit Gateway")]
    [InlineData("", "an Amazon ", "Amazon S3")]
    [InlineData("", "an EC2 A", "EC2 Auto Scaling")]
    [InlineData("", "the AWS Config r", "AWS Config rules")]
    [InlineData(Aws, "over a Tra", "Transit Gateway")]
    [InlineData(Aws, "over a **Tra", "Transit Gateway")]
    [InlineData(Aws, "Transit G", "Transit Gateway")]
    [InlineData(Aws, "## Direct C", "Direct Connect")]
    [InlineData(Aws, "with Route 5", "Route 53")]
    [InlineData(Aws, "works at layer ", "layer 4")]
    [InlineData(Aws, "- see the [docs of Glob", "Global Accelerator")]
    [InlineData(Aws, "<p>behind a Gatew", "Gateway Load Balancer")]
    public void A_name_that_is_meant_opens_the_list(string before, string typed, string expected)
    {
        var note = MarkedNote.Parse(before + typed + "$0");

        Assert.Contains(expected, note.Complete(typed[^1]).Items.Select(item => item.Label));
    }

    [Theory]
    [InlineData("Tra")]
    [InlineData("the tra")]
    [InlineData("the transit gatew")]
    [InlineData("direct con")]
    [InlineData("step func")]
    [InlineData("control ov")]
    [InlineData("clou")]
    [InlineData("the Cl")]
    [InlineData("# The Transi")]
    [InlineData("- Sup")]
    [InlineData("Read on. Con")]
    [InlineData("so: Bat")]
    [InlineData("the API")]
    [InlineData("an IoT")]
    [InlineData("Visual Studio Cod")]
    [InlineData("Amaz")]
    [InlineData("The Ama")]
    [InlineData("in the workl")]
    [InlineData("a times")]
    [InlineData("the region ")]
    [InlineData("on AWS  ")]
    [InlineData("CloudFront ")]
    [InlineData("CloudFront is ")]
    [InlineData("> ")]
    [InlineData("a | b |")]
    [InlineData("the DHC")]
    [InlineData("it holds Cach")]
    [InlineData("Layer 2. MAC")]
    [InlineData("| OSI Layer ")]
    [InlineData("| OSI Layer | AWS Service |\n|---|")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | WAF |\n\nthe transit ")]
    [InlineData("```mermaid\nsequenceDiagram\nparticipant Cli")]
    public void Ordinary_words_open_nothing_even_in_a_note_about_AWS(string typed) =>
        Assert.Empty(MarkedNote.Parse(Aws + typed + "$0").Complete(typed[^1]).Items);

    [Theory]
    [InlineData("over a Tra")]
    [InlineData("Transit G")]
    [InlineData("the Machine Learn")]
    [InlineData("the Service Cat")]
    [InlineData("at layer ")]
    [InlineData("at L4")]
    [InlineData("the nlb")]
    public void In_a_note_about_other_things_a_capital_says_nothing(string typed) =>
        Assert.Empty(MarkedNote.Parse(typed + "$0").Complete(typed[^1]).Items);

    [Theory]
    [InlineData("`CloudF$0`")]
    [InlineData("```\nCloudF$0\n```")]
    [InlineData("[x](CloudF$0)")]
    [InlineData("https://CloudF$0")]
    [InlineData("<span class=\"CloudF$0\">x</span>")]
    [InlineData("<!-- CloudF$0 -->")]
    [InlineData("---\ntitle: CloudF$0\n---\n")]
    [InlineData("d1.CloudF$0")]
    [InlineData("a `CloudF$0")]
    [InlineData("[x](CloudF$0")]
    [InlineData("<span title=\"CloudF$0")]
    public void In_code_addresses_tags_comments_and_front_matter_nothing_opens(string marked) =>
        Assert.Empty(MarkedNote.Parse(marked).Complete('F').Items);

    [Theory]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L7 |$0", '|', "Route 53")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L7 | $0", ' ', "Route 53")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L7 | r$0", 'r', "Route 53")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L$0", 'L', "L4")]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| $0 | VPC |", ' ', "L3")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| Transit $0 | L3 |", ' ', "Transit Gateway")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L7</td><td>$0</td></tr></table>", '>', "Route 53")]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>$0</td><td>VPC</td></tr></table>", '>', "L3 Network")]
    public void In_a_service_or_layer_cell_the_list_opens_at_once(string marked, char typed, string expected) =>
        Assert.Contains(expected, MarkedNote.Parse(marked).Complete(typed).Items.Select(item => item.Label));

    [Theory]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC $0 | L3 |", ' ')]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| NAT Gateway $0 | L3 |", ' ')]
    [InlineData("| AWS Service | Notes |\n|-|-|\n| VPC | $0 |", ' ')]
    [InlineData("| AWS Service | Notes |\n|-|-|\n| VPC | tra$0 |", 'a')]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L7</td><td><strong>WAF</strong>$0</td></tr></table>", '>')]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L7</td><td>WAF</t$0", 't')]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L7</td><td><s$0", 's')]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| Whatever balances l$0 | L3 |", 'l')]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| `V$0 | L3 |", 'V')]
    [InlineData("| Name | Default |\n|-|-|\n| col$0 | x |", 'l')]
    [InlineData("| Name | Default |\n|-|-|\n| a | x |\n|$0", '|')]
    [InlineData("<table><tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr>$0<td>L7</td><td>WAF</td></tr></table>", '>')]
    public void A_cell_that_is_done_or_holds_other_things_opens_nothing(string marked, char typed) =>
        Assert.Empty(MarkedNote.Parse(marked).Complete(typed).Items);

    [Theory]
    [InlineData("CloudF$0", 'F', false)]
    [InlineData("the AWS $0", ' ', false)]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | r$0 |", 'r', false)]
    [InlineData("| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n| L7 |$0", '|', true)]
    [InlineData("CloudF$0", null, true)]
    public void Turned_off_only_what_opens_a_cell_and_asking_give_a_list(string marked, char? typed, bool opens)
    {
        var note = MarkedNote.Parse(marked);
        var off = MarkedNote.Workspace with { Settings = Settings.Default with { ChosenCompleteAsYouType = false } };

        Assert.Equal(opens, Completions.At(off, note.Note, note.Cursor, new(typed), TestContext.Current.CancellationToken).Items.Length > 0);
    }

    [Theory]
    [InlineData("It works at L3")]
    [InlineData("It works at layer 3")]
    [InlineData("It works at EC2")]
    [InlineData("It works at ec2")]
    [InlineData("behind the NLB")]
    [InlineData("behind the nlb")]
    [InlineData("over a Transit Gateway")]
    [InlineData("served by cloudfront")]
    [InlineData("the AWS Config")]
    [InlineData("the AWS Config ")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| EC2")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| NLB | L4")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| NLB | 4")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| NLB | L3/L4")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| NLB | transport")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\nNLB")]
    [InlineData("<!-- stratus-disable-line")]
    [InlineData("<!-- stratus-disable-line service-casing")]
    public void Where_a_name_or_a_layer_is_written_in_full_Enter_breaks_the_line(string typed)
    {
        var note = MarkedNote.Parse(Aws + typed + "$0");

        Assert.Empty(note.Complete(typed[^1]).Items);
        Assert.Empty(Completions.At(MarkedNote.Workspace, note.Note, note.Cursor, CompletionTrigger.Continued, TestContext.Current.CancellationToken).Items);
    }

    [Theory]
    [InlineData("It works at EC2", "EC2")]
    [InlineData("behind the nlb", "Network Load Balancer (NLB)")]
    [InlineData("works at L4", "L4")]
    public void Who_asks_there_has_the_list(string typed, string expected) =>
        Assert.Equal(expected, MarkedNote.Parse(Aws + typed + "$0").Labels()[0]);

    [Theory]
    [InlineData("AWS ")]
    [InlineData("the Amazon ")]
    [InlineData("the AWS Tr")]
    public void After_AWS_and_Amazon_who_asks_has_the_list_that_opens_by_itself(string typed)
    {
        var note = MarkedNote.Parse(typed + "$0");

        var own = note.Complete(typed[^1]).Items;
        Assert.Equal(own, note.Complete().Items);
        Assert.All(own, item => Assert.Matches("^(AWS|Amazon) ", item.Label));
    }

    /// <summary>
    /// For the developer, with STRATUS_TYPING: a folder whose Markdown is typed, or <c>notes</c> for the project's own notes. Prints every
    /// list that opens and the figures.
    /// </summary>
    [Fact]
    public void Whole_folders_typed_key_by_key()
    {
        var folder = Environment.GetEnvironmentVariable("STRATUS_TYPING");
        Assert.SkipWhen(folder is null, "Set STRATUS_TYPING to a folder of Markdown.");
        var most = int.Parse(Environment.GetEnvironmentVariable("STRATUS_TYPING_WORDS") ?? "20000", System.Globalization.CultureInfo.InvariantCulture);
        int words = 0, lists = 0, mentions = 0, offered = 0, letters = 0, besides = 0;
        foreach (var file in Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var whole = Stratus.Notes.Note.Parse(new(text), Catalog.Embedded, TestContext.Current.CancellationToken);
            var before = whole.SpeaksOfAws ? Aws : "";
            foreach (var paragraph in TypingNote.Paragraphs(text).Where(one => one.Length < 4000))
            {
                var note = Stratus.Notes.Note.Parse(new(before + paragraph), Catalog.Embedded, TestContext.Current.CancellationToken);
                var popUps = TypingNote.PopUps(paragraph, before);
                var named = note.Mentions.Where(mention => mention is { Services.Length: > 0, InServiceCell: false, Weight: Stratus.Notes.MentionWeight.Certain } && mention.Span.Start >= before.Length
                    && mention.Kind is not Stratus.Notes.TextKind.CodeSpan and not Stratus.Notes.TextKind.Diagram && mention.Span.Length >= 3).ToList();
                foreach (var mention in named)
                {
                    mentions++;
                    var first = popUps.FindIndex(popUp => popUp.Typed.Start >= mention.Span.Start && popUp.Offset <= mention.Span.End && popUp.Offset > mention.Span.Start);
                    if (first >= 0)
                    {
                        offered++;
                        letters += popUps[first].Offset - mention.Span.Start;
                    }
                    else
                    {
                        output.WriteLine($"MISSED {note.Source.Slice(mention.Span)} ({mention.Kind})");
                    }
                }

                foreach (var popUp in popUps.Where(popUp => !note.Mentions.Any(mention => mention.Span.Touches(popUp.Typed.Start + 1))))
                {
                    besides++;
                    output.WriteLine($"BESIDE{(note.TableAt(popUp.Offset) is null ? "" : " in a table")} {Path.GetFileName(file)}: …{note.Source.SliceBefore(popUp.Offset, 30).ToString().ReplaceLineEndings("⏎")}‸ {string.Join(", ", popUp.Labels)}");
                }

                lists += popUps.Count;
                words += paragraph.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
            }

            if (words > most)
            {
                break;
            }
        }

        output.WriteLine($"FIGURES {words} words, {lists} lists, {besides} of them where no name is; {mentions} names, {offered} offered ({100.0 * offered / Math.Max(1, mentions):0.0} %) after {(double)letters / Math.Max(1, offered):0.0} letters");
    }

    private void Report(List<TypingNote.PopUp> popUps, string text)
    {
        foreach (var popUp in popUps)
        {
            output.WriteLine($"…{text[Math.Max(0, popUp.Offset - 30)..popUp.Offset]}‸ {string.Join(", ", popUp.Labels)}");
        }
    }
}
