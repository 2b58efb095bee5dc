using System.Text;

namespace Stratus.Tests.Shared;

/// <summary>
/// A text that was written with marks in it, which are no part of it: <c>«…»</c> around what is meant, <c>$0</c> at the cursor.
/// </summary>
/// <param name="Text">The text without its marks.</param>
/// <param name="Marks">What is meant, in order; of two that begin together the longer comes first. One may lie in another.</param>
/// <param name="Cursor">Where the cursor is, or null.</param>
internal sealed record MarkedText(string Text, (int Start, int End)[] Marks, int? Cursor)
{
    /// <summary>Takes the marks out.</summary>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<int>();
        var marks = new List<(int Start, int End)>();
        int? cursor = null;
        for (var at = 0; at < marked.Length; at++)
        {
            switch (marked[at])
            {
                case '«':
                    open.Push(text.Length);
                    break;
                case '»':
                    marks.Add((open.Pop(), text.Length));
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

        Assert.Empty(open);
        return new(text.ToString(), [.. marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End)], cursor);
    }

    /// <summary>A text with a mark around each of these places, to be compared with what a test wrote. One may lie in another.</summary>
    public static string Mark(string text, IEnumerable<(int Start, int End)> places)
    {
        var marked = new StringBuilder();
        var open = new Stack<int>();
        var at = 0;
        foreach (var (start, end) in places.OrderBy(place => place.Start).ThenByDescending(place => place.End))
        {
            while (open.TryPeek(out var inner) && inner <= start)
            {
                Add(open.Pop(), '»');
            }

            Add(start, '«');
            open.Push(end);
        }

        while (open.TryPop(out var end))
        {
            Add(end, '»');
        }

        return marked.Append(text, at, text.Length - at).ToString();

        void Add(int place, char mark)
        {
            marked.Append(text, at, place - at).Append(mark);
            at = place;
        }
    }
}
