using System.Collections.Immutable;

namespace Stratus;

/// <summary>
/// The words by which notes are read, in the languages that they are written in: <c>data/vocabulary/</c>, where each file and list
/// says what it is for. Immutable.
/// </summary>
public sealed record Vocabulary
{
    private static readonly Lazy<Vocabulary> LazyEmbedded = new(ReadEmbedded);

    /// <summary>The vocabulary that is embedded in this assembly; decoded once, on first use.</summary>
    public static Vocabulary Embedded => LazyEmbedded.Value;

    /// <summary>A text that holds one of these is about AWS.</summary>
    public required WordList SayAws { get; init; }

    /// <summary>Names that are words too, but words that hardly ever begin an ordinary sentence.</summary>
    public required WordList NeverOpenSentences { get; init; }

    /// <summary>What heads the columns of tables.</summary>
    public required ColumnHeaders ColumnHeaders { get; init; }

    /// <summary>By these an author takes a claim back in part.</summary>
    public required WordList Hedges { get; init; }

    /// <summary>What joins two layers that both hold.</summary>
    public required WordList JoinLayers { get; init; }

    /// <summary>What stands between the ends of a range of layers.</summary>
    public required WordList JoinEndsOfRange { get; init; }

    /// <summary>What joins two names in a cell that are each a subject of its row.</summary>
    public required WordList JoinNames { get; init; }

    /// <summary>Words in a service column that are no service's name.</summary>
    public required WordList OrdinaryCellWords { get; init; }

    /// <summary>Words that may stand in small letters within a name.</summary>
    public required WordList WithinNames { get; init; }

    /// <summary>Ordinary words that begin as an invented name does.</summary>
    public required WordList OrdinaryWordsLikeNames { get; init; }

    /// <summary>A heading or header that holds one of these is about layers that are not OSI's.</summary>
    public required WordList OtherLayerModels { get; init; }

    /// <summary>Right before a number like L2, they make it no layer.</summary>
    public required WordList BeforeOtherNumbers { get; init; }

    /// <summary>Right after a number like L2, they make it no layer.</summary>
    public required WordList AfterOtherNumbers { get; init; }

    /// <summary>Other clouds: right before a name, they make it theirs.</summary>
    public required WordList OtherClouds { get; init; }

    /// <summary>Makers of other things than AWS's.</summary>
    public required WordList OtherVendors { get; init; }

    /// <summary>By these an author says that a thing is past.</summary>
    public required WordList PastPhrases { get; init; }

    /// <summary>By these a heading says that its section is still to be written.</summary>
    public required WordList UnwrittenSections { get; init; }

    /// <summary>How layers are written.</summary>
    public required LayerWords LayerWords { get; init; }

    private static unsafe Vocabulary ReadEmbedded()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("vocabulary.bin");

        // Resources are mapped with the image, so the bytes can be read where they lie.
        return stream is UnmanagedMemoryStream mapped
            ? CatalogReader.ReadVocabulary(new ReadOnlySpan<byte>(mapped.PositionPointer, checked((int)mapped.Length)))
            : throw new InvalidOperationException("This assembly was built without its vocabulary.");
    }
}

/// <summary>The words that head the columns of tables, by what such a column holds.</summary>
/// <param name="Layer">OSI layers.</param>
/// <param name="Service">Services: the surest words.</param>
/// <param name="Part">Services, where no surer word heads a column.</param>
/// <param name="Name">Services, where no surer word heads a column.</param>
/// <param name="Description">What the thing of the row does.</param>
/// <param name="Protocol">Protocols.</param>
/// <param name="Example">Examples.</param>
/// <param name="Aside">Services that the row is not about.</param>
/// <param name="Rank">Numbered things that are no layers.</param>
public sealed record ColumnHeaders(
    WordList Layer,
    WordList Service,
    WordList Part,
    WordList Name,
    WordList Description,
    WordList Protocol,
    WordList Example,
    WordList Aside,
    WordList Rank);

/// <summary>How layers are written; case is ignored.</summary>
/// <param name="BeforeNumber">Words for layer before its number: <c>Layer 4</c>, <c>camada 4</c>.</param>
/// <param name="BeforeNumberInColumns">Words that stand for layer before its number only in a layer column: <c>Level 4</c>.</param>
/// <param name="AfterNumber">Words for layer after its number: <c>4계층</c>.</param>
/// <param name="AfterName">Words for layer after its name: <c>transport layer</c>.</param>
/// <param name="Names">Names of layers anywhere, the longest first.</param>
/// <param name="NamesInColumns">Names that are everyday words too, and layers only in a layer column; the longest first.</param>
public sealed record LayerWords(
    WordList BeforeNumber,
    WordList BeforeNumberInColumns,
    WordList AfterNumber,
    WordList AfterName,
    ImmutableArray<LayerName> Names,
    ImmutableArray<LayerName> NamesInColumns);

/// <summary>The name of a layer in some language.</summary>
/// <param name="Text">As it is written, in usual case.</param>
/// <param name="Layer">1 to 7.</param>
public readonly record struct LayerName(string Text, int Layer);
