using Stratus.Features.Completion;
using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;

namespace Stratus.Features.Tests;

/// <summary>Completion of what silences rules.</summary>
public sealed class DirectiveCompletionTests
{
    private static readonly string[] Words =
        ["stratus-disable-line", "stratus-disable-next-line", "stratus-disable", "stratus-enable", "stratus-disable-file"];

    [Theory]
    [InlineData("<!-- $0 -->")]
    [InlineData("<!-- $0")]
    [InlineData("<!--$0-->")]
    [InlineData("<!-- $0>")]
    [InlineData("<!-- stratus-$0 -->")]
    [InlineData("<!-- $0stratus-disable-line a -->")]
    [InlineData("Text <!-- $0")]
    [InlineData("| a | b <!-- $0 --> |\n|-|-|\n")]
    [InlineData("<table><tr>\n<!-- $0\n<td>x</td></tr></table>")]
    [InlineData("# Head <!-- $0 -->")]
    public void A_comment_offers_the_words(string marked) => Assert.Equal(Words, MarkedNote.Parse(marked).Labels());

    [Fact]
    public void The_beginning_of_any_part_of_a_word_is_enough()
    {
        Assert.Equal(["stratus-disable-next-line"], MarkedNote.Parse("<!-- next$0 -->").Labels());
        Assert.Equal(["stratus-enable"], MarkedNote.Parse("<!-- en$0 -->").Labels());
        Assert.Equal(["stratus-disable-line", "stratus-disable-next-line", "stratus-disable", "stratus-disable-file"], MarkedNote.Parse("<!-- stratus-dis$0 -->").Labels());
    }

    [Theory]
    [InlineData("<!-- a comment $0 -->")]
    [InlineData("<!-- todo$0 -->")]
    [InlineData("<!-- todo: stratus-$0 -->")]
    [InlineData("<!-- stratus-notes $0 -->")]
    [InlineData("<!-- stratus-disable-line service-casing -- because $0 -->")]
    [InlineData("<!-- x --> $0")]
    [InlineData("`<!-- $0`")]
    [InlineData("```\n<!-- $0\n```")]
    [InlineData("    <!-- $0")]
    [InlineData("---\ntitle: $0\n---\n")]
    [InlineData("---\ntitle$0: x\n---\n")]
    [InlineData("---\ntags:\n  - $0\n---\n")]
    [InlineData("---\ntags: [$0]\n---\n")]
    [InlineData("---\n  $0\n---\n")]
    [InlineData("---\nstratus-disable: [a] $0\n---\n")]
    [InlineData("---\nstratus-disable: service-casing $0\n---\n")]
    [InlineData("---\nstratus-disable: service-casing\n$0\n---\n")]
    [InlineData("---\nx: y\n---$0\n")]
    [InlineData("stratus-$0")]
    public void Elsewhere_there_is_nothing_of_it(string marked) =>
        Assert.DoesNotContain(MarkedNote.Parse(marked).Complete().Items, item => item.Kind is CompletionKind.Directive or CompletionKind.Rule or CompletionKind.Key);

    [Theory]
    [InlineData("<!-- stratus-disable-line $0 -->")]
    [InlineData("<!-- stratus-enable $0")]
    [InlineData("---\nstratus-disable: $0\n---\n")]
    [InlineData("---\nstratus-disable:$0\n---\n")]
    [InlineData("---\nstratus-disable: [$0]\n---\n")]
    [InlineData("---\nstratus-disable: [$0\n---\n")]
    [InlineData("---\nstratus-disable:\n  - $0\n---\n")]
    [InlineData("---\nstratus-disable:\n- $0\n---\n")]
    public void Behind_the_word_stand_the_codes(string marked) => Assert.Equal(Findings.Codes, MarkedNote.Parse(marked).Labels());

    [Theory]
    [InlineData("<!-- stratus-disable-line service-casing, $0 -->")]
    [InlineData("<!-- stratus-disable-line service-casing $0 -->")]
    [InlineData("---\nstratus-disable: [service-casing, $0]\n---\n")]
    [InlineData("---\nstratus-disable: ['service-casing', $0]\n---\n")]
    [InlineData("---\nstratus-disable:\n  - service-casing\n  - $0\n---\n")]
    public void Codes_that_are_named_already_are_left_out(string marked) => Assert.Equal(Findings.Codes.Except(["service-casing"]), MarkedNote.Parse(marked).Labels());

