using System.Collections.Immutable;
using Stratus.Notes.Meaning;

namespace Stratus.Notes.Chunks;

/// <summary>A run of top-level blocks that belong together, read on its own. All offsets count from its start.</summary>
/// <param name="Text">Its source.</param>
/// <param name="Context">What it took from outside.</param>
/// <param name="Regions">The stretches of text by kind, in order, none overlapping.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Tables">Its tables, in the order in which they begin.</param>
/// <param name="Mentions">Its mentions, in order, none overlapping.</param>
/// <param name="Placements">Its placements, in order; their tables are counted within the chunk.</param>
/// <param name="Directives">Its directives, in order.</param>
internal sealed record Chunk(
    string Text,
    ChunkContext Context,
    ImmutableArray<TextRegion> Regions,
    ImmutableArray<Heading> Headings,
    ImmutableArray<StudyTable> Tables,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<Placement> Placements,
    ImmutableArray<Directive> Directives);
