using System.Collections.Immutable;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>What a rule found in a whole note, and the edits since that it is not affected by. Immutable.</summary>
internal sealed class NoteFindings
{
    // With more edits every look at a place would cost them.
    private const int MostEdits = 64;

    private readonly SourceText _source;
    private readonly ImmutableArray<Finding> _found;
    private readonly EditMap _edits;

    /// <summary>What was found now.</summary>
    /// <param name="source">The text that it was found in.</param>
    /// <param name="found">The findings, in order.</param>
    /// <param name="asksForWhole">True if the rule asked what the whole note names.</param>
    public NoteFindings(SourceText source, ImmutableArray<Finding> found, bool asksForWhole)
        : this(source, found, asksForWhole, EditMap.None)
    {
    }

    private NoteFindings(SourceText source, ImmutableArray<Finding> found, bool asksForWhole, EditMap edits) =>
        (_source, _found, AsksForWhole, _edits) = (source, found, asksForWhole, edits);

    /// <summary>True if the rule asked what the whole note names.</summary>
    public bool AsksForWhole { get; }

    /// <summary>How many there are.</summary>
    public int Count => _found.Length;

    /// <summary>A finding, in the order of the text.</summary>
    public PlacedFinding this[int index] => PlacedFinding.InNote(_found[index], _source, _edits);

    /// <summary>True if these are the findings of the other, moved or not.</summary>
    public bool IsSameAs(NoteFindings other) => _found == other._found;

    /// <summary>The index of the first finding that begins at an offset or behind it; the number of findings where there is none.</summary>
    public int FirstFrom(int offset)
    {
        var (low, high) = (0, _found.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edits.Of(_found[middle].Span).Start >= offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>The same findings after an edit that they are not affected by.</summary>
    /// <param name="before">The text before the edit.</param>
    /// <param name="replaced">What was replaced.</param>
    /// <param name="after">The text afterwards.</param>
    /// <param name="newLength">The length of what stands there now.</param>
    public NoteFindings After(SourceText before, TextSpan replaced, SourceText after, int newLength)
    {
        if (_found.IsEmpty)
        {
            return this;
        }

        var edits = _edits.Then(before, replaced, after, newLength);
        return edits.Length <= MostEdits ? new(_source, _found, AsksForWhole, edits)
            : new(after, [.. _found.Select(finding => PlacedFinding.InNote(finding, _source, edits).ToFinding())], AsksForWhole);
    }
}
