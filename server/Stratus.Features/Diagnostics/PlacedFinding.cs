using Stratus.Features.Editing;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>A finding as it was found, and where it is now: the finding is the same object for as long as nothing about it changes but its place.</summary>
public readonly struct PlacedFinding
{
    private readonly int _shift;
    private readonly EditMap _edits;

    internal PlacedFinding(Finding found, int shift, EditMap edits) => (Found, _shift, _edits) = (found, shift, edits);

    /// <summary>The finding; its spans are of the text, or the part of it, that it was found in.</summary>
    public Finding Found { get; }

    /// <summary>Where it is.</summary>
    public TextSpan Span => Of(Found.Span);

    /// <summary>Where a span of the finding is: of the finding itself, of a related place, of an edit.</summary>
    public TextSpan Of(TextSpan span) => _edits.Of(span.Shift(_shift));

    /// <summary>The finding with the spans that it has now.</summary>
    public Finding ToFinding()
    {
        if (_shift == 0 && _edits.Length == 0)
        {
            return Found;
        }

        var self = this;
        return Found with
        {
            Span = Span,
            Related = Found.Related.IsEmpty ? Found.Related : [.. Found.Related.Select(place => place with { Span = self.Of(place.Span) })],
            Fixes = Found.Fixes.IsEmpty ? Found.Fixes : [.. Found.Fixes.Select(fix => fix with { Edits = [.. fix.Edits.Select(edit => new Edit(self.Of(edit.Span), edit.NewText))] })],
        };
    }
}
