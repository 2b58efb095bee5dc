using System.CommandLine;
using System.Text;
using Stratus.Server.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Language server and checker for Markdown notes about AWS services and OSI layers.")
{
    LspCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    InspectCommand.Create(),
};
var arguments = root.Parse(args);
try
{
    await using var output = StandardOutput.OpenText();
    var code = await arguments.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = output });
    return arguments.Errors.Count > 0 ? ExitCode.CouldNotRun : code;
}
catch (OutputException problem)
{
    if (!problem.IsClosedPipe)
    {
        await Console.Error.WriteLineAsync($"stratus: the output cannot be written: {problem.Message}");
    }

    return ExitCode.CouldNotRun;
}
catch (OperationCanceledException)
{
    return ExitCode.CouldNotRun;
}
catch (Exception fault)
{
    // Nothing that a user wrote ends here: whatever does is a fault of Stratus, and worth a report with all there is to know.
    await Console.Error.WriteLineAsync($"stratus: this is a bug in Stratus, not in your notes:\n{fault}");
    return ExitCode.CouldNotRun;
}
