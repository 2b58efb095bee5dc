namespace Stratus.Configuration.Tests;

public sealed class SettingsTests
{
    private static readonly string[] Rules = ["a", "b"];

    [Fact]
    public void What_is_chosen_here_goes_before_what_is_chosen_below()
    {
        var both = Read("""{"rules": {"a": "off"}}""").Over(Read("""{"rules": {"a": "error", "b": "hint"}}"""));
        Assert.Equal(Read("""{"rules": {"b": "hint", "a": "off"}}"""), both);
    }

    [Fact]
    public void Settings_that_choose_the_same_are_equal()
    {
        Assert.Equal(Read("""{"rules": {"a": "off"}}"""), Read("""{"rules": {"a": "off"}}"""));
        Assert.NotEqual(Read("""{"rules": {"a": "off"}}"""), Read("""{"rules": {"a": "hint"}}"""));
        Assert.NotEqual(Read("""{"rules": {"a": "off"}}"""), Settings.Default);
    }

    [Fact]
    public void Every_choice_is_merged_and_compared()
    {
        var all = Read("""{"rules": {"a": "off"}, "include": "x", "exclude": ["y"], "glossary": [{"name": "Hub"}], "completion": {"asYouType": false}, "inlayHints": {"layers": true}}""");

        Assert.Equal(all, all.Over(Settings.Default));
        Assert.Equal(all, Settings.Default.Over(all));
        Assert.NotEqual(all, all with { Include = null });
        Assert.NotEqual(all, all with { Exclude = ["z"] });
        Assert.NotEqual(all, all with { Glossary = [] });
        Assert.NotEqual(all, all with { ChosenCompleteAsYouType = null });
        Assert.NotEqual(all, all with { ChosenLayerHints = false });
        Assert.Equal((false, true), (all.CompleteAsYouType, all.LayerHints));
        Assert.Equal((true, false), (Settings.Default.CompleteAsYouType, Settings.Default.LayerHints));
    }

    private static Settings Read(string text) => SettingsReader.Read(text, Rules).Settings;
}
