using System.Diagnostics;

namespace Stratus.Server.Tests;

/// <summary>
/// The program under test: the one that STRATUS_SERVER names, as `npm test` does for the native program that it has just
/// built; else the one that was built together with these tests. Never dist/stratus by itself, which may be of yesterday.
/// </summary>
internal static class StratusProgram
{
    internal static string RepoRoot { get; } = FindRoot(AppContext.BaseDirectory);

    internal static string Path { get; } = Find();

    /// <summary>Runs it to its end.</summary>
    internal static async Task<(int ExitCode, string Output, string Error)> RunAsync(string workingFolder, params string[] arguments)
    {
        using var process = Start(arguments, workingFolder);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    internal static Process Start(
        IEnumerable<string> arguments,
        string? workingFolder = null,
        string? program = null,
        IEnumerable<KeyValuePair<string, string>>? environment = null)
    {
        var start = new ProcessStartInfo(program ?? Path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? Environment.CurrentDirectory,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("STRATUS_SERVER") is { Length: > 0 } chosen ? chosen
            : System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stratus.exe" : "stratus");

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Lsp.sln")) ? folder : FindRoot(System.IO.Path.GetDirectoryName(folder)!);
}
