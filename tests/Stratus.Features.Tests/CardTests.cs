using System.Text.RegularExpressions;
using CsCheck;
using Stratus.Features.Completion;
using Stratus.Features.Folder;
using Stratus.Features.Hover;
using Stratus.Features.Hover.Cards;
using Stratus.Terms;

namespace Stratus.Features.Tests;

/// <summary>Laws that the card of every entry of the catalog keeps.</summary>
public sealed partial class CardTests
{
    private static readonly string[] Ids = [.. Catalog.Embedded.Services.Select(service => service.Id), .. Catalog.Embedded.Layers.Select(layer => layer.Id)];

    [Fact]
    public void Every_entry_has_a_card_of_at_most_fourteen_lines_without_HTML()
    {
        foreach (var id in Ids)
        {
            var card = Completions.Resolve(MarkedNote.Workspace, id);
            Assert.NotNull(card);
            Assert.InRange(card.Markdown.Split('\n').Length, 3, 14);
            Assert.False(RawHtml().IsMatch(card.Markdown), card.Markdown);
            Assert.False(UnescapedPipe().IsMatch(card.Markdown), card.Markdown);
            Assert.DoesNotContain('\r', card.Markdown);
        }
    }

    [Fact]
    public void A_card_with_all_that_can_be_said_has_about_twelve_lines()
    {
        var saved = SavedNotes.Empty.With(Enumerable.Range(1, 5).Select(number => new NoteDigest(
            $"file:///notes/{number}.md", [.. Catalog.Embedded.Services.Select(service => new NotedPlacement(service.Id, LayerSet.Of(number), number, "Some words of the row."))])));
        var workspace = MarkedNote.Workspace with { Address = "file:///notes/here.md", Notes = NoteIndex.Empty.WithSaved(saved) };
        foreach (var service in Catalog.Embedded.Services)
        {
            var note = MarkedNote.Parse($"| Service | OSI Layer |\n|-|-|\n| {service.DisplayName} | L2 |\n| {service.DisplayName} | L5 |\n").Note;
            var card = HoverCard.At(workspace, note, note.Source.ToString().IndexOf(service.DisplayName, StringComparison.Ordinal) + 1, TestContext.Current.CancellationToken)?.Card;
            Assert.InRange(card?.PlainText.Split('\n').Length ?? 1, 1, 13);
        }
    }

    [Fact]
    public void Plain_cards_hold_no_Markdown()
    {
        foreach (var id in Ids)
        {
            var card = Completions.Resolve(MarkedNote.Workspace, id)!;
            Assert.DoesNotContain("**", card.PlainText, StringComparison.Ordinal);
            Assert.DoesNotContain("](", card.PlainText, StringComparison.Ordinal);
            Assert.DoesNotContain('\\', card.PlainText);
            Assert.DoesNotContain('`', card.PlainText);
            Assert.InRange(card.PlainText.Split('\n').Length, 2, 12);
        }
    }

    [Fact]
    public void An_id_that_is_not_known_has_no_card() => Assert.Null(Completions.Resolve(MarkedNote.Workspace, "no-such-service"));

    [Theory]
    [InlineData("a*b*", @"a\*b\*")]
    [InlineData("snake_case stays", "snake_case stays")]
    [InlineData("_not emphasis_", @"\_not emphasis\_")]
    [InlineData("[x](y)", @"\[x\](y)")]
    [InlineData("<b>&amp;", @"\<b\>\&amp;")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("https://example.com", @"https\://example.com")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("R&D, S3 & EC2", @"R\&D, S3 & EC2")]
    [InlineData("Lambda@Edge", "Lambda@Edge")]
    public void Text_is_escaped_where_it_would_mean_something(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Fact]
    public void Whatever_the_text_what_is_escaped_reads_as_it_was() =>
        Gen.String[Gen.Char["ab1 *_[]()<>#|`~&;.!-+=:/\\@$\"'"], 0, 30].Sample(text =>
        {
            // Within a card text always follows a label, so leading white space is no code block.
            var html = Markdig.Markdown.ToHtml("x " + MarkdownText.Escape(text) + " x", PipelineWithAutolinks);
            var shown = System.Net.WebUtility.HtmlDecode(html.Trim()["<p>".Length..^"</p>".Length]);
            Assert.Equal("x " + text + " x", shown);
        });

    private static readonly Markdig.MarkdownPipeline PipelineWithAutolinks =
        Markdig.MarkdownExtensions.UsePipeTables(Markdig.MarkdownExtensions.UseAutoLinks(new Markdig.MarkdownPipelineBuilder())).Build();

    [GeneratedRegex(@"(?<!\\)<")]
    private static partial Regex RawHtml();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedPipe();
}
