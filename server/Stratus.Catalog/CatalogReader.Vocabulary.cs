using System.Collections.Immutable;

namespace Stratus;

/// <summary>
/// Reads the binary form of the vocabulary. Mirrors <c>build/vocabulary.mjs</c> list by list: change both together, and the version
/// with them.
/// </summary>
internal ref partial struct CatalogReader
{
    private const byte VocabularyVersion = 1;

    /// <summary>The vocabulary that the bytes hold.</summary>
    /// <exception cref="InvalidDataException">The bytes are no vocabulary of this version, or end too early.</exception>
    public static Vocabulary ReadVocabulary(ReadOnlySpan<byte> data)
    {
        var reader = new CatalogReader(data);
        return reader.ReadVocabulary();
    }

    // Members are initialised in the order in which they are written here: that of the lists.
    private Vocabulary ReadVocabulary() => !ReadBytes(4).SequenceEqual("SVOC"u8) || ReadByte() != VocabularyVersion
        ? throw new InvalidDataException("The embedded vocabulary has another format than this build reads; build again.")
        : new()
        {
            SayAws = ReadWords(),
            NeverOpenSentences = ReadWords(),
            ColumnHeaders = new(
                Layer: ReadWords(),
                Service: ReadWords(),
                Part: ReadWords(),
                Name: ReadWords(),
                Description: ReadWords(),
                Protocol: ReadWords(),
                Example: ReadWords(),
                Aside: ReadWords(),
                Rank: ReadWords()),
            Hedges = ReadWords(),
            JoinLayers = ReadWords(),
            JoinEndsOfRange = ReadWords(),
            JoinNames = ReadWords(),
            OrdinaryCellWords = ReadWords(),
            WithinNames = ReadWords(),
            OrdinaryWordsLikeNames = ReadWords(),
            OtherLayerModels = ReadWords(),
            BeforeOtherNumbers = ReadWords(),
            AfterOtherNumbers = ReadWords(),
            OtherClouds = ReadWords(),
            OtherVendors = ReadWords(),
            PastPhrases = ReadWords(),
            UnwrittenSections = ReadWords(),
            LayerWords = new(
                BeforeNumber: ReadWords(),
                BeforeNumberInColumns: ReadWords(),
                AfterNumber: ReadWords(),
                AfterName: ReadWords(),
                Names: ReadLayerNames(),
                NamesInColumns: ReadLayerNames()),
        };

    private WordList ReadWords()
    {
        var exactCase = ReadByte() != 0;
        return new(ReadText(), exactCase);
    }

    private ImmutableArray<LayerName> ReadLayerNames()
    {
        var names = new LayerName[ReadNumber()];
        for (var index = 0; index < names.Length; index++)
        {
            var layer = ReadByte();
            names[index] = new(ReadText(), layer);
        }

        return Own(names);
    }
}
