using Stratus.Features.Editing;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>
/// A finding as it was found, and where it is now: the finding is the same object for as long as nothing about it changes but its place,
/// so that what is made of it can be kept with it.
/// </summary>
public readonly struct PlacedFinding
{
    private readonly SourceText _home;
    private readonly int _start;
    private readonly int _line;
    private readonly EditMap _edits;

    private PlacedFinding(Finding found, SourceText home, int start, int line, EditMap edits) =>
        (Found, _home, _start, _line, _edits) = (found, home, start, line, edits);

    /// <summary>The finding; its spans are of the text, or the part of it, that it was found in.</summary>
    public Finding Found { get; }

    /// <summary>Where it is.</summary>
    public TextSpan Span => Of(Found.Span);

    /// <summary>A finding of a chunk.</summary>
    /// <param name="found">The finding; its spans count from the start of the chunk.</param>
    /// <param name="source">The text.</param>
    /// <param name="start">Where the chunk starts.</param>
    /// <param name="line">The line in which it starts.</param>
    internal static PlacedFinding InChunk(Finding found, SourceText source, int start, int line) => new(found, source, start, line, EditMap.None);

    /// <summary>A finding of a whole note.</summary>
    /// <param name="found">The finding.</param>
    /// <param name="home">The text that it was found in.</param>
    /// <param name="edits">The edits since.</param>
    internal static PlacedFinding InNote(Finding found, SourceText home, EditMap edits) => new(found, home, 0, 0, edits);

    /// <summary>Where a span of the finding is: of the finding itself, of a related place, of an edit.</summary>
    public TextSpan Of(TextSpan span) => _edits.Of(span.Shift(_start));

    /// <summary>The finding with the spans that it has now.</summary>
    public Finding ToFinding()
    {
        if (_start == 0 && _edits.IsEmpty)
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

    /// <summary>The position of a place of the finding where it was found, its line counted from where the finding is at home: it never changes.</summary>
    public LinePosition HomePosition(int offset, PositionEncoding encoding)
    {
        var position = _home.PositionOf(_start + offset, encoding);
        return new(position.Line - _line, position.Character);
    }

    /// <summary>The line of the text that a line of <see cref="HomePosition"/> is now; null where it was edited, so that characters are no longer where they were.</summary>
    public int? LineOf(int homeLine) => _edits.OfLine(_line + homeLine);
}
