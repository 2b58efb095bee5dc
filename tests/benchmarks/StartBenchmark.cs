using System.Diagnostics;
using System.Text.Json;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>How soon the program is of use: each run is a process of its own.</summary>
internal static class StartBenchmark
{
    private const int WarmUps = 3;

    /// <summary>What other programs add to a run, they add to the median too; the quickest tenth has been spared the most.</summary>
    private const int Spared = 10;

    /// <summary>From here on the machine is too busy for any run to have been spared: only the program's own work tells.</summary>
    private const double Busy = 1.2;

    public static void Run(Report report, string program, string notePath, int runs)
    {
        var text = File.ReadAllText(notePath);
        var place = PlaceOfFirstName(text);
        Series version = new(), spawned = new(), initialized = new(), answered = new(), lspWork = new(), checks = new(), checkWork = new(), stretches = new();
        for (var run = -WarmUps; run < runs; run++)
        {
            // Side by side, so that a busy minute of the machine falls on all of them alike.
            var ofVersion = RunToEnd(program, "--version");
            var ofLsp = FirstHover(program, text, place);
            var ofCheck = RunToEnd(program, "check", notePath);
            var stretch = ProcessorTime.Stretch();
            if (run < 0)
            {
                continue;
            }

            version.Add(ofVersion.Elapsed);
            spawned.Add(ofLsp.Spawned);
            initialized.Add(ofLsp.Initialized);
            answered.Add(ofLsp.Answered);
            checks.Add(ofCheck.Elapsed);
            stretches.Add(stretch);
            if (ofLsp.Work is { } work && ofCheck.Work is { } checkTime)
            {
                lspWork.Add(work);
                checkWork.Add(checkTime);
            }
        }

        var slowdown = stretches.Median;
        report.Title($"Start ({runs} runs, medians; {Path.GetFileName(notePath)}, {text.Length / 1000.0:0.0} KB)");
        report.Add("other programs stretch time by a factor of", slowdown, "");
        report.Add("stratus --version, whole process: the floor", version.Median, "ms");
        report.Add("spawn, to the process being there", spawned.Median, "ms");
        report.Add("spawn, to initialize answered", initialized.Median, "ms");
        report.Add("spawn, to the first hover answered", answered.Median, "ms", 20, Least(answered, lspWork, slowdown));
        report.Add("  processor time of the server until then", lspWork.Median, "ms");
        report.Add("stratus check, whole process", checks.Median, "ms", 30, Least(checks, checkWork, slowdown));
        report.Add("  processor time of it", checkWork.Median, "ms");
    }

    private static double Least(Series elapsed, Series work, double stretch) =>
        stretch < Busy || work.Count == 0 ? elapsed.Percentile(Spared) : Math.Min(elapsed.Percentile(Spared), work.Median);

    private static (double Spawned, double Initialized, double Answered, double? Work) FirstHover(string program, string text, (int Line, int Character) place)
    {
        var watch = Stopwatch.StartNew();
        using var server = new LspServer(program);
        var spawned = watch.Elapsed.TotalMilliseconds;
        server.Initialize();
        var initialized = watch.Elapsed.TotalMilliseconds;
        server.Open("file:///notes/note.md", text);
        var (_, card) = server.At("textDocument/hover", "file:///notes/note.md", place);
        var answered = watch.Elapsed.TotalMilliseconds;
        return card.ValueKind == JsonValueKind.Object
            ? (spawned, initialized, answered, ProcessorTime.Of(server.Process))
            : throw new InvalidOperationException("The first name of the note has no card.");
    }

    private static (double Elapsed, double? Work) RunToEnd(string program, params string[] arguments)
    {
        var before = ProcessorTime.OfEndedChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode is 0 or 1
            ? (elapsed, ProcessorTime.OfEndedChildren() - before)
            : throw new InvalidOperationException($"stratus {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static (int Line, int Character) PlaceOfFirstName(string text)
    {
        var source = new SourceText(text);
        var mention = Notes.Note.Parse(source, Catalog.Embedded).Mentions.First();
        var position = source.PositionOf(mention.Span.Start, PositionEncoding.Utf16);
        return (position.Line, position.Character);
    }
}
