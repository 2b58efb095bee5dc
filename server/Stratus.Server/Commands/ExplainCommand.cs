using System.CommandLine;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;

namespace Stratus.Server.Commands;

/// <summary><c>stratus explain</c>: the card of a name, or the page of a rule.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var name = new Argument<string[]>("NAME") { Description = "A service, a layer or a rule: NLB, transit gateway, L4, conflicting-layers.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("explain", "Print the card of a service or a layer, or the page of a rule.") { name };
        command.SetAction(arguments =>
        {
            if (Options.FindUnknown(arguments, name) is not { } mistake)
            {
                return Run(string.Join(' ', arguments.GetRequiredValue(name)), arguments.InvocationConfiguration.Output);
            }

            Console.Error.WriteLine($"stratus: {mistake}");
            return ExitCode.CouldNotRun;
        });
        return command;
    }

    private static int Run(string name, TextWriter output)
    {
        if (Explanation.Rule(name) is { } page)
        {
            output.WriteLine(page.TrimEnd());
            return ExitCode.Good;
        }

        // The glossaries of the current folder are used as for its notes.
        var folder = new SettingsFiles(Findings.Codes).For(Environment.CurrentDirectory);
        var workspace = new Workspace(folder.Catalog, folder.Settings, DateOnly.FromDateTime(DateTime.Now));
        var cards = Explanation.Name(workspace, name);
        if (cards.IsEmpty)
        {
            var near = Explanation.Suggest(workspace, name);
            Console.Error.WriteLine(near.IsEmpty
                ? $"stratus: Unknown name `{name}`: it is not a service, layer or rule."
                : $"stratus: Unknown name `{name}`: it is not a service, layer or rule. Did you mean {string.Join(" or ", near.Select(known => $"`{known}`"))}?");
            return ExitCode.CouldNotRun;
        }

        output.WriteLine(string.Join("\n\n", cards.Select(card => card.PlainText.TrimEnd())));
        return ExitCode.Good;
    }
}
