using CsCheck;
using Stratus.Notes.Markup;
using Stratus.Notes.Text;

namespace Stratus.Notes.Tests;

/// <summary>Words written into a cell are read as these words.</summary>
public sealed class CellMarkupTests
{
    private static readonly string[] Pieces =
    [
        "word", "NLB", "L4", "1.", "2)", "-", "+", "#", ">", "<", "<b>", "</td>", "<!-- x -->", "&", "&amp;", "&lt;", "&#65;", "|", "\\", "\\|", "`", "``", "*", "**", "_", "__", "~", "~~", "[", "]",
        "(", ")", "[a](b)", "[^1]", "![x]", "!", ":", "https://x.example", "www.x.example", "a@b.example", "$", "^", "=", "==", "'", "\"", "é", "는", "😀", "10 Gbit/s", ":smile:", "--", "...", "{x}",
    ];

    private static readonly Gen<string> Words =
        Gen.Select(Gen.OneOf(Pieces.Select(Gen.Const).ToArray()), Gen.OneOf(Gen.Const(""), Gen.Const(" "))).Array[1, 8].Select(all => string.Concat(all.Select(one => one.Item1 + one.Item2)));

    [Fact]
    public void In_a_pipe_table() => Words.Sample(words =>
        Read($"| OSI Layer | What It Does |\n|---|---|\n| L4 | {CellMarkup.Write(words, TableFormat.Pipe)} |\n", words));

    [Fact]
    public void In_an_HTML_table() => Words.Sample(words =>
        Read($"<table>\n<tr><th>OSI Layer</th><th>What It Does</th></tr>\n<tr><td>L4</td><td>{CellMarkup.Write(words, TableFormat.Html)}</td></tr>\n</table>\n", words));

    [Theory]
    [InlineData("a | b", "a \\| b", "a | b")]
    [InlineData("A & B < C", "A & B < C", "A &amp; B &lt; C")]
    [InlineData("two\r\n  lines", "two lines", "two lines")]
    public void What_needs_no_mark_has_none(string words, string pipe, string html) =>
        Assert.Equal((pipe, html), (CellMarkup.Write(words, TableFormat.Pipe), CellMarkup.Write(words, TableFormat.Html)));

    private static void Read(string note, string words)
    {
        var table = Assert.Single(Note.Parse(new SourceText(note), Catalog.Embedded).Tables);
        var row = Assert.Single(table.Rows);
        Assert.Equal(2, row.Cells.Length);
        Assert.Equal(string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)), row.Cells[1].Text);
    }
}
