using System.Diagnostics;
using System.Text.Json;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>How soon the program is of use: each run is a process of its own.</summary>
internal static class StartBenchmark
{
    private const int WarmUps = 3;

    public static void Run(Report report, Command stratus, Command yardstick, string notePath, int runs)
    {
        var text = File.ReadAllText(notePath);
        var place = PlaceOfFirstName(text);
        Series floors = new(), initialized = new(), answered = new(), work = new(), checks = new(), checkWork = new();
        Series itsInitialized = new(), itsFindings = new(), itsWork = new();
        for (var run = -WarmUps; run < runs; run++)
        {
            // Side by side, so that a busy minute of the machine falls on all of them alike.
            var ofVersion = RunToEnd(stratus.Program, "--version");
            var ofLsp = FirstHover(stratus, text, place);
            var ofCheck = RunToEnd(stratus.Program, "check", notePath);
            var ofYardstick = FirstFindings(yardstick, text);
            if (run < 0)
            {
                continue;
            }

            floors.Add(ofVersion.Elapsed);
            initialized.Add(ofLsp.Initialized);
            answered.Add(ofLsp.Answered);
            work.Add(ofLsp.Work);
            checks.Add(ofCheck.Elapsed);
            checkWork.Add(ofCheck.Work);
            itsInitialized.Add(ofYardstick.Initialized);
            itsFindings.Add(ofYardstick.Answered);
            itsWork.Add(ofYardstick.Work);
        }

        report.Table($"Start ({runs} runs, medians; {Path.GetFileName(notePath)}, {text.Length / 1000.0:0.0} KB)", "yardstick");
        report.Compare("spawn → initialize answered", initialized.Median, itsInitialized.Median, "ms");
        report.Compare("spawn → first hover (yardstick: first findings)", answered.Median, itsFindings.Median, "ms", 0.15);
        report.Compare("the same, processor time", work.Median, itsWork.Median, "ms", 0.15);
        report.Compare("`stratus check` on the note (yardstick: first findings)", checks.Median, itsFindings.Median, "ms", 0.2);
        report.Compare("the same, processor time", checkWork.Median, itsWork.Median, "ms", 0.2);
        report.Compare("`stratus --version`, the floor (yardstick: initialize answered)", floors.Median, itsInitialized.Median, "ms");
    }

    private static (double Initialized, double Answered, double Work) FirstHover(
        Command command, string text, (int Line, int Character) place)
    {
        var watch = Stopwatch.StartNew();
        using var server = new LspServer(command);
        server.Initialize();
        var initialized = watch.Elapsed.TotalMilliseconds;
        server.Open("file:///notes/note.md", text);
        var card = server.At("textDocument/hover", "file:///notes/note.md", place).Result;
        var answered = watch.Elapsed.TotalMilliseconds;
        return card.ValueKind == JsonValueKind.Object
            ? (initialized, answered, ProcessorTime.Of(server.Process) ?? double.NaN)
            : throw new InvalidOperationException("The first name of the note has no card.");
    }

    private static (double Initialized, double Answered, double Work) FirstFindings(Command command, string text)
    {
        var watch = Stopwatch.StartNew();
        using var server = new LspServer(command);
        server.Initialize();
        var initialized = watch.Elapsed.TotalMilliseconds;
        server.OpenAndWait("file:///notes/note.md", text);
        return (initialized, watch.Elapsed.TotalMilliseconds, ProcessorTime.Of(server.Process) ?? double.NaN);
    }

    private static (double Elapsed, double Work) RunToEnd(string program, params string[] arguments)
    {
        var run = FinishedProcess.Run(program, arguments);
        return run.ExitCode is 0 or 1
            ? (run.Elapsed, run.Work)
            : throw new InvalidOperationException($"stratus {string.Join(' ', arguments)} ended with {run.ExitCode}.");
    }

    private static (int Line, int Character) PlaceOfFirstName(string text)
    {
        var source = new SourceText(text);
        var mention = Notes.Note.Parse(source, Catalog.Embedded).Mentions.First();
        var position = source.PositionOf(mention.Span.Start, PositionEncoding.Utf16);
        return (position.Line, position.Character);
    }
}
