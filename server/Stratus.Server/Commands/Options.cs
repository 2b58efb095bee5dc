using System.CommandLine;
using System.CommandLine.Parsing;
using Stratus.Configuration;

namespace Stratus.Server.Commands;

/// <summary>Looks at the words of a command line that the parser has no opinion on.</summary>
internal static class Options
{
    /// <summary>
    /// What is wrong with the paths of a command line, or null: a word that begins with a hyphen is an option that there is none of,
    /// unless it is after <c>--</c>.
    /// </summary>
    internal static string? FindUnknown(ParseResult arguments, Argument paths)
    {
        var taken = arguments.GetResult(paths)?.Tokens ?? [];
        foreach (var token in arguments.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash))
        {
            if (token.Value is ['-', _, ..] && taken.Any(own => ReferenceEquals(own, token)))
            {
                var known = arguments.CommandResult.Command.Options.Where(option => !option.Hidden).Select(option => option.Name).ToList();
                var name = token.Value.Split('=')[0];
                return $"Unknown option `{name}`.{Suggestion.For(name, known)} If it is a name and not an option, write it after `--`.";
            }
        }

        return null;
    }
}
