using System.Runtime.CompilerServices;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;

namespace Stratus.Features.Tests;

/// <summary>docs/settings.jsonc lists every setting with its default.</summary>
public sealed class AnnotatedSettingsTests
{
    [Fact]
    public void It_is_read_without_a_mistake_and_gives_every_other_setting_its_default()
    {
        var (settings, problems) = SettingsReader.Read(File.ReadAllText(Path()), Findings.Codes);

        Assert.Empty(problems);
        Assert.Equal(Settings.Default.Profile, settings.ChosenProfile);
        Assert.Equal(Settings.Default.CompleteAsYouType, settings.ChosenCompleteAsYouType);
        Assert.Equal(Settings.Default.LayerHints, settings.ChosenLayerHints);
        Assert.Empty(settings.Glossary);
        var filter = new NoteFilter("/notes", settings.Include, settings.Exclude);
        Assert.All(["/notes/a.md", "/notes/b/c.md"], note => Assert.True(filter.Includes(note)));
    }

    [Fact]
    public void It_gives_every_rule_its_default()
    {
        var chosen = SettingsReader.Read(File.ReadAllText(Path()), Findings.Codes).Settings.Rules;

        Assert.Equal(
            Findings.Rules.Select(rule => (rule.Code, rule.DefaultSeverity)),
            chosen.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (rule.Key, rule.Value)));
    }

    [Fact]
    public void It_holds_every_setting()
    {
        var text = File.ReadAllText(Path());

        Assert.All(SettingsReader.Keys, key => Assert.Contains($"\n  \"{key}\": ", text.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    private static string Path([CallerFilePath] string source = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, "../../docs/settings.jsonc"));
}
