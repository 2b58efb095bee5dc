using System.Diagnostics;

namespace Stratus.Server.Tests;

/// <summary>What <c>stratus check</c> does with what it cannot read, cannot write or does not know.</summary>
public sealed class CheckLimitsTests
{
    [Fact]
    public async Task A_pipe_under_the_name_of_a_note_does_not_hang_the_check()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes in folders");
        using var folder = new Folder(("a.md", "Text.\n"));
        await ShellAsync(folder, "mkfifo pipe.md");
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Equal((2, "stratus: pipe.md: the file cannot be read: it is not a regular file\n"), (code, error));
        Assert.Contains("1 note checked", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/stdin")]
    public async Task A_device_is_no_note(string path)
    {
        Assert.SkipUnless(File.Exists(path), "there is no such device");
        using var folder = new Folder();
        var (code, _, error) = await StratusProgram.RunAsync(folder.Path, "check", path);
        Assert.Equal(2, code);
        Assert.StartsWith($"stratus: {path}: the file cannot be read: it is ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_file_is_named_and_passed_over()
    {
        using var folder = new Folder(("a.md", "Text.\n"));
        using (var file = File.Create(folder["huge.md"]))
        {
            file.SetLength((20 * 1024 * 1024) + 1);
        }

        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Equal((2, "stratus: huge.md: the file cannot be read: it is larger than 20 MB\n"), (code, error));
        Assert.Contains("1 note checked", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check --format json")]
    [InlineData("check --format sarif")]
    [InlineData("check --list-files")]
    [InlineData("explain NLB")]
    [InlineData("inspect a.md")]
    [InlineData("--help")]
    public async Task Output_that_cannot_be_written_ends_with_2(string arguments)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var folder = new Folder(("a.md", "Cloudfront\n"));
        var (code, error) = await ShellAsync(folder, $"\"{StratusProgram.Path}\" {arguments} >/dev/full");
        Assert.Equal(2, code);
        Assert.Equal("stratus: the output cannot be written: No space left on device\n", error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check --format json")]
    public async Task A_reader_that_has_seen_enough_is_no_fault(string arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such shell");
        using var folder = new Folder(("a.md", string.Concat(Enumerable.Repeat("Cloudfront\n\n", 5000))));
        var (code, error) = await ShellAsync(folder, $"(\"{StratusProgram.Path}\" {arguments}; echo $? >code) | head -n 1 >/dev/null; read code <code; exit $code");
        Assert.Equal((2, ""), (code, error));
    }

    [Theory]
    [InlineData("--fxi", "--fix")]
    [InlineData("--list-file", "--list-files")]
    [InlineData("--formta=json", "--format")]
    public async Task An_unknown_option_is_told_with_the_nearest(string option, string nearest)
    {
        using var folder = new Folder(("a.md", "Text.\n"));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", option, "a.md");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"Unknown option `{option.Split('=')[0]}`. Did you mean `{nearest}`?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_the_name_of_an_option_is_given_behind_two_hyphens()
    {
        using var folder = new Folder(("--fix", "Cloudfront\n"));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--", "--fix");
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("--fix:1:1: information service-casing", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain", "--fomrat")]
    [InlineData("inspect", "--fromat")]
    public async Task Other_commands_know_their_options_too(string command, string option)
    {
        var (code, _, error) = await StratusProgram.RunAsync(".", command, option);
        Assert.Equal(2, code);
        Assert.Contains($"Unknown option `{option}`", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_ends_a_check_that_waits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no signals");
        using var process = StratusProgram.Start(["check", "--stdin"]);
        // More than a pipe holds: when it is taken, the check has begun to read, and it waits for the rest.
        await process.StandardInput.BaseStream.WriteAsync(new byte[1_000_000], TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, process.ExitCode);
    }

    private static async Task<(int Code, string Error)> ShellAsync(Folder folder, string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = folder.Path, RedirectStandardError = true })!;
        var error = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        return (shell.ExitCode, error);
    }
}
