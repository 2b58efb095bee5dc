using System.Collections.Immutable;
using Stratus.Notes.Meaning;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;

namespace Stratus.Notes.Chunks;

/// <summary>
/// A run of top-level blocks that belong together, read on its own. Immutable, and the same object in every version of its note
/// as long as neither its text changes nor what it takes from the rest. All offsets count from its start.
/// </summary>
public sealed class Chunk : IMeasured<ChunkMeasure>
{
    internal Chunk(TextMeasure text, ChunkFacts facts, ChunkContext context, ChunkContent content)
    {
        (Facts, Context, Content) = (facts, context, content);
        Measure = new(text.Units, text.LineEnds, content.Tables.Length, TraitsOf(facts, content), NamedIn(content), ServicesIn(content), facts.Brackets, ModelOf(content));
    }

    /// <summary>What is known of it.</summary>
    public ChunkMeasure Measure { get; }

    /// <summary>Its length in UTF-16 units.</summary>
    public int Length => Measure.Units;

    /// <summary>True for the front matter of its note.</summary>
    public bool IsFrontMatter => Content.Regions is [{ Kind: TextKind.FrontMatter }, ..];

    /// <summary>The services that its rows and lines place somewhere.</summary>
    public IEnumerable<string> PlacedServices => Content.Placements.SelectMany(placement => placement.Subjects).Select(subject => subject.Service.Id).Distinct();

    /// <summary>What its text says to the rest of its note.</summary>
    internal ChunkFacts Facts { get; }

    /// <summary>What it took from outside.</summary>
    internal ChunkContext Context { get; }

    /// <summary>What was read.</summary>
    internal ChunkContent Content { get; }

    /// <summary>The bit of a service in <see cref="ChunkMeasure.Named"/> and <see cref="ChunkMeasure.Services"/>.</summary>
    internal static ulong BitOf(string serviceId)
    {
        var hash = 17u;
        foreach (var unit in serviceId)
        {
            hash = unchecked((hash * 31) + unit);
        }

        return 1UL << (int)(unchecked(hash * 2654435769u) >> 26);
    }

    private static ChunkTraits TraitsOf(ChunkFacts facts, ChunkContent content)
    {
        var traits = content.Traits
            | (facts.SaysAws ? ChunkTraits.SaysAws : 0)
            | (facts.Defines ? ChunkTraits.Defines : 0)
            | (content.Mentions.IsEmpty ? 0 : ChunkTraits.Mentions)
            | (content.Tables.IsEmpty ? 0 : ChunkTraits.Tables)
            | (content.Placements.IsEmpty ? 0 : ChunkTraits.Placements)
            | (content.Headings.IsEmpty ? 0 : ChunkTraits.Headings)
            | (content.Directives.IsEmpty ? 0 : ChunkTraits.Directives);
        foreach (var mention in content.Mentions)
        {
            traits |= mention.Layers is not null ? ChunkTraits.Layers : mention.Written!.Services.Length > 1 ? ChunkTraits.Ambiguous : 0;
        }

        foreach (var region in content.Regions)
        {
            traits |= region.Kind is TextKind.Diagram or TextKind.CodeBlock ? ChunkTraits.Blocks : 0;
        }

        return traits;
    }

    private static ulong NamedIn(ChunkContent content)
    {
        var named = 0UL;
        foreach (var mention in content.Mentions)
        {
            named |= DecidedForms.NamedForCertain(mention) is { } service ? BitOf(service.Id) : 0;
        }

        return named;
    }

    private static ulong ServicesIn(ChunkContent content)
    {
        var services = 0UL;
        foreach (var mention in content.Mentions)
        {
            foreach (var service in mention.Services)
            {
                services |= BitOf(service.Id);
            }
        }

        foreach (var placement in content.Placements)
        {
            foreach (var subject in placement.Subjects)
            {
                services |= BitOf(subject.Service.Id);
            }
        }

        return services;
    }

    private static ModelEffect ModelOf(ChunkContent content) => content.Headings.IsEmpty
        ? default
        : ModelEffect.From(level => content.Headings.Aggregate(level, static (at, heading) => ChunkContext.LevelBelow(heading, at)));
}

/// <summary>What the reading of a chunk gives.</summary>
/// <param name="Regions">The stretches of text by kind, in order, none overlapping.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Tables">Its tables, in the order in which they begin.</param>
/// <param name="Mentions">Its mentions, in order, none overlapping.</param>
/// <param name="Placements">Its placements, in order; their tables are counted within the chunk.</param>
/// <param name="Directives">Its directives, in order.</param>
/// <param name="Traits">What the reader has to say of it beside: <see cref="ChunkTraits.DependsOnAws"/> or nothing.</param>
internal sealed record ChunkContent(
    ImmutableArray<TextRegion> Regions,
    ImmutableArray<Heading> Headings,
    ImmutableArray<StudyTable> Tables,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<Placement> Placements,
    ImmutableArray<Directive> Directives,
    ChunkTraits Traits);
