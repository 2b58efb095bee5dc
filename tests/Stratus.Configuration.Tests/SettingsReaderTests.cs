using CsCheck;

namespace Stratus.Configuration.Tests;

public sealed class SettingsReaderTests
{
    private static readonly string[] Rules = ["conflicting-layers", "service-casing"];

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{ \"rules\": {} }")]
    [InlineData("/* notes */ { // of\n \"rules\": { /* mine */ }, }\n// end")]
    public void Nothing_chosen_is_the_default(string text)
    {
        var (settings, problems) = SettingsReader.Read(text, Rules);
        Assert.Empty(problems);
        Assert.Same(Settings.Default, settings);
    }

    [Fact]
    public void Levels_are_read_with_comments_and_trailing_commas()
    {
        var (settings, problems) = SettingsReader.Read(
            """
            {
              // AWS writes it so.
              "rules": {
                "service-casing": "off",
                "conflicting-layers": "error", /* surely */
              },
            }
            """,
            Rules);
        Assert.Empty(problems);
        Assert.Equal(Severity.Off, settings.Rules["service-casing"]);
        Assert.Equal(Severity.Error, settings.Rules["conflicting-layers"]);
    }

    [Theory]
    [InlineData("study", Profile.Study)]
    [InlineData("strict", Profile.Strict)]
    [InlineData("quiet", Profile.Quiet)]
    public void A_profile_is_read(string name, Profile expected)
    {
        var (settings, problems) = SettingsReader.Read($$"""{"profile": "{{name}}"}""", Rules);
        Assert.Empty(problems);
        Assert.Equal(expected, settings.ChosenProfile);
        Assert.Equal(Profile.Study, Settings.Default.Profile);
        Assert.Equal(expected, Settings.Default.Over(settings).Profile);
    }

    [Theory]
    [InlineData("", "1:1 The settings must be an object in braces.")]
    [InlineData("[]", "1:1 The settings must be an object in braces.")]
    [InlineData("null", "1:1 The settings must be an object in braces.")]
    [InlineData("undefined", "1:1 `undefined` is not JSON: the settings must be an object in braces.")]
    [InlineData("{\"rules\": ", "1:11 `rules` must be an object in braces.")]
    [InlineData("{\"rules\": {", "1:12 Missing `}` at the end of the file.")]
    [InlineData("{\"rules\": {}", "1:13 Missing `}` at the end of the file.")]
    [InlineData("{\"rules\": [1, {\"a\": 2}]}", "1:11 `rules` must be an object in braces.")]
    [InlineData("{\"rules\": \"off\"}", "1:11 `rules` must be an object in braces.")]
    [InlineData("{\"rulse\": {\"a\": [1, 2]}}", "1:2 Unknown setting `rulse`. Did you mean `rules`?")]
    [InlineData("{\"colour\": \"strict\"}", "1:2 Unknown setting `colour`. Known: `profile`, `rules`, `include`, `exclude`, `glossary`, `completion`, `inlayHints`.")]
    [InlineData("{\"profile\": \"loud\"}", "1:13 Unknown profile `loud`. Known: `study`, `strict`, `quiet`.")]
    [InlineData("{\"profile\": true}", "1:13 `profile` must be a string.")]
    [InlineData("{rules: {}}", "1:2 Write the key `rules` in double quotes.")]
    [InlineData("{'rules': {}}", "1:2 Write the key `rules` in double quotes.")]
    [InlineData("{\"rules\": {},\n \"rules\": {}}", "2:2 `rules` is set twice in the settings. Keep one.")]
    [InlineData("{\"rules\": {\r\n\t\"service-casing\": 'off'}}", "2:20 Write `off` in double quotes.")]
    [InlineData("{\"rules\": {\n\n  \"service-casing\": 3}}", "3:21 `service-casing` must be a string.")]
    [InlineData("{\"rules\": {\"service-casing\": undefined}}", "1:30 `undefined` is not JSON: `service-casing` must be a string.")]
    [InlineData("{\"rules\": {\"service-casing\": \"loud\"}}", "1:30 Unknown severity `loud`. Known: `off`, `hint`, `information`, `warning`, `error`.")]
    [InlineData("{\"rules\": {\"service-cassing\": \"off\"}}", "1:12 Unknown rule `service-cassing`. Did you mean `service-casing`?")]
    [InlineData("{\"rules\": {\"x\": \"off\"}}", "1:12 Unknown rule `x`. Known: `conflicting-layers`, `service-casing`.")]
    [InlineData("{\"rules\": {\"service-casing\": }}", "1:")]
    [InlineData("{\"rules\" {}}", "1:")]
    [InlineData("{\"exclude\": [\"drafts\",\n  \"**/../**\"]}", "2:3 `**/../**` goes up from a folder whose name is not known: ")]
    [InlineData("{\"include\": \"a*/..\"}", "1:13 `a*/..` goes up from a folder whose name is not known: ")]
    [InlineData("{} {}", "1:4 Nothing may follow the closing brace.")]
    [InlineData("{} x", "1:4 Nothing may follow the closing brace.")]
    public void A_mistake_is_told_with_its_place(string text, string expected)
    {
        var first = SettingsReader.Read(text, Rules).Problems[0];
        Assert.StartsWith(expected, $"{first.Line}:{first.Column} {first.Message}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_holds_beside_a_mistake()
    {
        var (settings, problems) = SettingsReader.Read("""{"x": 1, "rules": {"nope": "off", "service-casing": "hint"}}""", Rules);
        Assert.Equal(2, problems.Length);
        Assert.Equal([new("service-casing", Severity.Hint)], settings.Rules);
    }

    [Fact]
    public void Any_text_is_read_without_an_exception_and_every_problem_lies_in_it() =>
        Gen.OneOf(Gen.String, Gen.String["{}[]\"':,/*rules undefined\n\r\t0\\"], Gen.Int[0, 60].Select(length => """{"rules": {"service-casing": "off", /* c */ "conflicting-layers": "error"}}"""[..length])).Sample(text =>
        {
            var lines = text.TrimStart('\uFEFF').Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
            return SettingsReader.Read(text, Rules).Problems.All(problem =>
                problem.Line >= 1 && problem.Line <= lines.Length && problem.Column >= 1 && problem.Column <= lines[problem.Line - 1].Length + 2);
        });

    [Fact]
    public void Of_very_many_mistakes_the_first_are_told_and_how_many_more_there_are()
    {
        var keys = string.Join(",\n", Enumerable.Range(1, 1_000).Select(i => $"\"x{i}\": 1"));
        var problems = SettingsReader.Read($"{{{keys}}}", Rules, "/notes/.stratus.json").Problems;
        Assert.Equal(101, problems.Length);
        Assert.Equal(new SettingsProblem("900 more mistakes from here on are not listed.", 101, 1), problems[^1]);
    }

    [Fact]
    public void A_mistake_quotes_no_more_than_can_be_read()
    {
        var problem = Assert.Single(SettingsReader.Read($$"""{"{{new string('x', 1_000_000)}}": 1}""", Rules).Problems);
        Assert.InRange(problem.Message.Length, 1, 501);
        Assert.EndsWith(" Known: `profile`, `rules`, `include`, `exclude`, `glossary`, `completion`, `inlayHints`.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_a_mistake_and_no_crash() =>
        Assert.NotEmpty(SettingsReader.Read("{\"x\": " + new string('[', 100_000), Rules).Problems);
}
