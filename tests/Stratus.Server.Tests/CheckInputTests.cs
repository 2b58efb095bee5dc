using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary><c>stratus check --stdin</c>, and <c>--rule</c>.</summary>
public sealed class CheckInputTests
{
    [Fact]
    public async Task Standard_input_is_checked_as_the_note_that_it_would_be()
    {
        using var folder = new Folder(("notes/.stratus.json", """{ "rules": { "service-casing": "error" } }"""));
        var (code, output) = await RunAsync(folder, "\uFEFFCloudfront\n", "--stdin", "--stdin-path", "notes/new.md", "--format", "json");
        Assert.Equal(1, code);
        var finding = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("notes/new.md", finding.GetProperty("path").GetString());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal(0, finding.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task Without_a_path_it_lies_nowhere()
    {
        using var folder = new Folder();
        var (code, output) = await RunAsync(folder, "Cloudfront", "--stdin");
        Assert.Equal(0, code);
        Assert.StartsWith("<stdin>:1:1: information service-casing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_ignored_is_not_checked()
    {
        using var folder = new Folder((".git/HEAD", ""), (".gitignore", "vendor/\n"));
        Assert.Equal((0, "0 notes checked, nothing found.\n"), await RunAsync(folder, "CloudFornt", "--stdin", "--stdin-path", "vendor/deep/a.md"));
        Assert.Equal(1, (await RunAsync(folder, "CloudFornt", "--stdin", "--stdin-path", "other/a.md")).Code);
    }

    [Fact]
    public async Task A_diff_of_standard_input_names_its_path()
    {
        using var folder = new Folder();
        var (_, output) = await RunAsync(folder, "Cloudfront\n", "--stdin", "--stdin-path", "a.md", "--diff");
        Assert.Equal("--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-Cloudfront\n+CloudFront\n", output);
    }

    [Theory]
    [InlineData("--stdin", "a.md")]
    [InlineData("--stdin-path", "a.md")]
    [InlineData("--stdin", "--stdin-path", "")]
    public async Task What_does_not_go_together_is_refused(params string[] arguments)
    {
        using var folder = new Folder(("a.md", ""));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, ["check", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--stdin", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_no_file_can_have_is_refused()
    {
        using var folder = new Folder();
        var deep = string.Concat(Enumerable.Repeat("a/", 20_000)) + "b.md";
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--stdin", "--stdin-path", deep);
        Assert.Equal((2, ""), (code, output));
        Assert.EndsWith("…: no file can have this path\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_on_the_command_line_goes_before_the_settings_file()
    {
        using var folder = new Folder((".stratus.json", """{ "rules": { "service-casing": "off", "misspelled-service": "error" } }"""), ("a.md", "Cloudfront CloudFornt\n"));
        var (code, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--rule", "service-casing=warning", "--rule=misspelled-service=off", "a.md");
        Assert.Equal(1, code);
        Assert.Contains("a.md:1:1: warning service-casing", output, StringComparison.Ordinal);
        Assert.EndsWith("1 note checked: 1 warning.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service-casin=off", "Unknown rule `service-casin`. Did you mean `service-casing`?")]
    [InlineData("service-casing=warn", "Unknown severity `warn`. Did you mean `warning`?")]
    [InlineData("service-casing=waring", "Unknown severity `waring`. Did you mean `warning`?")]
    [InlineData("service-casing", "write CODE=SEVERITY")]
    public async Task A_rule_or_severity_that_there_is_not_is_told_with_the_nearest(string setting, string message)
    {
        using var folder = new Folder(("a.md", "Text.\n"));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--rule", setting);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(Folder folder, string input, params string[] arguments)
    {
        using var process = StratusProgram.Start(["check", .. arguments], folder.Path);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
