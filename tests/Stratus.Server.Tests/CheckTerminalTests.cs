using System.Diagnostics;

namespace Stratus.Server.Tests;

/// <summary><c>stratus check</c> at a terminal, which the program <c>script</c> of util-linux plays.</summary>
public sealed class CheckTerminalTests
{
    private const string Script = "/usr/bin/script";

    [Theory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=1", false)]
    [InlineData("NO_COLOR=", true)]
    [InlineData("TERM=dumb", false)]
    public async Task Colours_are_for_terminals_and_for_who_wants_them(string variable, bool isColoured)
    {
        using var folder = new Folder(("a.md", "Cloudfront\n"));
        var shown = await AtTerminalAsync(folder, $"env -u NO_COLOR TERM=xterm {variable} \"{StratusProgram.Path}\" check");
        Assert.Contains("service-casing", shown, StringComparison.Ordinal);
        Assert.Equal(isColoured, shown.Contains("\e[36minformation\e[0m", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_run_shows_a_bar_on_standard_error_alone_and_a_short_one_none()
    {
        using var folder = new Folder(("a.md", "Text.\n"));
        Assert.Equal("1 note checked, nothing found.\r\n", await AtTerminalAsync(folder, $"TERM=xterm \"{StratusProgram.Path}\" check"));

        // A note of some megabytes under many names keeps any machine busy for more than a second.
        await File.WriteAllTextAsync(folder["big.txt"], string.Concat(Enumerable.Repeat("CloudFront is **one** of `many` things, and NLB another.\n\n", 100_000)), TestContext.Current.CancellationToken);
        var command = string.Join(' ', Enumerable.Range(0, 8).Select(index =>
        {
            File.CreateSymbolicLink(folder[$"link{index}.md"], "big.txt");
            return $"link{index}.md";
        }));
        var shown = await AtTerminalAsync(folder, $"TERM=xterm \"{StratusProgram.Path}\" check {command} >out");
        Assert.Contains("Checking notes", shown, StringComparison.Ordinal);
        Assert.Equal("8 notes checked, nothing found.\n", await File.ReadAllTextAsync(folder["out"], TestContext.Current.CancellationToken));
        Assert.Equal("", await AtTerminalAsync(folder, $"TERM=dumb \"{StratusProgram.Path}\" check {command} >out"));
    }

    private static async Task<string> AtTerminalAsync(Folder folder, string command)
    {
        Assert.SkipUnless(File.Exists(Script), "there is no program to play a terminal");
        var start = new ProcessStartInfo(Script, ["--quiet", "--return", "--command", command, "/dev/null"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return output;
    }
}
