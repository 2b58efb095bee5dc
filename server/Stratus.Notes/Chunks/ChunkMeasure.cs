using Stratus.Notes.Sequences;

namespace Stratus.Notes.Chunks;

/// <summary>What chunks hold, at least once.</summary>
[Flags]
public enum ChunkTraits
{
    /// <summary>Words, and nothing of the below.</summary>
    None = 0,
    /// <summary>Mentions.</summary>
    Mentions = 1,
    /// <summary>Tables.</summary>
    Tables = 2,
    /// <summary>Placements.</summary>
    Placements = 4,
    /// <summary>Headings.</summary>
    Headings = 8,
    /// <summary>Directives.</summary>
    Directives = 16,
    /// <summary>Code or diagrams in blocks.</summary>
    Blocks = 32,
    /// <summary>A mention of layers.</summary>
    Layers = 64,
    /// <summary>A form that stands for several services.</summary>
    Ambiguous = 128,
    /// <summary>A word that is a mention only in notes about AWS.</summary>
    DependsOnAws = 256,
    /// <summary>Words that only notes on AWS hold.</summary>
    SaysAws = 512,
    /// <summary>Link definitions or abbreviations, which other chunks may use.</summary>
    Defines = 1024,
}

/// <summary>What is known of a stretch of chunks.</summary>
/// <param name="Units">Its length in UTF-16 units.</param>
/// <param name="LineEnds">How many line ends it holds.</param>
/// <param name="Tables">How many tables it holds.</param>
/// <param name="Traits">What it holds.</param>
/// <param name="Named">A bit for each service that it names for certain; several services share a bit.</param>
/// <param name="Services">A bit for each service that a mention of it may stand for, or that it places.</param>
/// <param name="Brackets">The bits of what stands in square brackets.</param>
/// <param name="Model">What its headings make of the layer model that holds.</param>
public readonly record struct ChunkMeasure(int Units, int LineEnds, int Tables, ChunkTraits Traits, ulong Named, ulong Services, ulong Brackets, ModelEffect Model)
    : IMeasure<ChunkMeasure>
{
    /// <summary>That of two stretches, one after the other.</summary>
    public static ChunkMeasure operator +(ChunkMeasure left, ChunkMeasure right) => new(
        left.Units + right.Units,
        left.LineEnds + right.LineEnds,
        left.Tables + right.Tables,
        left.Traits | right.Traits,
        left.Named | right.Named,
        left.Services | right.Services,
        left.Brackets | right.Brackets,
        left.Model + right.Model);

    /// <summary>True if it may hold any of these.</summary>
    public bool Has(ChunkTraits traits) => (Traits & traits) != 0;
}
