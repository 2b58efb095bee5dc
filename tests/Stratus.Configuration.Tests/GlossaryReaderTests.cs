using Stratus.Glossary;

namespace Stratus.Configuration.Tests;

/// <summary>The user's own terms in a settings file.</summary>
public sealed class GlossaryReaderTests
{
    [Fact]
    public void A_term_has_a_name_aliases_layers_a_summary_a_link_and_a_place()
    {
        var (settings, problems) = SettingsReader.Read(
            """
            {
              "glossary": [
                // Ours.
                { "name": "Edge Hub", "aliases": ["EHUB", "the hub"], "layers": "L3/L4", "summary": "Joins our sites.", "link": "https://example.com/a(b)" },
                { "name": "Transit Gateway", "layers": [4] },
                { "name": "Relay", "aliases": "RLY", "layers": 7 },
              ],
            }
            """,
            [],
            "/notes/.stratus.json");

        Assert.Empty(problems);
        Assert.Equal(
            [
                new GlossaryEntry("Edge Hub", ["EHUB", "the hub"], [3, 4], "Joins our sites.", "https://example.com/a(b)", new("/notes/.stratus.json", 3, 4)),
                new GlossaryEntry("Transit Gateway", [], [4], null, null, new("/notes/.stratus.json", 4, 4)),
                new GlossaryEntry("Relay", ["RLY"], [7], null, null, new("/notes/.stratus.json", 5, 4)),
            ],
            settings.Glossary);
    }

    [Theory]
    [InlineData("""{"glossary": {}}""", "1:14 `glossary` must be a list in brackets.")]
    [InlineData("""{"glossary": [3]}""", "1:15 An entry of `glossary` must be an object in braces.")]
    [InlineData("""{"glossary": [{}]}""", "1:15 An entry of `glossary` needs a `name`.")]
    [InlineData("""{"glossary": [{"name": " "}]}""", "1:15 An entry of `glossary` needs a `name`.")]
    [InlineData("""{"glossary": [{"name": "x", "alias": "y"}]}""", "1:29 Unknown key `alias` in an entry of `glossary`. Did you mean `aliases`?")]
    [InlineData("""{"glossary": [{"name": "x", "layers": "L8"}]}""", "1:39 `L8` is not an OSI layer. Write 1 to 7, `L4` or `L3/L4`.")]
    [InlineData("""{"glossary": [{"name": "x", "layers": [3, {}]}]}""", "1:43 `layers` must be a string or a list of strings.")]
    [InlineData("""{"glossary": [{"name": "x", "link": "command:evil"}]}""", "1:37 Invalid link `command:evil`: it must begin with `https://`.")]
    [InlineData("""{"glossary": [{"name": "x"}""", "1:28 Missing `]` at the end of the file.")]
    [InlineData("""{"include": 3.5}""", "1:13 `include` must be a string or a list of strings.")]
    public void A_mistake_is_told_with_its_place(string text, string expected)
    {
        var first = SettingsReader.Read(text, []).Problems[0];
        Assert.Equal(expected, $"{first.Line}:{first.Column} {first.Message}");
    }

    [Fact]
    public void What_is_too_long_is_told_and_left_out()
    {
        var words = string.Concat(Enumerable.Repeat("Edge ", 20_000)).Trim();
        var (settings, problems) = SettingsReader.Read(
            $$"""
            {"glossary": [{"name": "{{words}}"},
            {"name": "Hub",
             "aliases": ["HUB",
            "{{words}}"],
            "summary": "{{words}}"}]}
            """,
            []);

        Assert.Equal([new GlossaryEntry("Hub", ["HUB"], [], null, null, new("", 1, 0))], settings.Glossary);
        Assert.Equal(
            [
                "1:24 The name `Edge Edge Edge Edge Edge Edge Edge Edge …` is longer than 100 characters.",
                "4:1 The name `Edge Edge Edge Edge Edge Edge Edge Edge …` is longer than 100 characters.",
                "5:12 This `summary` is longer than 4000 characters, which is too long for a card.",
            ],
            problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}"));
    }

    [Fact]
    public void What_is_right_holds_beside_a_mistake() =>
        Assert.Equal(["x", "z"], SettingsReader.Read("""{"glossary": [{"name": "x", "layers": 9}, {"nam": "y"}, {"name": "z"}], "rules": 3}""", []).Settings.Glossary.Select(entry => entry.Name));
}
