using CsCheck;

namespace Stratus.Configuration.Tests;

/// <summary>Which files hold for a note, and in what order.</summary>
public sealed class SettingsFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("stratus-test-").FullName;
    private readonly SettingsFiles _files = new(["service-casing", "retired-service"]);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_nearest_settings_file_holds_over_the_editors_settings()
    {
        Write(".stratus.json", """{"rules": {"service-casing": "off", "retired-service": "hint"}}""");
        Write("a/.stratus.json", """{"rules": {"service-casing": "error"}}""");
        _files.Use(Settings.Default with { Rules = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, Severity> { ["retired-service"] = Severity.Warning, ["service-casing"] = Severity.Hint }) }, "");

        Assert.Equal([("retired-service", Severity.Hint), ("service-casing", Severity.Off)], Rules("b"));
        Assert.Equal([("retired-service", Severity.Warning), ("service-casing", Severity.Error)], Rules("a/deep/er"));
        Assert.Equal([("retired-service", Severity.Warning), ("service-casing", Severity.Hint)], Rules(_files.Elsewhere.Settings));
    }

    [Fact]
    public void Folders_without_files_share_what_holds_above_them() => Assert.Same(_files.For(In("a")), _files.For(In("a/b/c")));

    [Fact]
    public void The_glossaries_of_all_folders_above_are_united_and_the_nearer_holds()
    {
        Write("net.glossary.yml", "contexts:\n  - terms:\n      - name: Edge Hub\n        definition: From above.\n      - name: Relay\n        definition: A relay.\n");
        Write("a/own.glossary.yml", "contexts:\n  - terms:\n      - name: Edge Hub\n        definition: From here.\n");
        Write("a/.stratus.json", """{"glossary": [{"name": "NLB", "layers": 3}]}""");

        Assert.Equal(("From above.", "A relay.", "L4"), Known(""));
        Assert.Equal(("From here.", "A relay.", "L3"), Known("a/b"));
    }

    [Fact]
    public void Equal_glossaries_have_one_catalog_also_after_settings_are_read_again()
    {
        const string Glossary = "\"glossary\": [{\"name\": \"NLB\", \"layers\": 3}]";
        Write("a/.stratus.json", $"{{{Glossary}}}");
        Write("b/.stratus.json", $"{{{Glossary.Replace("3", "5", StringComparison.Ordinal)}}}");
        var (first, other) = (_files.For(In("a")).Catalog, _files.For(In("b")).Catalog);
        Assert.NotSame(first, other);
        Assert.Same(Catalog.Embedded, _files.For(In("c")).Catalog);

        for (var round = 0; round < 3; round++)
        {
            Write("a/.stratus.json", $"{{{Glossary}, \"rules\": {{\"service-casing\": \"{(round % 2 == 0 ? "off" : "hint")}\"}} }}");
            _files.Forget();
            Assert.Same(first, _files.For(In("a")).Catalog);
        }

        // The editor's settings hold above all files.
        _files.Use(Settings.Default with { ChosenProfile = Profile.Strict }, "");
        Assert.Same(first, _files.For(In("a")).Catalog);
        Write("a/.stratus.json", "{}");
        _files.Forget();
        Assert.Same(Catalog.Embedded, _files.For(In("a")).Catalog);
    }

    [Fact]
    public void A_file_that_says_nothing_of_terms_has_the_catalog_of_the_editors_glossary()
    {
        Write(".stratus.json", """{"profile": "strict"}""");
        _files.Use(Settings.Default with { Glossary = [new("NLB", [], [3], null, null, new("", 0, 0))] }, "");
        var catalog = _files.Elsewhere.Catalog;
        for (var round = 0; round < 3; round++)
        {
            _files.Forget();
            Assert.Same(catalog, _files.For(In("")).Catalog);
            Assert.Same(catalog, _files.Elsewhere.Catalog);
        }
    }

    [Fact]
    public void A_catalog_that_is_no_longer_used_is_let_go()
    {
        var unused = CatalogOf("""{"glossary": [{"name": "NLB", "layers": 3}]}""");
        Write(".stratus.json", "{}");
        _files.Forget();
        _files.For(In(""));
        _files.Forget();
        GC.Collect();
        Assert.False(unused.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference CatalogOf(string settings)
    {
        Write(".stratus.json", settings);
        return new(_files.For(In("")).Catalog);
    }

    [Fact]
    public void While_a_file_is_no_JSON_what_it_said_before_holds()
    {
        Write(".stratus.json", """{"rules": {"service-casing": "off"}}""");
        Assert.Equal([("service-casing", Severity.Off)], Rules(""));

        Write(".stratus.json", """{"rules": {"service-casing": "er""");
        _files.Forget();
        Assert.Equal([("service-casing", Severity.Off)], Rules(""));
        Assert.NotEmpty(Assert.Single(_files.Read).Problems);

        Write(".stratus.json", """{"rules": {"service-casing": "error", "x": "off"}}""");
        _files.Forget();
        Assert.Equal([("service-casing", Severity.Error)], Rules(""));
        Assert.Contains("Unknown rule `x`", Assert.Single(Assert.Single(_files.Read).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "a.md drafts/b.md x/drafts/c.md x/d.tmp.md")]
    [InlineData("""{"include": [], "exclude": []}""", "a.md drafts/b.md x/drafts/c.md x/d.tmp.md")]
    [InlineData("""{"exclude": "drafts"}""", "a.md x/d.tmp.md")]
    [InlineData("""{"exclude": ["drafts/", "*.tmp.md"]}""", "a.md")]
    [InlineData("""{"exclude": "/drafts"}""", "a.md x/drafts/c.md x/d.tmp.md")]
    [InlineData("""{"include": ["x/**"]}""", "x/drafts/c.md x/d.tmp.md")]
    [InlineData("""{"include": ["x/**"], "exclude": ["**/drafts/**"]}""", "x/d.tmp.md")]
    [InlineData("""{"include": ["*.md"], "exclude": ["x"]}""", "a.md drafts/b.md")]
    [InlineData("""{"include": ["drafts"]}""", "drafts/b.md x/drafts/c.md")]
    [InlineData("""{"exclude": ["x/../drafts", "./x/./d.tmp.md"]}""", "a.md x/drafts/c.md")]
    [InlineData("""{"include": ["x/drafts/../*.md"]}""", "x/d.tmp.md")]
    [InlineData("""{"exclude": ["../drafts"]}""", "a.md drafts/b.md x/drafts/c.md x/d.tmp.md")]
    [InlineData("""{"exclude": ["../*/drafts"]}""", "a.md x/drafts/c.md x/d.tmp.md")]
    [InlineData("""{"include": ["../*/drafts"]}""", "drafts/b.md")]
    [InlineData("""{"include": ["../../../../../../../../../**/drafts"]}""", "drafts/b.md x/drafts/c.md")]
    [InlineData("""{"exclude": ["a/.."]}""", "")]
    [InlineData("""{"include": [".."]}""", "a.md drafts/b.md x/drafts/c.md x/d.tmp.md")]
    [InlineData("""{"exclude": ["**/../**", "drafts", "*/.."]}""", "a.md x/d.tmp.md")]
    [InlineData("""{"include": ["**/../**"]}""", "a.md drafts/b.md x/drafts/c.md x/d.tmp.md")]
    public void Include_and_exclude_count_from_the_folder_of_the_file(string settings, string included)
    {
        Write(".stratus.json", settings);

        Assert.Equal(included, string.Join(' ', new[] { "a.md", "drafts/b.md", "x/drafts/c.md", "x/d.tmp.md" }.Where(path => _files.For(Path.GetDirectoryName(In(path))!).Filter.Includes(In(path)))));
    }

    [Fact]
    public void A_glob_that_goes_up_means_notes_outside_the_folder()
    {
        var filter = new NoteFilter(In("mine"), ["../shared/**", "a"], ["../shared/drafts"]);

        string[] notes = ["mine/a/a.md", "mine/b.md", "other/a.md", "shared/a.md", "shared/drafts/a.md"];
        Assert.Equal("mine/a/a.md shared/a.md", string.Join(' ', notes.Where(path => filter.Includes(In(path)))));
        Assert.True(filter.Includes("/elsewhere/a.md"));
    }

    [Fact]
    public void Of_any_glob_that_is_included_and_excluded_no_note_is_left() =>
        Gen.OneOf(Gen.String[Gen.Char["./*ab\\ "], 1, 12], Gen.String).Sample(glob =>
            !new NoteFilter(_root, [glob], [glob]).Includes(In("a/b.md")));

    [Fact]
    public void What_no_folder_can_be_has_what_holds_elsewhere()
    {
        Write(".stratus.json", """{"rules": {"service-casing": "off"}}""");

        Assert.Same(_files.Elsewhere, _files.For(null));
        Assert.Same(_files.Elsewhere, _files.For(In("a\0b")));
        Assert.Same(_files.Elsewhere, _files.For("a"));
        Assert.Same(_files.Elsewhere, _files.For(In(string.Concat(Enumerable.Repeat("a/", 20_000)))));
        Assert.Equal([("service-casing", Severity.Off)], Rules(string.Concat(Enumerable.Repeat("a/", 1_900))));
    }

    [Theory]
    [InlineData("/a/.stratus.json", true)]
    [InlineData("/a/net.glossary.yml", true)]
    [InlineData("/a/glossary.yml", false)]
    [InlineData("/a/stratus.json", false)]
    public void Settings_files_are_known_by_their_names(string path, bool isOne) => Assert.Equal(isOne, SettingsFiles.IsOne(path));

    private string In(string path) => Path.Combine(_root, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }

    private (string, Severity)[] Rules(string folder) => Rules(_files.For(In(folder)).Settings);

    private static (string, Severity)[] Rules(Settings settings) => [.. settings.Rules.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (rule.Key, rule.Value))];

    private (string Hub, string Relay, string Nlb) Known(string folder)
    {
        var catalog = _files.For(In(folder)).Catalog;
        return (catalog.FindService("glossary:edge hub")!.Summary, catalog.FindService("glossary:relay")!.Summary, catalog.FindService("nlb")!.Layers!.All.ToString());
    }
}
