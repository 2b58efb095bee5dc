using System.Text.RegularExpressions;

namespace Stratus.Server.Tests.Style;

/// <summary>What a user reads is written as docs/style.md says.</summary>
public sealed partial class StyleTests
{
    private static readonly List<(string Out, string Better)> Words = ReadWords();
    private static readonly Regex Out = new(
        $@"(?<![\w-])(?:{string.Join('|', Words.Select(word => Regex.Escape(word.Out).Replace(@"\ ", @"\s+", StringComparison.Ordinal)))})(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void No_text_has_a_word_that_is_out() => Assert.Empty(ShownTexts.OfRepository().SelectMany(WordsThatAreOut));

    [Fact]
    public void Quotation_marks_are_single_around_what_a_note_says_and_backticks_around_what_one_types() =>
        Assert.Empty(ShownTexts.OfRepository().SelectMany(OtherQuotationMarks));

    [Fact]
    public void The_table_of_the_page_is_read()
    {
        Assert.Contains(("behind", "after (in text); behind the scenes: internally"), Words);
        Assert.Contains(Words, word => word.Out == "he");
        Assert.True(Words.Count > 50);
    }

    [Theory]
    [InlineData("var a = \"It stands at L4.\";")]
    [InlineData("var a = @\"It stands at \"\"L4\"\".\";")]
    [InlineData("var a = \"\"\"It stands \\at. It stands at L4.\"\"\";")]
    [InlineData("var a = $\"{(b ? \"x\" : \"y\")} stands at {c}.\";")]
    [InlineData("var a = $\"{(b ? $\"{c} stands at L4.\" : \"y\")}\";")]
    [InlineData("var a = $$\"\"\"It \"{{c}}\" stands at L4.\"\"\";")]
    public void A_literal_of_the_program_is_read(string source) =>
        Assert.StartsWith("a.cs:1: ‘stands at’", Assert.Single(ShownTexts.OfCSharp("a.cs", source).SelectMany(WordsThatAreOut)), StringComparison.Ordinal);

    [Theory]
    [InlineData("// It \"stands at L4\".\nvar a = 'x';")]
    [InlineData("/* \"It stands at L4.\" */ var stands = at;")]
    [InlineData("var a = \"behind\";")]
    [InlineData("[GeneratedRegex(\"he stands at\")] class A;")]
    [InlineData("var a = $\"is in {he + his.behind}\";")]
    public void What_the_program_shows_to_nobody_is_not(string source) => Assert.Empty(ShownTexts.OfCSharp("a.cs", source).SelectMany(WordsThatAreOut));

    [Theory]
    [InlineData("{\n  \"title\": \"It stands at L4.\"\n}", 2)]
    [InlineData("// \"a b\"\nshow(`It stands at ${layer}.`);", 2)]
    public void A_text_of_the_extension_is_read(string source, int line) =>
        Assert.StartsWith($"a.ts:{line}: ‘stands at’", Assert.Single(ShownTexts.OfStrings("a.ts", source).SelectMany(WordsThatAreOut)), StringComparison.Ordinal);

    [Theory]
    [InlineData("A line.\n\nIt *stands\nat* L4.", 3)]
    [InlineData("A line.\n\nIt Stands\nat L4.", 3)]
    [InlineData("`It stands at L4`, ``it ` stands at``.", 0)]
    [InlineData("```md\nIt stands at L4.\n```\n\nOr: it stands at L4.", 5)]
    public void A_page_is_read_without_its_code(string source, int line) =>
        Assert.Equal(line == 0 ? [] : [line], ShownTexts.OfMarkdown("a.md", source).SelectMany(WordsThatAreOut).Select(found => int.Parse(found.Split(':')[1], null)));

    [Theory]
    [InlineData("The word “behind” is out.")]
    [InlineData("The word \"behind\" is out.")]
    public void Double_quotation_marks_are_found(string text) => Assert.Single(OtherQuotationMarks(new("a.cs", 1, text)));

    [Theory]
    [InlineData("The word ‘behind’ and the `option`.")]
    [InlineData("<a href=\"{}\">")]
    [InlineData("Write `{ \"rules\": {} }`.")]
    public void Others_are_not(string text) => Assert.Empty(OtherQuotationMarks(new("a.cs", 1, text)));

    private static IEnumerable<string> WordsThatAreOut(ShownText shown) =>
        from match in Out.Matches(shown.Text)
        let word = BlankRun().Replace(match.Value, " ")
        let better = Words.First(known => known.Out.Equals(word, StringComparison.OrdinalIgnoreCase)).Better
        select $"{shown.File}:{shown.Line + ShownTexts.LineOf(shown.Text, match.Index) - 1}: ‘{word}’ is out; write: {better}";

    private static IEnumerable<string> OtherQuotationMarks(ShownText shown) =>
        from match in DoubleMarks().Matches(ShownTexts.WithoutCode(shown.Text))
        select $"{shown.File}:{shown.Line + ShownTexts.LineOf(shown.Text, match.Index) - 1}: {match.Value}: write ‘…’ or backticks";

    private static List<(string Out, string Better)> ReadWords() =>
    [
        .. from row in File.ReadAllText(Path.Combine(StratusProgram.RepoRoot, "docs", "style.md")).Split("\n## Words that are out\n")[1].Split('\n')
           where row.StartsWith("| `", StringComparison.Ordinal)
           let cells = row.Split(" | ")
           from word in Phrase().Matches(cells[0])
           select (word.Groups[1].Value, cells[1].Trim(' ', '|')),
    ];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankRun();

    // Double marks of an attribute in HTML are code.
    [GeneratedRegex("""“[^”]*”?|”|(?<![=\w])"\w[^"\n]*"(?!\w)""")]
    private static partial Regex DoubleMarks();
}
