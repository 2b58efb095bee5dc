using System.Collections.Immutable;

namespace Stratus.Features;

/// <summary>Cards by name, away from any note: for <c>stratus explain</c>.</summary>
public static class Explain
{
    /// <summary>The cards of what a name (<c>NLB</c>, <c>transit gateway</c>, <c>L4</c>, <c>layer 4</c>) stands for; empty where it stands for nothing.</summary>
    public static ImmutableArray<Card> Name(Workspace workspace, string name) => throw new NotSupportedException();

    /// <summary>Names that are near to one that stands for nothing, nearest first; at most three.</summary>
    public static ImmutableArray<string> Suggest(Workspace workspace, string name) => throw new NotSupportedException();

    /// <summary>The page of a rule, as Markdown; null where there is no such rule.</summary>
    public static string? Rule(string code) => throw new NotSupportedException();
}
