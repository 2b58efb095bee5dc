using System.Text;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Tests.Notes;

/// <summary>A note with marks in it: <c>«…»</c> around what is meant, <c>$0</c> at the cursor. The marks are no part of the note.</summary>
internal sealed class NoteFixture
{
    private NoteFixture(string text, List<TextSpan> marks, int? cursor)
    {
        Text = text;
        Marks = marks;
        Cursor = cursor ?? 0;
        Note = Note.Parse(new SourceText(text), Catalog.Embedded);
    }

    public string Text { get; }

    public List<TextSpan> Marks { get; }

    public int Cursor { get; }

    public Note Note { get; }

    public static NoteFixture Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<int>();
        var marks = new List<TextSpan>();
        int? cursor = null;
        for (var at = 0; at < marked.Length; at++)
        {
            switch (marked[at])
            {
                case '«':
                    open.Push(text.Length);
                    break;
                case '»':
                    marks.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                    break;
                case '$' when at + 1 < marked.Length && marked[at + 1] == '0':
                    cursor = text.Length;
                    at++;
                    break;
                default:
                    text.Append(marked[at]);
                    break;
            }
        }

        return new(text.ToString(), [.. marks.OrderBy(mark => mark.Start)], cursor);
    }

    public string Cut(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The note's text with a mark around each of these spans, to be compared with what the test wrote.</summary>
    public string Mark(IEnumerable<TextSpan> spans)
    {
        var text = new StringBuilder(Text);
        foreach (var span in spans.OrderByDescending(span => span.Start))
        {
            text.Insert(span.End, '»').Insert(span.Start, '«');
        }

        return text.ToString();
    }

    /// <summary>One line a placement: <c>nlb @ L4</c>, with <c>inherited</c> and <c>hedged</c> where it is.</summary>
    public string Placements => string.Join('\n', Note.Placements.Select(placement =>
        $"{string.Join('+', placement.Subjects.Select(subject => subject.Service.Id))} @ {placement.Layers}"
        + (placement.IsInherited ? " inherited" : "") + (placement.IsHedged ? " hedged" : "")));
}
