using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Tests.Notes;

/// <summary>A note with marks in it: <c>«…»</c> around what is meant, <c>$0</c> at the cursor. The marks are no part of the note.</summary>
internal sealed class NoteFixture
{
    private NoteFixture(MarkedText marked)
    {
        Text = marked.Text;
        Marks = [.. marked.Marks.Select(mark => TextSpan.FromBounds(mark.Start, mark.End))];
        Cursor = marked.Cursor ?? 0;
        Note = Note.Parse(new SourceText(Text), Catalog.Embedded);
    }

    public string Text { get; }

    public List<TextSpan> Marks { get; }

    public int Cursor { get; }

    public Note Note { get; }

    public static NoteFixture Parse(string marked) => new(MarkedText.Parse(marked));

    public string Cut(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The note's text with a mark around each of these spans, to be compared with what the test wrote.</summary>
    public string Mark(IEnumerable<TextSpan> spans) => MarkedText.Mark(Text, spans.Select(span => (span.Start, span.End)));

    /// <summary>One line a placement: <c>nlb @ L4</c>, with <c>inherited</c> and <c>hedged</c> where it is.</summary>
    public string Placements => string.Join('\n', Note.Placements.Select(placement =>
        $"{string.Join('+', placement.Subjects.Select(subject => subject.Service.Id))} @ {placement.Layers}"
        + (placement.IsInherited ? " inherited" : "") + (placement.IsHedged ? " hedged" : "")));
}
