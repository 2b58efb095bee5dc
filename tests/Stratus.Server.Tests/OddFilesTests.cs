using System.Diagnostics;

namespace Stratus.Server.Tests;

/// <summary>Settings, glossary and ignore files that are no files, or far too large, as a folder that somebody sends may hold them.</summary>
public sealed class OddFilesTests : IDisposable
{
    private readonly Folder _folder = new(("a.md", "Cloudfront\n"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".stratus.json", "mkfifo .stratus.json", "it is not a regular file")]
    [InlineData(".stratus.json", "ln -s /dev/zero .stratus.json", "it is larger than 1 MB")]
    [InlineData(".stratus.json", "ln -s /dev/stdin .stratus.json", "it is not a regular file")]
    [InlineData(".stratus.json", "truncate -s 3G .stratus.json", "it is larger than 1 MB")]
    [InlineData(".stratus.json", "mkdir .stratus.json", "it is a folder")]
    [InlineData("net.glossary.yml", "mkfifo net.glossary.yml", "it is not a regular file")]
    [InlineData("net.glossary.yml", "truncate -s 3G net.glossary.yml", "it is larger than 4 MB")]
    public async Task A_check_names_what_is_no_settings_or_glossary_file_and_goes_on(string name, string make, string why)
    {
        Make(make);
        var (code, output, error) = await StratusProgram.RunAsync(_folder.Path, "check");
        Assert.Equal((1, ""), (code, error));
        Assert.Contains("a.md:1:1: information service-casing", output, StringComparison.Ordinal);
        Assert.Contains($"{name}:1:1: error invalid-settings: This file cannot be read: {why}. Replace or remove it.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".stratus.json", "mkfifo .stratus.json")]
    [InlineData(".stratus.json", "ln -s /dev/stdin .stratus.json")]
    [InlineData("net.glossary.yml", "ln -s /proc/self/fd/0 net.glossary.yml")]
    [InlineData("net.glossary.yml", "ln -s /dev/zero net.glossary.yml")]
    public async Task A_session_shows_what_is_no_settings_or_glossary_file_and_goes_on(string name, string make)
    {
        Make(make);
        await using var client = LspClient.Start();
        await client.RequestAsync("initialize", new { capabilities = new { }, rootUri = new Uri(_folder.Path).AbsoluteUri });
        client.Notify("initialized", new { });
        var uri = new Uri(_folder["a.md"]).AbsoluteUri;
        client.Open("Cloudfront\n", uri);

        var published = await client.NextAsync("textDocument/publishDiagnostics");
        Assert.Equal(new Uri(_folder[name]).AbsoluteUri, published.GetProperty("uri").GetString());
        Assert.StartsWith("This file cannot be read: ", published.GetProperty("diagnostics")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("CloudFront", (await client.AtAsync("textDocument/hover", 0, 3, uri)).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("mkfifo mine.json", "mine.json", "it is not a regular file")]
    [InlineData("truncate -s 5M mine.yml", "mine.yml", "it is larger than 4 MB")]
    public async Task A_glossary_of_the_command_line_is_looked_at_too(string make, string name, string why)
    {
        Make(make);
        var (code, output, error) = await StratusProgram.RunAsync(_folder.Path, "check", "--glossary", name);
        Assert.Equal((2, "", $"stratus: --glossary {name}: the file cannot be read: {why}\n"), (code, output, error));
    }

    [Theory]
    [InlineData("mkfifo .gitignore", ".gitignore", "it is not a regular file")]
    [InlineData("ln -s /dev/zero .stratusignore", ".stratusignore", "it is larger than 1 MB")]
    public async Task An_ignore_file_that_cannot_be_read_is_named_and_excludes_nothing(string make, string name, string why)
    {
        Make(make);
        var (code, output, error) = await StratusProgram.RunAsync(_folder.Path, "check", "--list-files", ".");
        Assert.Equal((2, "a.md\n"), (code, output));
        Assert.EndsWith($"{name}: the ignore file cannot be read: {why}\n", error, StringComparison.Ordinal);
    }

    private void Make(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes and devices in folders");
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = _folder.Path })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
