using System.CommandLine;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Server.Files;
using Stratus.Server.Reports;

namespace Stratus.Server.Commands;

/// <summary><c>stratus inspect</c>: what Stratus makes of a note, as the features see it.</summary>
internal static class InspectCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("NOTE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "A note, or - for standard input. For several notes, one model is printed per line.",
        };
        var format = new Option<string>("--format") { Description = "Output format.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json");
        var command = new Command("inspect", "Print the model of a note: kinds of text, tables, mentions and placements.") { paths, format };
        command.SetAction(arguments =>
        {
            if (Options.FindUnknown(arguments, paths) is not { } mistake)
            {
                return Run(arguments.GetRequiredValue(paths));
            }

            Console.Error.WriteLine($"stratus: {mistake}");
            return ExitCode.CouldNotRun;
        });
        return command;
    }

    private static int Run(string[] paths)
    {
        using var output = StandardOutput.Open();
        var files = new SettingsFiles(Findings.Codes);
        return paths.All(path => Inspect(path, files, output)) ? ExitCode.Good : ExitCode.CouldNotRun;
    }

    private static bool Inspect(string path, SettingsFiles files, Stream output)
    {
        try
        {
            var text = path == "-" ? new StreamReader(Console.OpenStandardInput()).ReadToEnd() : NoteText.Read(path).Source.ToString();
            var folder = path == "-" ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(path))!;
            NoteModel.Write(Note.Parse(new SourceText(text), files.For(folder).Catalog), output);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"stratus: {path}: the note cannot be read: {problem.Message}");
            return false;
        }
    }
}
