using System.Diagnostics;
using System.Text;

namespace Stratus.Benchmarks;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Elapsed">From spawn to end, in milliseconds.</param>
/// <param name="Work">Its processor time in milliseconds; NaN where the system does not tell.</param>
internal sealed record FinishedProcess(int ExitCode, string Output, double Elapsed, double Work)
{
    /// <summary>Runs a program, one thread at a time where it asks how many processors there are.</summary>
    public static FinishedProcess Run(string program, IReadOnlyList<string> arguments, string input = "", bool onOneProcessor = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (onOneProcessor)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        }

        var before = ProcessorTime.OfEndedChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        Console.Error.Write(error.GetAwaiter().GetResult());
        return new(process.ExitCode, output, elapsed, ProcessorTime.OfEndedChildren() - before ?? double.NaN);
    }
}
