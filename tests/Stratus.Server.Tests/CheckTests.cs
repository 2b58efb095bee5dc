using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class CheckTests
{
    private const string Mismatch = "| OSI Layer | AWS Service |\n|---|---|\n| L5 Transport | NLB |\n";
    private const string Casing = "We put Cloudfront in front.\n";
    private const string Good = "We put CloudFront in front.\n";

    [Theory]
    [InlineData(Good, "warning", 0)]
    [InlineData(Mismatch, "warning", 1)]
    [InlineData(Mismatch, "error", 1)]
    [InlineData(Casing, "warning", 0)]
    [InlineData(Casing, "information", 1)]
    [InlineData(Casing, "hint", 1)]
    [InlineData("", "hint", 0)]
    public async Task The_exit_code_says_whether_something_reaches_the_threshold(string text, string threshold, int expected)
    {
        using var folder = new Folder(("a.md", text));
        var (code, _, error) = await StratusProgram.RunAsync(folder.Path, "check", "--threshold", threshold);
        Assert.Equal((expected, ""), (code, error));
    }

    [Theory]
    [InlineData("2026-09-29", "App Mesh reaches its end of support")]
    [InlineData("2026-10-01", "App Mesh reached its end of support")]
    public async Task The_same_note_can_be_checked_for_another_day(string day, string expected)
    {
        using var folder = new Folder(("a.md", "Our services talk through App Mesh.\n"));
        var (_, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--today", day);
        Assert.Equal("", error);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused()
    {
        using var folder = new Folder(("a.md", Good));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--today", "2026-02-30");
        Assert.Equal((2, "", "stratus: --today 2026-02-30: write YYYY-MM-DD, as in 2026-11-28\n"), (code, output, error));
    }

    [Fact]
    public async Task Text_names_the_place_shows_the_line_and_underlines()
    {
        using var folder = new Folder(("a.md", "Intro.\n\n한국 Cloudfront는\tfast.\n"));
        var (code, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "a.md");
        Assert.Equal(0, code);
        var lines = output.Split('\n');
        Assert.StartsWith("a.md:3:4: information service-casing: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("  한국 Cloudfront는 fast.", lines[1]);
        Assert.Equal("       ^^^^^^^^^^", lines[2]);
        Assert.Equal("1 note checked: 1 information.", lines[3]);
        Assert.DoesNotContain("\e", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_note_cannot_steer_the_terminal()
    {
        using var folder = new Folder(("a.md", "\e[2J Cloudfront \a\n"));
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Contains("Cloudfront", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('\a', output);
    }

    [Fact]
    public async Task Json_holds_to_its_contract()
    {
        using var folder = new Folder(("notes/b.md", Casing), ("notes/a.md", "\uFEFF" + Mismatch), ("c.md", Good));
        var (code, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--format", "json", ".");
        Assert.Equal(1, code);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(1, report.GetProperty("version").GetInt32());
        Assert.Equal(3, report.GetProperty("files").GetInt32());
        var findings = report.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["notes/a.md", "notes/b.md"], findings.Select(finding => finding.GetProperty("path").GetString()!));
        Assert.Equal(["error", "information"], findings.Select(finding => finding.GetProperty("severity").GetString()!));
        Assert.Equal(["layer-name-mismatch", "service-casing"], findings.Select(finding => finding.GetProperty("code").GetString()!));
        Assert.Equal((2, 2, 2, 14), Range(findings[0]));
        Assert.Equal((0, 7, 0, 17), Range(findings[1]));
        Assert.All(findings, finding => Assert.False(string.IsNullOrEmpty(finding.GetProperty("message").GetString())));
        var fix = findings[1].GetProperty("fixes")[0];
        Assert.Contains("CloudFront", fix.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("CloudFront", fix.GetProperty("edits")[0].GetProperty("newText").GetString());
        Assert.Equal((0, 7, 0, 17), Range(fix.GetProperty("edits")[0]));
    }

    [Fact]
    public async Task A_byte_order_mark_counts_for_nothing_as_in_editors()
    {
        using var folder = new Folder(("a.md", "\uFEFFCloudfront\n"));
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--format", "json");
        Assert.Equal((0, 0, 0, 10), Range(JsonDocument.Parse(output).RootElement.GetProperty("findings")[0]));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_do_not_stop_the_check()
    {
        using var folder = new Folder();
        await File.WriteAllBytesAsync(folder["a.md"], [0xFF, 0xC3, 0x28, (byte)'\n', .. "Cloudfront"u8], TestContext.Current.CancellationToken);
        var (code, output, _) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Equal(0, code);
        Assert.Contains("a.md:2:1: information service-casing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_are_searched_but_for_hidden_ones_and_node_modules()
    {
        using var folder = new Folder(
            ("a.md", Casing), ("B.MARKDOWN", Casing), ("deep/er/c.md", Casing), ("d.txt", Casing),
            (".hidden/e.md", Casing), ("node_modules/f.md", Casing), ("deep/node_modules/x/g.md", Casing));
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Equal(["B.MARKDOWN", "a.md", "deep/er/c.md"], output.Split('\n').Where(line => line.Contains("service-casing", StringComparison.Ordinal)).Select(line => line.Split(':')[0].Replace('\\', '/')));
    }

    [Fact]
    public async Task A_file_that_is_named_is_checked_whatever_it_is_called_and_only_once()
    {
        using var folder = new Folder(("notes.txt", Casing));
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "notes.txt", "notes.txt", "./notes.txt");
        Assert.Contains("1 note checked: 1 information.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_named_and_the_rest_is_checked()
    {
        using var folder = new Folder(("a.md", Casing));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "a.md", "missing.md");
        Assert.Equal(2, code);
        Assert.Contains("missing.md: there is no such file or folder", error, StringComparison.Ordinal);
        Assert.Contains("service-casing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_named()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("nothing can be kept from this user");
            return;
        }

        using var folder = new Folder(("a.md", Casing));
        File.SetUnixFileMode(folder["a.md"], UnixFileMode.None);
        var (code, _, error) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Equal(2, code);
        Assert.Contains("a.md: the file cannot be read", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--threshold", "loud")]
    [InlineData("--format", "xml")]
    [InlineData("--no-such", "x")]
    public async Task A_wrong_argument_ends_with_2(string option, string value)
    {
        var (code, _, error) = await StratusProgram.RunAsync(".", "check", option, value);
        Assert.Equal(2, code);
        Assert.Contains(value == "x" ? option : value, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_settings_hold()
    {
        using var folder = new Folder(
            (".stratus.json", """{ "rules": { "service-casing": "off" } }"""),
            ("a.md", Casing),
            ("strict/.stratus.json", """{ "rules": { "service-casing": "error" } } // no more"""),
            ("strict/deep/b.md", Casing));
        var (code, output, _) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Equal(1, code);
        Assert.Contains("strict/deep/b.md:1:8: error service-casing", output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains("2 notes checked: 1 error.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_settings_is_one_finding_in_that_file()
    {
        using var folder = new Folder((".stratus.json", "{\n  \"rulse\": {}\n}"), ("a.md", Good), ("b.md", Good));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--format", "json");
        Assert.Equal((1, ""), (code, error));
        var finding = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            (".stratus.json", "error", "invalid-settings", "Unknown setting `rulse`. Did you mean `rules`?"),
            (finding.GetProperty("path").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("code").GetString(), finding.GetProperty("message").GetString()));
        Assert.Equal((1, 2, 1, 3), Range(finding));
    }

    [Fact]
    public async Task Glossaries_and_globs_of_the_command_line_go_before_those_of_the_folder()
    {
        using var folder = new Folder(
            (".stratus.json", """{"exclude": "drafts", "glossary": [{"name": "Transit Gateway", "layers": 7}]}"""),
            ("mine.json", """{"glossary": [{"name": "Transit Gateway", "layers": 4}]}"""),
            ("mine.yml", "contexts:\n  - terms:\n      - name: Transit Gateway\n        meta:\n          layer: L4\n"),
            ("bad.json", """{"glosary": []}"""),
            ("a.md", "| OSI Layer | AWS Service |\n|-|-|\n| L4 | Transit Gateway |\n"),
            ("drafts/b.md", "By CloudFornt.\n"));
        Assert.Equal(["layer-disagreement"], await CodesAsync());
        Assert.Empty(await CodesAsync("--glossary", "mine.json"));
        Assert.Empty(await CodesAsync("--glossary", "mine.yml"));
        Assert.Equal(["misspelled-service"], await CodesAsync("--exclude", "a.md"));
        Assert.Equal(["misspelled-service"], await CodesAsync("--include", "drafts/**", "--exclude", "x"));
        var (code, _, error) = await StratusProgram.RunAsync(folder.Path, "check", "--glossary", "bad.json");
        Assert.Equal((2, "stratus: --glossary bad.json:1:2: Unknown setting `glosary`. Did you mean `glossary`?\n"), (code, error));

        async Task<List<string?>> CodesAsync(params string[] arguments)
        {
            var (_, output, told) = await StratusProgram.RunAsync(folder.Path, ["check", "--format", "json", .. arguments]);
            Assert.Equal("", told);
            return [.. JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString())];
        }
    }

    [Fact]
    public async Task Glossaries_globs_and_profiles_of_the_folder_hold()
    {
        using var folder = new Folder(
            (".stratus.json", """{"exclude": "drafts", "profile": "quiet", "glossary": [{"name": "Transit Gateway", "layers": 4}]}"""),
            ("a.md", "| OSI Layer | AWS Service |\n|-|-|\n| L4 | Transit Gateway |\n| L4 | NLB |\n\nBy Cloudfront.\n"),
            ("drafts/b.md", "By CloudFornt.\n"));
        Assert.Equal((0, 0), await CountAsync("check"));
        Assert.Equal((0, 1), await CountAsync("check", "--profile", "study"));
        Assert.Equal((1, 1), await CountAsync("check", "drafts/b.md"));

        async Task<(int Code, int Findings)> CountAsync(params string[] arguments)
        {
            var (code, output, error) = await StratusProgram.RunAsync(folder.Path, [.. arguments, "--format", "json"]);
            Assert.Equal("", error);
            return (code, JsonDocument.Parse(output).RootElement.GetProperty("findings").GetArrayLength());
        }
    }

    private static (int, int, int, int) Range(JsonElement holder)
    {
        var range = holder.GetProperty("range");
        int At(string end, string part) => range.GetProperty(end).GetProperty(part).GetInt32();
        return (At("start", "line"), At("start", "character"), At("end", "line"), At("end", "character"));
    }
}
