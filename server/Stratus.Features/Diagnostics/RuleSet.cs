using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Stratus.Configuration;

namespace Stratus.Features.Diagnostics;

/// <summary>The rules that are on under some settings, by what they look at.</summary>
internal sealed class RuleSet
{
    private static readonly ConditionalWeakTable<Settings, RuleSet> Known = [];

    private RuleSet(Settings settings)
    {
        IsOn = [.. Findings.Rules.Select(rule => !RuleSeverities.IsOff(settings, rule))];
        InChunk = [.. Findings.Rules.Where((_, index) => IsOn[index]).Select(rule => rule.InChunk).OfType<ChunkCheck>()];
    }

    /// <summary>Of each rule, in their order, whether it is on.</summary>
    public ImmutableArray<bool> IsOn { get; }

    /// <summary>The parts that look at chunks.</summary>
    public ImmutableArray<ChunkCheck> InChunk { get; }

    /// <summary>Those of some settings.</summary>
    public static RuleSet Of(Settings settings) => Known.GetValue(settings, static settings => new(settings));
}
