using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Notes;

namespace Stratus.Server.Checking;

/// <summary>A note that was checked.</summary>
/// <param name="Path">Its path, as it was given or found.</param>
/// <param name="Source">Its text, without a byte order mark, as editors show it.</param>
/// <param name="Findings">What the rules found.</param>
internal sealed record CheckedNote(string Path, SourceText Source, ImmutableArray<Finding> Findings)
{
    /// <summary>The names of the levels in output and on the command line.</summary>
    internal static string NameOf(RuleLevel level) => level switch
    {
        RuleLevel.Error => "error",
        RuleLevel.Warning => "warning",
        RuleLevel.Information => "information",
        _ => "hint",
    };
}
