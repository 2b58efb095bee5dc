namespace Stratus.Benchmarks;

/// <summary>What it costs to open a long note, in servers that have just started: from the note to its findings.</summary>
internal static class OpenBenchmark
{
    private const string Uri = "file:///notes/generated.md";

    /// <param name="report">Takes the figures.</param>
    /// <param name="stratus">The program.</param>
    /// <param name="name">What the note is.</param>
    /// <param name="note">The note.</param>
    /// <param name="runs">How often.</param>
    /// <param name="budget">The most processor time, as a multiple of that of <c>stratus check</c>.</param>
    public static void Run(Report report, Command stratus, string name, GeneratedNote note, int runs, double budget)
    {
        var folder = Directory.CreateTempSubdirectory("stratus-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "generated.md");
            File.WriteAllText(file, note.Text);
            Series opened = new(), waits = new(), checks = new(), checkWaits = new();
            for (var run = -1; run < runs; run++)
            {
                var check = FinishedProcess.Run(stratus.Program, ["check", "--format", "json", file]);
                var (milliseconds, work) = Open(stratus, note.Text);
                if (check.ExitCode is not (0 or 1))
                {
                    throw new InvalidOperationException($"check ended with {check.ExitCode}.");
                }

                if (run >= 0)
                {
                    opened.Add(work);
                    waits.Add(milliseconds);
                    checks.Add(check.Work);
                    checkWaits.Add(check.Elapsed);
                }
            }

            var row = $"{name}, {note.Text.Length / 1000.0:0} KB, {runs} ×";
            report.Compare($"{row}, waited", waits.Median, checkWaits.Median, "ms");
            report.Compare($"{row}, processor time", opened.Median, checks.Median, "ms", budget);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double Milliseconds, double Work) Open(Command command, string text)
    {
        using var server = new LspServer(command);
        server.Initialize();
        // Answered with nothing, but then the start is over.
        server.At("textDocument/hover", Uri, (0, 0));
        var before = ProcessorTime.Of(server.Process);
        var milliseconds = server.OpenAndWait(Uri, text).Milliseconds;
        return (milliseconds, ProcessorTime.Of(server.Process) - before ?? double.NaN);
    }
}
