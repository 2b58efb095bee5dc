using CsCheck;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Tests.Notes;

/// <summary>What tells Stratus to keep silent, and what only looks like it. Marks: the directive, its word, its codes.</summary>
public sealed class DirectiveTests
{
    [Theory]
    [InlineData("«<!-- «stratus-disable-line» -->»", DirectiveKind.Line)]
    [InlineData("«<!--«stratus-disable-file»-->»", DirectiveKind.File)]
    [InlineData("Text «<!-- «stratus-disable-line» «a» -->» goes on.", DirectiveKind.Line)]
    [InlineData("«<!-- «stratus-disable-next-line» «a», «b»,«c»  «d» -->»\nText.", DirectiveKind.NextLine)]
    [InlineData("«<!-- «stratus-disable» «a» -- because of -- x -->»", DirectiveKind.Begin)]
    [InlineData("«<!-- «stratus-disable» -- for all of it -->»", DirectiveKind.Begin)]
    [InlineData("Text «<!-- «stratus-disable-line» «a» -- a reason -->»", DirectiveKind.Line)]
    [InlineData("«<!-- «stratus-disable-line» «a» — a reason -->»", DirectiveKind.Line)]
    [InlineData("«<!--\n  «stratus-enable»\n  «a»\n-->»", DirectiveKind.End)]
    [InlineData("«<!-- «stratus-disable-file» all -->»", DirectiveKind.File)]
    [InlineData("| a | b |\n|-|-|\n| c | d «<!-- «stratus-disable-line» «a» -->» |", DirectiveKind.Line)]
    [InlineData("<table>\n<tr><td>x</td></tr>\n\n    «<!-- «stratus-disable-next-line» «a» -->»\n    <tr><td>y</td></tr></table>", DirectiveKind.NextLine)]
    [InlineData("<table><tr><td>x «<!-- «stratus-disable-line» -->»</td></tr></table>", DirectiveKind.Line)]
    [InlineData("- item\n  «<!-- «stratus-disable-next-line» -->»\n- item", DirectiveKind.NextLine)]
    [InlineData("> quote «<!-- «stratus-disable-line» -->»", DirectiveKind.Line)]
    [InlineData("# Head «<!-- «stratus-disable-line» -->»", DirectiveKind.Line)]
    [InlineData("«<!-- «stratus-disable-lines» x -->»", DirectiveKind.Unknown)]
    [InlineData("«<!-- «stratus-disable-line:» x -->»", DirectiveKind.Unknown)]
    [InlineData("---\n««stratus-disable»: «a»»\n---\n", DirectiveKind.File)]
    [InlineData("---\n««stratus-disable»: «a»» # why\n---\n", DirectiveKind.File)]
    [InlineData("---\ntitle: 😀\n««stratus-disable»: [«a», '«b»', \"«c»\"]»\nx: y\n---\n", DirectiveKind.File)]
    [InlineData("---\r\ntitle: é\r\n««stratus-disable»:\r\n  - «a»\r\n  - «b»»\r\nx: y\r\n---\r\n", DirectiveKind.File)]
    [InlineData("---\n««stratus-disable»:\n- «a»\n- «b»»\n---\n", DirectiveKind.File)]
    [InlineData("---\n««stratus-disable»: true»\n---\n", DirectiveKind.File)]
    [InlineData("---\n«'«stratus-disable»': all»\n...\n", DirectiveKind.File)]
    [InlineData("---\n««stratus-disable»: [all]»\n---\n", DirectiveKind.File)]
    [InlineData("\uFEFF---\n««stratus-disable»: «a»»\n---\n", DirectiveKind.File)]
    [InlineData("---\n««stratus-disabled»: a»\n---\n", DirectiveKind.Unknown)]
    public void A_directive_is_read_with_its_codes(string marked, DirectiveKind kind)
    {
        var fixture = NoteFixture.Parse(marked);
        var directive = Assert.Single(fixture.Note.Directives);
        Assert.Equal(kind, directive.Kind);
        // A quoted key begins behind its quotation mark.
        var span = fixture.Text[directive.Span.Start - 1 < 0 ? 0 : directive.Span.Start - 1] == '\'' ? new TextSpan(directive.Span.Start - 1, directive.Span.Length + 1) : directive.Span;
        Assert.Equal(
            fixture.Marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length),
            new[] { span, directive.Word }.Concat(directive.Codes.Select(code => code.Span)).OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length));
        Assert.All(directive.Codes, code => Assert.Equal(code.Code, fixture.Cut(code.Span)));
    }

    [Theory]
    [InlineData("<!-- a note on stratus-disable-line -->")]
    [InlineData("<!-- stratus-notes: read again -->")]
    [InlineData("<!-- stratus-disable-line")]
    [InlineData("text <!-- stratus-disable-line")]
    [InlineData("`<!-- stratus-disable-line -->`")]
    [InlineData("```\n<!-- stratus-disable-file -->\n```")]
    [InlineData("    <!-- stratus-disable-file -->")]
    [InlineData("| a | `<!-- stratus-disable-line -->` |\n|-|-|\n")]
    [InlineData("<script>\n<!-- stratus-disable-file -->\n</script>")]
    [InlineData("<a title=\"<!-- stratus-disable-line -->\">x</a>")]
    [InlineData("stratus-disable: a")]
    [InlineData("\\<!-- stratus-disable-file -->")]
    [InlineData("# stratus-disable-file")]
    [InlineData("---\nstratus: a\n---\n")]
    [InlineData("---\nstratus-disable:\n---\n")]
    [InlineData("---\nstratus-disable: false\n---\n")]
    [InlineData("---\nstratus-disable: []\n---\n")]
    [InlineData("---\n# stratus-disable: a\n---\n")]
    [InlineData("---\nmine:\n  stratus-disable: a\n---\n")]
    [InlineData("---\ntitle: |\n  stratus-disable: a\n---\n")]
    [InlineData("---\nstratus-disable: a\nbroken: [\n---\n")]
    [InlineData("---\nstratus-disable: a\nb\n---\n")]
    [InlineData("---\n- stratus-disable\n---\n")]
    [InlineData("---\nstratus-disable: { a: b }\n---\n")]
    [InlineData("---\nstratus-disable: a\n")]
    [InlineData("Text\n\n---\nstratus-disable: a\n---\n")]
    public void What_only_looks_like_a_directive_is_none(string text) => Assert.Empty(NoteFixture.Parse(text).Note.Directives);

    [Fact]
    public void A_front_matter_of_any_kind_is_read_without_a_word()
    {
        string[] pieces = ["stratus-disable:", " ", "  ", "\n", "\r\n", "\r", "- ", "[", "]", "{", "}", ",", "a", "'", "\"", "&x ", "*x", "!!str ", "# ", "|", ">", "? ", ": ", "%", "@", "\t", "😀", "\ud83d", "\0", "\u2028", "\\u0041", "true", "..."];
        Gen.OneOf(pieces).Array[0, 25].Select(string.Concat).Sample(yaml =>
        {
            var text = $"---\nstratus-x: 1\n{yaml}\n---\n";
            Assert.All(Note.Parse(new SourceText(text), Catalog.Embedded).Directives, directive => Assert.InRange(directive.Span.End, directive.Span.Start, text.Length));
        }, iter: 20_000);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("[a: ")]
    [InlineData("- ")]
    [InlineData("&a ")]
    [InlineData("x: y\n")]
    public Task A_hostile_front_matter_costs_in_proportion_to_its_length(string piece) =>
        Cost.AssertInProportionAsync(piece, 200_000, text =>
        {
            var directives = Note.Parse(new SourceText($"---\nstratus-disable: x\nx: {text}\n---\n"), Catalog.Embedded).Directives;
            // Once it may be YAML.
            Assert.True(text == piece || !directives.Any());
        });
}
