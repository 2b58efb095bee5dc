using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Notes.Text;

namespace Stratus.Server.Checking;

/// <summary>A note that was checked.</summary>
/// <param name="Path">Its path, as it was given or found.</param>
/// <param name="Source">Its text, without a byte order mark, as editors show it; after fixing, the fixed one. Empty where there is nothing to show of it.</param>
/// <param name="Findings">What the rules find in that text.</param>
/// <param name="Fixed">What was fixed, with places in the text before.</param>
/// <param name="Diff">What fixing would change, as a unified diff; empty where it would change nothing or was not asked for.</param>
internal sealed record CheckedNote(string Path, SourceText Source, ImmutableArray<Finding> Findings, ImmutableArray<FixedPlace> Fixed, string Diff)
{
    /// <summary>The path with slashes, as reports for other programs write it.</summary>
    internal string PortablePath => Path.Replace(System.IO.Path.DirectorySeparatorChar, '/');

    /// <summary>The names of the severities in output and on the command line.</summary>
    internal static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Information => "information",
        _ => "hint",
    };
}

/// <summary>Something that was fixed.</summary>
/// <param name="Place">Where it began in the text before: line and character from 0, in UTF-16 units.</param>
/// <param name="Code">The rule.</param>
/// <param name="Title">What was done.</param>
internal readonly record struct FixedPlace(LinePosition Place, string Code, string Title);
