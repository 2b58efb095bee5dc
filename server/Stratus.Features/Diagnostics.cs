using System.Collections.Immutable;
using Stratus.Notes;

namespace Stratus.Features;

/// <summary>Diagnostics: runs the rules on a note.</summary>
public static class Diagnostics
{
    /// <summary>All rules, in the order of their codes.</summary>
    public static ImmutableArray<Rule> Rules => throw new NotSupportedException();

    /// <summary>The rule with this code, or null.</summary>
    public static Rule? FindRule(string code) => throw new NotSupportedException();

    /// <summary>What the rules that are not off find in the note, in the order of the text.</summary>
    public static ImmutableArray<Finding> Of(Workspace workspace, Note note, CancellationToken cancellation) => throw new NotSupportedException();
}
