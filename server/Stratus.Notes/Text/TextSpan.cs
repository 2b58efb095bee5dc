namespace Stratus.Notes.Text;

/// <summary>A stretch of text, in UTF-16 units: of a note's source unless said otherwise.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many units it holds; 0 for a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Where it ends (exclusive).</summary>
    public int End => Start + Length;

    /// <summary>The span from one offset to another.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>True for an offset from start to end, both included: a cursor just after a name still touches it.</summary>
    public bool Touches(int offset) => offset >= Start && offset <= End;

    /// <summary>True if the other span lies within this one.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True if the two share a character, or one of them is empty and touches the other.</summary>
    public bool Intersects(TextSpan other) => other.Start <= End && Start <= other.End;

    /// <summary>The same stretch after <paramref name="offset"/> units were put before it.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);
}
