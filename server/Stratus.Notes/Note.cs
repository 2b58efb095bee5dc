namespace Stratus.Notes;

/// <summary>One parsed Markdown document. Immutable; offsets are UTF-16 units of its source.</summary>
public sealed class Note
{
    private Note(SourceText source, Catalog catalog)
    {
        Source = source;
        Catalog = catalog;
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The catalog that its names were looked up in.</summary>
    public Catalog Catalog { get; }

    /// <summary>Parses a text. Never throws, whatever the text.</summary>
    public static Note Parse(SourceText source, Catalog catalog) => new(source, catalog);

    /// <summary>The note of a changed text, equal to one parsed afresh; what the change does not affect is taken from this one.</summary>
    public Note WithSource(SourceText source) => Parse(source, Catalog);

    /// <summary>Every mention, in the order of the text; no two overlap.</summary>
    public IEnumerable<Mention> Mentions => throw new NotSupportedException();

    /// <summary>The mention that the offset touches, or null; of two that meet there, the one that begins.</summary>
    public Mention? MentionAt(int offset) => throw new NotSupportedException();

    /// <summary>Every table, in the order of the text.</summary>
    public IReadOnlyList<StudyTable> Tables => throw new NotSupportedException();

    /// <summary>The innermost table whose span holds the offset, or null.</summary>
    public StudyTable? TableAt(int offset) => throw new NotSupportedException();

    /// <summary>Every heading, in the order of the text.</summary>
    public IEnumerable<Heading> Headings => throw new NotSupportedException();

    /// <summary>Every placement, in the order of the text.</summary>
    public IEnumerable<Placement> Placements => throw new NotSupportedException();

    /// <summary>The stretches of text by kind, in order, without gaps in what a person reads; markup between them belongs to none.</summary>
    public IEnumerable<TextRegion> Regions => throw new NotSupportedException();

    /// <summary>The kind of text at an offset. Between two stretches it is the one that a person who types there goes on writing.</summary>
    public TextKind KindAt(int offset) => throw new NotSupportedException();
}
