using System.Collections.Concurrent;
using System.CommandLine;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Notes;
using Stratus.Server.Checking;

namespace Stratus.Server.Commands;

/// <summary><c>stratus check</c>: the findings of notes on the command line.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Notes, or folders with notes.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => ["."] };
        var format = new Option<string>("--format") { Description = "How to print what is found.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var threshold = new Option<string>("--threshold") { Description = "End with 1 if there is something of this severity or above.", DefaultValueFactory = _ => "warning" };
        threshold.AcceptOnlyFromAmong("hint", "information", "warning", "error");
        var command = new Command("check", "Check notes, and end with 0 (nothing at the threshold or above), 1 (something) or 2 (could not run).") { paths, format, threshold };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(
            arguments.GetRequiredValue(paths),
            arguments.GetRequiredValue(format) == "json",
            SettingsReader.FindLevel(arguments.GetRequiredValue(threshold))!.Value,
            cancellation)));
        return command;
    }

    private static int Run(string[] paths, bool asJson, RuleLevel threshold, CancellationToken cancellation)
    {
        var problems = new ConcurrentQueue<string>();
        var files = NoteFiles.Find(paths, problems.Enqueue);
        var notes = Check(files, problems.Enqueue, cancellation);
        foreach (var problem in problems.Order(StringComparer.Ordinal).Distinct())
        {
            Console.Error.WriteLine($"stratus: {problem}");
        }

        if (asJson)
        {
            using var output = Console.OpenStandardOutput();
            JsonReport.Write(notes, output);
        }
        else
        {
            using var output = new StreamWriter(Console.OpenStandardOutput());
            new TextReport(output, HasColours()).Write(notes);
        }

        return !problems.IsEmpty ? ExitCode.CouldNotRun
            : notes.Any(note => note.Findings.Any(finding => finding.Level >= threshold)) ? ExitCode.Found
            : ExitCode.Good;
    }

    /// <summary>Checks files on the pool; the result has their order, without those that cannot be read.</summary>
    private static List<CheckedNote> Check(List<string> files, Action<string> report, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(DateTime.Now);
        var settings = new SettingsFiles([.. Diagnostics.Rules.Select(rule => rule.Code)]);
        var notes = new CheckedNote?[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            var path = files[index];
            try
            {
                // ReadAllText takes a byte order mark off, as editors do, and bears invalid UTF-8.
                var source = new SourceText(File.ReadAllText(path));
                var folder = settings.For(Path.GetDirectoryName(Path.GetFullPath(path))!);
                var here = new Workspace(folder.Catalog, folder.Settings, today);
                notes[index] = new(path, source, Diagnostics.Of(here, Note.Parse(source, here.Catalog), cancellation));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                report($"{path}: the file cannot be read: {problem.Message}");
            }
        });
        foreach (var file in settings.Read)
        {
            foreach (var problem in file.Problems)
            {
                report($"{Path.GetRelativePath(".", file.Path)}:{problem.Line}:{problem.Column}: {problem.Message}");
            }
        }

        return [.. notes.OfType<CheckedNote>()];
    }

    private static bool HasColours() =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
