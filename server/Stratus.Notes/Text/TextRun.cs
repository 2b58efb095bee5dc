using Stratus.Names;

namespace Stratus.Notes.Text;

/// <summary>What a run of text is a part of.</summary>
internal enum RunPlace
{
    /// <summary>A paragraph or the like.</summary>
    Paragraph,
    /// <summary>The first paragraph of a list item.</summary>
    ListItem,
    /// <summary>A heading.</summary>
    Heading,
    /// <summary>A cell of a table.</summary>
    Cell,
    /// <summary>Inline code.</summary>
    Code,
    /// <summary>A line of a diagram.</summary>
    Diagram,
}

/// <summary>Words that are read in one go: names may run across its inner markup, and never out of it.</summary>
/// <param name="text">The words.</param>
/// <param name="kind">The kind of text.</param>
/// <param name="place">What it is a part of.</param>
/// <param name="depth">How many lists it is in.</param>
internal sealed class TextRun(FlatText text, TextKind kind, RunPlace place, int depth)
{
    /// <summary>The words.</summary>
    public FlatText Text { get; } = text;

    /// <summary>The kind of text.</summary>
    public TextKind Kind { get; } = kind;

    /// <summary>What it is a part of.</summary>
    public RunPlace Place { get; } = place;

    /// <summary>How many lists it is in.</summary>
    public int Depth { get; } = depth;

    /// <summary>The names found in the words: filled once, by the mention finder.</summary>
    public List<TermMatch> Names { get; } = [];
}
