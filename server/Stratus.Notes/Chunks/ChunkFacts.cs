using System.Collections.Immutable;
using Stratus.Notes.Meaning.Mentions;

namespace Stratus.Notes.Chunks;

/// <summary>What the text of a chunk says to the rest of its note, by a quick look at it.</summary>
/// <param name="SaysAws">True if it holds words that only notes on AWS hold.</param>
/// <param name="LinkLabels">The labels of its link definitions, in order.</param>
/// <param name="Abbreviations">The abbreviations that it defines.</param>
/// <param name="Brackets">What it has in square brackets, as <see cref="LinkLabel"/> says.</param>
internal sealed record ChunkFacts(
    bool SaysAws,
    ImmutableArray<string> LinkLabels,
    ImmutableArray<DefinedAbbreviation> Abbreviations,
    ulong Brackets)
{
    private static readonly ChunkFacts None = new(false, [], [], 0);

    private static readonly ChunkFacts OnlyAws = None with { SaysAws = true };

    /// <summary>True if it defines something that other chunks may use.</summary>
    public bool Defines => !LinkLabels.IsEmpty || !Abbreviations.IsEmpty;

    /// <summary>Looks at the text of a chunk.</summary>
    public static ChunkFacts Of(string text, Catalog catalog)
    {
        var saysAws = Vocabulary.Embedded.SayAws.IsPartOf(text);
        var brackets = LinkLabel.MaskOf(text);
        var labels = brackets == 0 || !text.Contains("]:", StringComparison.Ordinal) ? [] : LinkLabel.DefinedIn(text);
        var abbreviations = DefinedAbbreviations.In(text, catalog);
        return brackets != 0 || !abbreviations.IsEmpty ? new(saysAws, labels, abbreviations, brackets)
            : saysAws ? OnlyAws
            : None;
    }

    /// <summary>True if both define the same.</summary>
    public bool DefinesSame(ChunkFacts other) =>
        LinkLabels.AsSpan().SequenceEqual(other.LinkLabels.AsSpan()) && Abbreviations.AsSpan().SequenceEqual(other.Abbreviations.AsSpan());
}
