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
    public void The_nearest_file_above_a_note_holds()
    {
        var folder = Directory.CreateTempSubdirectory("stratus-test-").FullName;
        try
        {
            var deep = Directory.CreateDirectory(Path.Combine(folder, "one", "two")).FullName;
            File.WriteAllText(Path.Combine(folder, SettingsFile.Name), """{"rules": {"a": "off"}}""");
            Assert.Equal(RuleLevel.Off, new SettingsFiles(Rules).For(deep)?.Settings.Rules["a"]);

            File.WriteAllText(Path.Combine(folder, "one", SettingsFile.Name), "{");
            var broken = new SettingsFiles(Rules).For(deep)!;
            Assert.Equal(Path.Combine(folder, "one", SettingsFile.Name), broken.Path);
            Assert.Single(broken.Problems);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Settings Read(string text) => SettingsReader.Read(text, Rules).Settings;
}
