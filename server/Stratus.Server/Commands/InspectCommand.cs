using System.CommandLine;
using Stratus.Notes;
using Stratus.Server.Inspecting;

namespace Stratus.Server.Commands;

/// <summary><c>stratus inspect</c>: what Stratus makes of a note, as the features see it.</summary>
internal static class InspectCommand
{
    internal static Command Create()
    {
        var path = new Argument<string>("NOTE") { Description = "A note; - reads it from standard input." };
        var format = new Option<string>("--format") { Description = "How to print the model.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json");
        var command = new Command("inspect", "Print the model of a note: kinds of text, tables, mentions and placements.") { path, format };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(path)));
        return command;
    }

    private static int Run(string path)
    {
        try
        {
            var text = path == "-" ? new StreamReader(Console.OpenStandardInput()).ReadToEnd() : File.ReadAllText(path);
            using var output = Console.OpenStandardOutput();
            NoteModel.Write(Note.Parse(new SourceText(text), Catalog.Embedded), output);
            return ExitCode.Good;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"stratus: {path}: the note cannot be read: {problem.Message}");
            return ExitCode.CouldNotRun;
        }
    }
}
