using Stratus.Notes;

namespace Stratus.Tests.Notes;

public sealed class TextKindTests
{
    [Theory]
    [InlineData("some prose$0", TextKind.Prose)]
    [InlineData("$0", TextKind.Prose)]
    [InlineData("# Head$0", TextKind.Heading)]
    [InlineData("[lin$0k](http://x.example)", TextKind.LinkText)]
    [InlineData("[link](http://x.ex$0ample)", TextKind.Url)]
    [InlineData("go to https://x.exa$0mple now", TextKind.Url)]
    [InlineData("in `co$0de` here", TextKind.CodeSpan)]
    [InlineData("```\nco$0de\n```", TextKind.CodeBlock)]
    [InlineData("```\ncode$0", TextKind.CodeBlock)]
    [InlineData("    indented co$0de", TextKind.CodeBlock)]
    [InlineData("```mermaid\ngraph $0LR\n```", TextKind.Diagram)]
    [InlineData("<div cla$0ss='x'>", TextKind.HtmlTag)]
    [InlineData("<p>te$0xt</p>", TextKind.HtmlText)]
    [InlineData("<!-- comm$0ent -->", TextKind.Comment)]
    [InlineData("---\nti$0tle: x\n---\n", TextKind.FrontMatter)]
    [InlineData("| a | b |\n|---|---|\n| ce$0ll | x |\n", TextKind.TableCell)]
    [InlineData("<table><tr><td>ce$0ll</td></tr></table>", TextKind.TableCell)]
    public void The_kind_of_text_is_known_at_the_cursor(string marked, TextKind kind)
    {
        var fixture = NoteFixture.Parse(marked);
        Assert.Equal(kind, fixture.Note.KindAt(fixture.Cursor));
    }
}
