using System.Text.RegularExpressions;
using CsCheck;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Tests.Notes;

/// <summary>What holds for every note, generated from the pieces that real notes are made of.</summary>
public sealed partial class NoteLawTests
{
    private static readonly long Iterations = AnyNote.Iterations;

    private static readonly Gen<string> AnyText = AnyNote.Text;

    [Fact]
    public void Every_mention_lies_in_the_text_in_order_and_reads_as_its_form() => AnyText.Sample(text =>
    {
        var note = Note.Parse(new SourceText(text), Catalog.Embedded);
        var end = 0;
        foreach (var mention in note.Mentions)
        {
            Assert.InRange(mention.Span.Start, end, text.Length);
            Assert.InRange(mention.Span.End, mention.Span.Start + 1, text.Length);
            end = mention.Span.End;
            if (mention.Written is { } written)
            {
                var cut = Letters(text.Substring(mention.Span.Start, mention.Span.Length));
                Assert.EndsWith(Letters(written.Text), mention.IsPlural ? cut[..^1] : cut, StringComparison.OrdinalIgnoreCase);
            }
        }
    }, iter: Iterations);

    [Fact]
    public void Everything_else_lies_in_the_text_too() => AnyText.Sample(text =>
    {
        var note = Note.Parse(new SourceText(text), Catalog.Embedded);
        var whole = new TextSpan(0, text.Length);
        Assert.All(note.Regions, region => Assert.True(whole.Contains(region.Span)));
        Assert.All(note.Headings, heading => Assert.True(whole.Contains(heading.Span) && whole.Contains(heading.Title)));
        Assert.All(note.Tables, table => Assert.True(whole.Contains(table.Span)
            && table.Rows.All(row => whole.Contains(row.Span) && row.Cells.All(cell => whole.Contains(cell.Area) && cell.Area.Contains(cell.Content)))));
        Assert.All(note.Placements, placement => Assert.True(whole.Contains(placement.Span) && whole.Contains(placement.Evidence)
            && placement.Subjects.All(subject => placement.Span.Contains(subject.Span)) && placement.Table < note.Tables.Count));
        Assert.All(note.Directives, directive => Assert.True(whole.Contains(directive.Span) && directive.Span.Contains(directive.Word)
            && directive.Codes.All(code => directive.Span.Contains(code.Span)
                && (directive.Place == TextKind.FrontMatter || code.Code == text.Substring(code.Span.Start, code.Span.Length)))));
    }, iter: Iterations);

    [Theory]
    [InlineData("[a](")]
    [InlineData("[")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("*a ")]
    [InlineData("**a*")]
    [InlineData("<a \"")]
    [InlineData("<table>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<td colspan=100>")]
    [InlineData("`")]
    [InlineData("``` `")]
    [InlineData("AWS ")]
    [InlineData("Transport ")]
    [InlineData("L3/")]
    [InlineData("| ")]
    [InlineData("a|")]
    [InlineData("&amp")]
    [InlineData("<!-- ")]
    [InlineData("![")]
    [InlineData("# \n")]
    [InlineData("CloudFront ")]
    [InlineData("[x]: y\n")]
    [InlineData("</")]
    [InlineData("_a")]
    public Task A_hostile_note_costs_in_proportion_to_its_length(string piece) =>
        Cost.AssertInProportionAsync(piece, 200_000, text => _ = Note.Parse(new SourceText(text), Catalog.Embedded).Mentions.Count());

    // What a reader sees of it: tags, link targets and entities are none of its letters.
    private static string Letters(string text) => string.Concat(Markup().Replace(text, "").Where(char.IsAsciiLetterOrDigit));

    [GeneratedRegex(@"<!--(?s:.*?)-->|<[^>]*>|\]\([^)]*\)|&\w+;?")]
    private static partial Regex Markup();
}
