using CsCheck;
using Stratus.Glossary;

namespace Stratus.Configuration.Tests;

/// <summary>A glossary that was written for Contextive works as it is.</summary>
public sealed class ContextiveGlossaryTests
{
    private const string Path = "/notes/net.glossary.yml";

    [Fact]
    public void Terms_of_all_contexts_are_read_with_their_places()
    {
        var (entries, problems) = ContextiveGlossary.Read(
            """
            # Ours.
            contexts:
              - name: Network
                domainVisionStatement: To join sites.
                paths:
                  - notes
                terms:
                  - name: Edge Hub
                    definition: >
                      Joins our sites
                      over the backbone.
                    examples:
                      - "The edge hub is down."
                    aliases:
                      - EHUB
                      - hub
                    meta:
                      owner: Network team
                      OSI layer: L3/L4
                  - name: Relay
              - terms:
                  - name: "Sled"
                    definition: A small relay.
            """,
            Path);

        Assert.Empty(problems);
        Assert.Equal(
            [
                new GlossaryEntry("Edge Hub", ["EHUB", "hub"], [3, 4], "Joins our sites over the backbone.", null, new(Path, 7, 8)),
                new GlossaryEntry("Relay", [], [], null, null, new(Path, 19, 8)),
                new GlossaryEntry("Sled", [], [], "A small relay.", null, new(Path, 21, 8)),
            ],
            entries);
    }

    [Theory]
    [InlineData("contexts:\n  - terms:\n      - definition: no name\n", "3:9 A term needs a `name`.")]
    [InlineData("contexts:\n  - terms: [\n", "3:1 Invalid YAML: ")]
    [InlineData("contexts: \"open\n", "1:11 Invalid YAML: ")]
    public void A_mistake_is_told_with_its_place(string text, string expected)
    {
        var problem = Assert.Single(ContextiveGlossary.Read(text, Path).Problems);
        Assert.StartsWith(expected, $"{problem.Line}:{problem.Column} {problem.Message}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_is_told_and_left_out()
    {
        var words = string.Concat(Enumerable.Repeat("Edge ", 20_000)).Trim();
        var (entries, problems) = ContextiveGlossary.Read(
            $"contexts:\n  - terms:\n      - name: {words}\n      - name: Hub\n        aliases: [{words}, HUB]\n        definition: {words}\n",
            Path);

        Assert.Equal([new GlossaryEntry("Hub", ["HUB"], [], null, null, new(Path, 3, 8))], entries);
        Assert.Equal(
            [
                "3:9 The name `Edge Edge Edge Edge Edge Edge Edge Edge …` is longer than 100 characters.",
                "4:9 The name `Edge Edge Edge Edge Edge Edge Edge Edge …` is longer than 100 characters.",
                "4:9 This `definition` is longer than 4000 characters, which is too long for a card.",
            ],
            problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}"));
    }

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        Gen.String[Gen.Char["contexts:terms-name[]{}|>&*!%@`#\"' \n\t?,"], 0, 60].Sample(text =>
        {
            ContextiveGlossary.Read("contexts:\n  - terms:\n      - name: x\n" + text, Path);
            ContextiveGlossary.Read(text, Path);
        });

    [Fact]
    public void Brackets_without_end_cost_no_time() => Assert.Single(ContextiveGlossary.Read(new string('[', 100_000), Path).Problems);

    [Theory]
    [InlineData("")]
    [InlineData("just words\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("contexts: {a: b}\n")]
    [InlineData("contexts:\n  - terms:\n      - [x]\n")]
    [InlineData("? [a]\n: b\n")]
    public void What_is_no_glossary_holds_no_terms(string text) => Assert.Empty(ContextiveGlossary.Read(text, Path).Entries);
}
