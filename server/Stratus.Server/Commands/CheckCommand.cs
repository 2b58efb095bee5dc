using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Stratus.Configuration;
using Stratus.Configuration.Files;
using Stratus.Features.Diagnostics;
using Stratus.Glossary;
using Stratus.Server.Checking;
using Stratus.Server.Files;
using Stratus.Server.Reports;
using Stratus.Server.Terminal;

namespace Stratus.Server.Commands;

/// <summary><c>stratus check</c>: the findings of notes on the command line.</summary>
internal static class CheckCommand
{
    /// <summary>The name of a note that lies nowhere.</summary>
    private const string Nameless = "<stdin>";

    private static readonly Argument<string[]> Paths = new("PATH") { Description = "Notes, or folders that contain notes.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Format = new("--format") { Description = "Output format.", DefaultValueFactory = _ => "text" };
    private static readonly Option<string> Threshold = new("--threshold") { HelpName = "SEVERITY", Description = "Exit with 1 if there are findings of this severity or above: hint, information, warning or error.", DefaultValueFactory = _ => "warning" };
    private static readonly Option<string?> ProfileName = new("--profile") { Description = "Base severities; --rule overrides them." };
    private static readonly Option<string[]> Rule = new("--rule") { Description = "Set the severity of a rule for this run (repeatable).", HelpName = "CODE=SEVERITY", AllowMultipleArgumentsPerToken = false, Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string[]> Include = new("--include") { Description = "Check only notes that match GLOB, relative to the current folder (repeatable).", HelpName = "GLOB", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string[]> Exclude = new("--exclude") { Description = "Skip notes that match GLOB (repeatable).", HelpName = "GLOB", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string[]> Glossary = new("--glossary") { Description = "Use the glossary of a settings file or Contextive file too (repeatable).", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Fix = new("--fix") { Description = "Apply the fixes to the files, then list what is left." };
    private static readonly Option<bool> Diff = new("--diff") { Description = "Print what --fix would change as a unified diff, and write nothing." };
    private static readonly Option<bool> ListFiles = new("--list-files") { Description = "List the notes that would be checked, and check none." };
    private static readonly Option<bool> Input = new("--stdin") { Description = "Check the note on standard input." };
    private static readonly Option<string?> InputPath = new("--stdin-path") { Description = "Treat standard input as this file (settings, ignore files, report).", HelpName = "PATH" };
    // What is said of services that end depends on the day: outputs that are recorded name theirs.
    private static readonly Option<string?> Today = new("--today")
    {
        Description = "The day to check for, instead of today.",
        HelpName = "YYYY-MM-DD",
        Hidden = true,
    };

    internal static Command Create()
    {
        Format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        ProfileName.AcceptOnlyFromAmong([.. SettingsReader.ProfileNames]);
        Threshold.AcceptOnlyFromAmong("hint", "information", "warning", "error");
        var command = new Command("check", "Check notes. Exit code: 0 = no findings at or above --threshold, 1 = findings, 2 = error.")
        {
            Paths, Format, Threshold, ProfileName, Rule, Include, Exclude, Glossary, Fix, Diff, ListFiles, Input, InputPath, Today,
        };
        // On the pool, so that a signal finds the program listening.
        command.SetAction((arguments, cancellation) => Task.Run(() => Run(arguments, cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        if ((Options.FindUnknown(arguments, Paths) ?? FindContradiction(arguments)) is { } mistake)
        {
            return Refuse(mistake);
        }

        foreach (var (option, glob) in GlobsOf(arguments, Include).Concat(GlobsOf(arguments, Exclude)))
        {
            if (Glob.FindMistake(glob) is { } problem)
            {
                return Refuse($"{option} {glob}: {problem}");
            }
        }

        var rules = new Dictionary<string, Severity>();
        foreach (var setting in arguments.GetValue(Rule) ?? [])
        {
            if (ReadRule(setting, rules) is { } problem)
            {
                return Refuse(problem);
            }
        }

        var glossary = ImmutableArray.CreateBuilder<GlossaryEntry>();
        foreach (var path in arguments.GetValue(Glossary) ?? [])
        {
            if (ReadGlossary(path, glossary) is { } problem)
            {
                return Refuse(problem);
            }
        }

        var today = DateOnly.FromDateTime(DateTime.Now);
        if (arguments.GetValue(Today) is { } day
            && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today))
        {
            return Refuse($"--today {day}: write YYYY-MM-DD, as in 2026-11-28");
        }

        return Check(
            new(
                arguments.GetValue(Paths) is { Length: > 0 } paths ? paths : ["."],
                arguments.GetRequiredValue(Format) switch
                {
                    "json" => ReportFormat.Json,
                    "sarif" => ReportFormat.Sarif,
                    "github" => ReportFormat.GitHub,
                    _ => ReportFormat.Text,
                },
                SettingsReader.FindSeverity(arguments.GetRequiredValue(Threshold))!.Value,
                Settings.Default with
                {
                    Rules = rules.ToFrozenDictionary(),
                    ChosenProfile = arguments.GetValue(ProfileName) is { } profile ? SettingsReader.FindProfile(profile) : null,
                    Include = arguments.GetValue(Include) is { Length: > 0 } include ? [.. include] : null,
                    Exclude = arguments.GetValue(Exclude) is { Length: > 0 } exclude ? [.. exclude] : null,
                    Glossary = glossary.DrainToImmutable(),
                },
                arguments.GetValue(Fix) ? FixMode.Write : arguments.GetValue(Diff) ? FixMode.Show : FixMode.List,
                arguments.GetValue(ListFiles),
                arguments.GetValue(Input),
                arguments.GetValue(InputPath),
                today),
            cancellation);
    }

    private static int Check(CheckRequest request, CancellationToken cancellation)
    {
        var problems = new ConcurrentQueue<PathProblem>();
        List<CheckedNote> notes;
        using (var progress = new ProgressBar(TerminalSupport.CanShowProgress(), Console.Error, TimeProvider.System))
        {
            var checker = new NoteChecker(request, problems.Enqueue, NoteText.Read, cancellation);
            var files = request.ReadsInput ? InputFiles(request, checker, problems.Enqueue) : NoteFiles.Find(request.Paths, checker.Includes, problems.Enqueue, cancellation);
            if (request.ListsFiles)
            {
                WriteFiles(files);
                return Tell(problems).Count > 0 ? ExitCode.CouldNotRun : ExitCode.Good;
            }

            progress.Begin(files.Count);
            notes = request.ReadsInput ? CheckInput(checker, files, problems.Enqueue) : checker.CheckFiles(files, progress.Advance);
            notes.AddRange(checker.SettingsFindings());
        }

        var told = Tell(problems);
        Write(request, notes, told);
        return told.Count > 0 ? ExitCode.CouldNotRun
            : notes.Any(note => note.Findings.Any(finding => finding.Severity >= request.Threshold)) ? ExitCode.Found
            : ExitCode.Good;
    }

    /// <summary>The note of standard input by its name; none if ignore files or settings exclude it.</summary>
    private static List<string> InputFiles(CheckRequest request, NoteChecker checker, Action<PathProblem> report) =>
        request.InputPath is not { } path ? [Nameless] : new IgnoredPaths(report).Contains(path) || !checker.Includes(path) ? [] : [path];

    private static List<CheckedNote> CheckInput(NoteChecker checker, List<string> files, Action<PathProblem> report)
    {
        try
        {
            using var input = Console.OpenStandardInput();
            var bytes = RegularFile.ReadToEnd(input, 0, NoteText.MostBytes);
            return [.. files.Select(path => checker.Check(path, bytes)).OfType<CheckedNote>()];
        }
        catch (IOException problem)
        {
            report(new(Nameless, $"standard input cannot be read: {problem.Message}"));
            return [];
        }
    }

    private static void Write(CheckRequest request, List<CheckedNote> notes, IReadOnlyList<PathProblem> problems)
    {
        if (request.Fixes != FixMode.Show && request.Format is ReportFormat.Json or ReportFormat.Sarif)
        {
            using var bytes = StandardOutput.Open();
            if (request.Format == ReportFormat.Json)
            {
                JsonReport.Write(notes, problems, request.Fixes == FixMode.Write, bytes);
            }
            else
            {
                SarifReport.Write(notes, problems, bytes);
            }

            return;
        }

        using var text = StandardOutput.OpenText();
        if (request.Fixes == FixMode.Show)
        {
            notes.ForEach(note => text.Write(note.Diff));
        }
        else if (request.Format == ReportFormat.GitHub)
        {
            GitHubReport.Write(notes, problems, text);
        }
        else
        {
            new TextReport(text, TerminalSupport.HasColours()).Write(notes);
        }
    }

    private static void WriteFiles(List<string> files)
    {
        using var output = StandardOutput.OpenText();
        files.ForEach(output.WriteLine);
    }

    /// <summary>Says on standard error what could not be done; gives it in that order, each once.</summary>
    private static List<PathProblem> Tell(ConcurrentQueue<PathProblem> problems)
    {
        var told = problems.Distinct().OrderBy(problem => problem.ToString(), StringComparer.Ordinal).ToList();
        told.ForEach(problem => Console.Error.WriteLine($"stratus: {TerminalSupport.Printable(problem.ToString())}"));
        return told;
    }

    private static int Refuse(string mistake)
    {
        Console.Error.WriteLine($"stratus: {TerminalSupport.Printable(mistake)}");
        return ExitCode.CouldNotRun;
    }

    /// <summary>What of the options does not go together, or null.</summary>
    private static string? FindContradiction(ParseResult arguments)
    {
        var (fix, diff, input) = (arguments.GetValue(Fix), arguments.GetValue(Diff), arguments.GetValue(Input));
        return fix && diff ? "use `--fix` or `--diff`, not both"
            : fix && input ? "`--fix` has no file to write with `--stdin`: use `--diff` to see the changes"
            : diff && arguments.GetRequiredValue(Format) != "text" ? "`--diff` prints a diff and takes no `--format`"
            : input && arguments.GetValue(Paths) is { Length: > 0 } ? "`--stdin` takes no PATH: use `--stdin-path` to name the file"
            : !input && arguments.GetValue(InputPath) is not null ? "`--stdin-path` needs `--stdin`"
            : arguments.GetValue(InputPath) is { } path && (path.Length == 0 || !FilePath.IsPossible(Path.GetFullPath(path)))
                ? $"--stdin-path {(path.Length > 40 ? $"{path.AsSpan(0, 40)}…" : path)}: no file can have this path"
            : null;
    }

    private static IEnumerable<(string Option, string Glob)> GlobsOf(ParseResult arguments, Option<string[]> option) =>
        (arguments.GetValue(option) ?? []).Select(glob => (option.Name, glob));

    /// <summary>Reads a glossary; gives what is wrong with it, or null.</summary>
    private static string? ReadGlossary(string path, ImmutableArray<GlossaryEntry>.Builder glossary)
    {
        try
        {
            var (entries, problems) = new SettingsFiles(Findings.Codes).ReadGlossaryOf(Path.GetFullPath(path));
            glossary.AddRange(entries);
            return problems is [var first, ..] ? $"--glossary {path}:{first.Line}:{first.Column}: {first.Message}" : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"--glossary {path}: the file cannot be read: {problem.Message}";
        }
    }

    /// <summary>Takes <c>CODE=SEVERITY</c>; gives what is wrong with it, or null.</summary>
    private static string? ReadRule(string setting, Dictionary<string, Severity> rules)
    {
        var (code, name) = setting.Split('=', 2) is [var left, var right] ? (left, right) : (setting, null);
        if (name is null)
        {
            return $"--rule {setting}: write CODE=SEVERITY, as in service-casing=warning";
        }

        if (Findings.FindRule(code) is null)
        {
            return $"--rule {setting}: Unknown rule `{code}`.{Suggestion.For(code, Findings.Codes)}";
        }

        if (SettingsReader.FindSeverity(name) is not { } severity)
        {
            return $"--rule {setting}: Unknown severity `{name}`.{Suggestion.For(name, SettingsReader.SeverityNames)}";
        }

        rules[code] = severity;
        return null;
    }
}