    [Theory]
    [InlineData("<!-- stratus-disable-next-line $0 -->\nCloudfront")]
    [InlineData("<!-- stratus-disable-next-line $0\nCloudfront")]
    [InlineData("<!-- stratus-disable-next-line $0>\nCloudfront")]
    [InlineData("Cloudfront <!-- stratus-disable-line $0")]
    [InlineData("---\nstratus-disable: $0\n---\nCloudfront")]
    public void What_the_note_has_findings_of_comes_first(string marked) => Assert.Equal("service-casing", MarkedNote.Parse(marked).Labels()[0]);

    [Theory]
    [InlineData("<!-- stratus-disable-$0 -->", "stratus-disable-next-line", "<!-- stratus-disable-next-line -->")]
    [InlineData("<!--$0", "stratus-disable-line", "<!-- stratus-disable-line")]
    [InlineData("<!-- stratus-disable-line serv$0 -->", "service-casing", "<!-- stratus-disable-line service-casing -->")]
    [InlineData("<!-- stratus-disable-line serv$0", "service-casing", "<!-- stratus-disable-line service-casing -->")]
    [InlineData("<!-- stratus-disable-line serv$0>", "service-casing", "<!-- stratus-disable-line service-casing -->")]
    [InlineData("<!-- stratus-disable-line $0ser-->", "service-casing", "<!-- stratus-disable-line service-casing-->")]
    [InlineData("---\nstra$0\n---\n", "stratus-disable", "---\nstratus-disable: \n---\n")]
    [InlineData("---\n$0\n---\n", "stratus-disable", "---\nstratus-disable: \n---\n")]
    [InlineData("---\nstra$0: x\n---\n", "stratus-disable", "---\nstratus-disable: x\n---\n")]
    [InlineData("---\nstratus-disable:$0\n---\n", "service-casing", "---\nstratus-disable: service-casing\n---\n")]
    [InlineData("---\nstratus-disable: [a, serv$0]\n---\n", "service-casing", "---\nstratus-disable: [a, service-casing]\n---\n")]
    [InlineData("---\nstratus-disable:\n  - serv$0\n---\n", "service-casing", "---\nstratus-disable:\n  - service-casing\n---\n")]
    public void What_is_chosen_is_written_whole(string marked, string label, string expected)
    {
        var note = MarkedNote.Parse(marked);
        var item = note.Complete().Items.Single(item => item.Label == label);
        Assert.Equal(expected, note.Note.Source.Replace(item.Replace, item.InsertText).ToString());
    }

    [Theory]
    [InlineData("<!-- $0 -->", 0)]
    [InlineData("<!-- st$0 -->", 0)]
    [InlineData("<!-- str$0 -->", 5)]
    [InlineData("---\ns$0\n---\n", 0)]
    [InlineData("---\nd$0\n---\n", 0)]
    [InlineData("---\nstr$0\n---\n", 1)]
    [InlineData("<!-- stratus-disable-line s$0 -->", 1)]
    public void As_one_types_a_word_is_offered_from_its_third_letter_on(string marked, int atLeast)
    {
        var note = MarkedNote.Parse(marked);
        var items = DirectiveItems.At(MarkedNote.Workspace, note.Note, note.Cursor, isTyped: true)!.Items;
        Assert.True(atLeast == 0 ? items.IsEmpty : items.Length >= atLeast);
    }

    [Fact]
    public void An_item_tells_what_it_is_about()
    {
        var code = MarkedNote.Parse("<!-- stratus-disable-line service-c$0 -->").Complete().Items[0];
        Assert.Equal((CompletionKind.Rule, "AWS writes the name in another case or with other spaces"), (code.Kind, code.Description));
        Assert.Equal(Explanation.Rule("service-casing"), Completions.Resolve(MarkedNote.Workspace, code.TermId!)!.Markdown);

        foreach (var item in MarkedNote.Parse("<!-- $0 -->").Complete().Items.Concat(MarkedNote.Parse("---\n$0\n---\n").Complete().Items))
        {
            Assert.Contains("isable", Completions.Resolve(MarkedNote.Workspace, item.TermId!)!.PlainText, StringComparison.Ordinal);
        }

        Assert.Null(Completions.Resolve(MarkedNote.Workspace, "rule:no-such-rule"));
        Assert.Null(Completions.Resolve(MarkedNote.Workspace, "directive:none"));
    }
}
