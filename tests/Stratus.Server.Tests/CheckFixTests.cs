using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary><c>stratus check --fix</c> and <c>--diff</c>.</summary>
public sealed class CheckFixTests
{
    private const string Mismatch = "| OSI Layer | AWS Service |\n|---|---|\n| L5 Transport | NLB |\n";

    [Fact]
    public async Task What_can_be_fixed_is_and_the_rest_is_listed()
    {
        using var folder = new Folder(("a.md", "Cloudfront and CloudFornt.\n\n" + Mismatch), ("b.md", "Nothing.\n"));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--fix");
        Assert.Equal((1, ""), (code, error));
        Assert.Equal("CloudFront and CloudFront.\n\n" + Mismatch, await ReadAsync(folder, "a.md"));
        var lines = output.Split('\n');
        Assert.Equal("a.md:1:1: fixed service-casing: Change to ‘CloudFront’", lines[0]);
        Assert.Equal("a.md:1:16: fixed misspelled-service: Change to ‘CloudFront’", lines[1]);
        Assert.StartsWith("a.md:5:3: error layer-name-mismatch: ", lines[2], StringComparison.Ordinal);
        Assert.Equal("2 notes checked, 2 fixed: 1 error.", lines[^2]);
    }

    [Fact]
    public async Task The_exit_code_is_that_of_what_remains()
    {
        using var folder = new Folder(("a.md", "CloudFornt\n"));
        Assert.Equal(1, (await StratusProgram.RunAsync(folder.Path, "check")).ExitCode);
        var (code, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--fix");
        Assert.Equal(0, code);
        Assert.EndsWith("1 note checked, 1 fixed, nothing left.\n", output, StringComparison.Ordinal);
        Assert.Equal("1 note checked, nothing found.\n", (await StratusProgram.RunAsync(folder.Path, "check", "--fix")).Output);
    }

    [Fact]
    public async Task A_mark_line_ends_and_every_other_byte_stay_as_they_are()
    {
        using var folder = new Folder();
        byte[] before = [0xEF, 0xBB, 0xBF, .. "한국 Cloudfront\r\n\tl2\rl3 😀\0\n \r\nend"u8];
        await File.WriteAllBytesAsync(folder["a.md"], before, TestContext.Current.CancellationToken);
        await StratusProgram.RunAsync(folder.Path, "check", "--fix");
        Assert.Equal(
            [0xEF, 0xBB, 0xBF, .. "한국 CloudFront\r\n\tl2\rl3 😀\0\n \r\nend"u8],
            await File.ReadAllBytesAsync(folder["a.md"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_note_without_anything_to_fix_is_not_written()
    {
        using var folder = new Folder(("a.md", Mismatch));
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(folder["a.md"], longAgo);
        await StratusProgram.RunAsync(folder.Path, "check", "--fix");
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(folder["a.md"]));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'C', (byte)'l', (byte)'o', (byte)'u', (byte)'d', (byte)'f', (byte)'r', (byte)'o', (byte)'n', (byte)'t', (byte)'\n', 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'R', 0, (byte)'o', 0, (byte)'u', 0, (byte)'t', 0, (byte)'e', 0, (byte)'5', 0, (byte)'3', 0 })]
    public async Task A_file_that_is_not_UTF8_is_left_alone_and_named(byte[] bytes)
    {
        using var folder = new Folder();
        await File.WriteAllBytesAsync(folder["a.md"], bytes, TestContext.Current.CancellationToken);
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--fix");
        Assert.Equal(2, code);
        Assert.Equal("stratus: a.md: not fixed, because the file is not UTF-8\n", error);
        Assert.Contains("information service-casing", output, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder["a.md"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Permissions_stay_links_are_followed_and_nothing_is_left_behind()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions");
            return;
        }

        using var folder = new Folder(("real/a.md", "Cloudfront\n"), ("notes/b.txt", ""));
        File.SetUnixFileMode(folder["real/a.md"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherExecute);
        File.CreateSymbolicLink(folder["notes/a.md"], "../real/a.md");
        var (_, _, error) = await StratusProgram.RunAsync(folder.Path, "check", "--fix", "notes");
        Assert.Equal("", error);
        Assert.Equal("CloudFront\n", await ReadAsync(folder, "real/a.md"));
        Assert.NotNull(new FileInfo(folder["notes/a.md"]).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherExecute, File.GetUnixFileMode(folder["real/a.md"]));
        Assert.Equal(["a.md"], Directory.EnumerateFiles(folder["real"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task One_file_under_two_names_is_fixed_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        using var folder = new Folder(("a.md", "Cloudfront\n"));
        File.CreateSymbolicLink(folder["b.md"], "a.md");
        var (code, _, error) = await StratusProgram.RunAsync(folder.Path, "check", "--fix");
        Assert.Equal((0, "", "CloudFront\n"), (code, error, await ReadAsync(folder, "a.md")));
    }

    [Fact]
    public async Task A_rule_that_is_off_fixes_nothing()
    {
        using var folder = new Folder((".stratus.json", """{ "rules": { "service-casing": "off" } }"""), ("a.md", "Cloudfront CloudFornt\n"));
        await StratusProgram.RunAsync(folder.Path, "check", "--fix");
        Assert.Equal("Cloudfront CloudFront\n", await ReadAsync(folder, "a.md"));
    }

    [Fact]
    public async Task Json_says_what_was_fixed_where_it_stood()
    {
        using var folder = new Folder(("a.md", "Cloudfront\n\nRoute53\n"));
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--fix", "--format", "json");
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Empty(report.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            ["a.md 0:0 service-casing", "a.md 2:0 service-casing"],
            report.GetProperty("fixed").EnumerateArray().Select(one =>
                $"{one.GetProperty("path")} {one.GetProperty("position").GetProperty("line")}:{one.GetProperty("position").GetProperty("character")} {one.GetProperty("code")}"));
    }

    [Theory]
    [InlineData("1\n2\n3\n4\nCloudfront\n6\n7\n8\n9\n")]
    [InlineData("Cloudfront")]
    [InlineData("\uFEFFCloudfront\r\n\r\nRoute53\r\n")]
    [InlineData("Cloudfront\n2\n3\n4\n5\n6\n7\n8\n9\n10\nRoute53")]
    [InlineData("Cloudfront\n2\n3\n4\n5\n6\n7\nRoute53\n9")]
    [InlineData("Cloudfront\rRoute53\r\nCloudFornt Cloudfront\n")]
    public async Task A_diff_shows_what_would_be_done_and_Git_can_do_it(string text)
    {
        using var folder = new Folder(("a dir/ä.md", text), ("other.md", "Nothing.\n"));
        var (code, diff, error) = await StratusProgram.RunAsync(folder.Path, "check", "--diff", "--threshold", "error");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(text.TrimStart('\uFEFF'), (await ReadAsync(folder, "a dir/ä.md")).TrimStart('\uFEFF'));
        await File.WriteAllTextAsync(folder["fix.diff"], diff, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        await StratusProgram.RunAsync(folder.Path, "check", "--fix", "other.md", "a dir/ä.md");
        var expected = await File.ReadAllBytesAsync(folder["a dir/ä.md"], TestContext.Current.CancellationToken);
        Assert.NotEqual(text, Encoding.UTF8.GetString(expected));

        await File.WriteAllTextAsync(folder["a dir/ä.md"], text, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        Git(folder, "apply", "--whitespace=nowarn", "fix.diff");
        Assert.Equal(expected, await File.ReadAllBytesAsync(folder["a dir/ä.md"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_diff_has_three_lines_around_each_change()
    {
        using var folder = new Folder(("a.md", "1\n2\n3\n4\nCloudfront\n6\n7\n8\n9\n"));
        var (_, diff, _) = await StratusProgram.RunAsync(folder.Path, "check", "--diff");
        Assert.Equal("--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-Cloudfront\n+CloudFront\n 6\n 7\n 8\n", diff);
    }

    [Fact]
    public async Task The_exit_code_of_a_diff_is_that_of_what_stands()
    {
        using var folder = new Folder(("a.md", "CloudFornt\n"));
        Assert.Equal(1, (await StratusProgram.RunAsync(folder.Path, "check", "--diff")).ExitCode);
    }

    [Theory]
    [InlineData("--fix", "--diff")]
    [InlineData("--fix", "--stdin")]
    [InlineData("--diff", "--format=json")]
    public async Task What_does_not_go_together_is_refused(string one, string other)
    {
        using var folder = new Folder(("a.md", "Cloudfront\n"));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", one, other);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(one, error, StringComparison.Ordinal);
        Assert.Equal("Cloudfront\n", await ReadAsync(folder, "a.md"));
    }

    private static Task<string> ReadAsync(Folder folder, string path) => File.ReadAllTextAsync(folder[path], TestContext.Current.CancellationToken);

    private static void Git(Folder folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path, RedirectStandardError = true })!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.Equal((0, ""), (git.ExitCode, error));
    }
}
