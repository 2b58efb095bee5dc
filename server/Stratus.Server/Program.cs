using System.CommandLine;
using System.Text;
using Stratus.Server.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Stratus knows the AWS services and OSI layers that study notes in Markdown speak of.")
{
    LspCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
};
var arguments = root.Parse(args);
var code = await arguments.InvokeAsync();
return arguments.Errors.Count > 0 ? ExitCode.CouldNotRun : code;
