using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>What stands before and after the cursor, as far as a name can reach.</summary>
internal static class TypedText
{
    private const int MostWords = 6;

    /// <summary>
    /// What a name under the cursor may begin with, longest first: the last words before the cursor, up to six, in one line.
    /// In <c>use the transit gat|</c> it cannot be known beforehand that the name begins at <c>transit</c>.
    /// Trailing white space belongs to it; without any word there is nothing.
    /// </summary>
    /// <param name="text">The source.</param>
    /// <param name="from">Where the line, the cell or the markup before the words ends.</param>
    /// <param name="offset">The cursor.</param>
    public static List<TextSpan> Candidates(SourceText text, int from, int offset)
    {
        var starts = new Stack<int>();
        var at = offset;
        while (at > from && IsNameUnit(text[at - 1]))
        {
            at--;
            if (text[at] is not (' ' or '\t') && (at == from || !IsNameUnit(text[at - 1]) || text[at - 1] is ' ' or '\t'))
            {
                starts.Push(at);
                if (starts.Count == MostWords)
                {
                    break;
                }
            }
        }

        var candidates = new List<TextSpan>(starts.Count);
        foreach (var start in starts)
        {
            // The tail of an identifier or a path ("d1.cloudf", "aws_lamb") is no beginning of a name.
            if (start == from || (text[start - 1] is not ('.' or '_' or ':' or '\\' or '$' or '#' or '@' or '=') && !IsInAddress(text, from, start)))
            {
                candidates.Add(TextSpan.FromBounds(start, offset));
            }
        }

        return candidates;
    }

    /// <summary>What an overwriting insertion replaces: the name under the cursor, or the rest of the word; never beyond the line.</summary>
    public static TextSpan Replace(Note note, TextSpan insert)
    {
        var line = note.Source.Line(note.Source.LineOf(insert.End));
        var end = insert.End;
        while (end < line.End && IsNameUnit(note.Source[end]) && note.Source[end] is not (' ' or '\t'))
        {
            end++;
        }

        // "Transit Gat|eway": a name of several words is one word here.
        if (note.MentionAt(insert.End) is { } mention && mention.Span.End > end && mention.Span.End <= line.End && mention.Span.Start <= insert.End)
        {
            end = mention.Span.End;
        }

        return TextSpan.FromBounds(insert.Start, end);
    }

    // An address that is still being typed is not one to Markdown yet: "https://clou|".
    private static bool IsInAddress(SourceText text, int from, int start)
    {
        var token = text.Slice(TextSpan.FromBounds(from, start));
        token = token[(token.LastIndexOfAny(' ', '\t') + 1)..];
        return token.Contains("://", StringComparison.Ordinal) || token.StartsWith("./") || token.StartsWith("../") || token.StartsWith("/");
    }

    // What names are made of: "Site-to-Site VPN", "Lambda@Edge", "Route 53". A name of your own may be of any script.
    private static bool IsNameUnit(char unit) => char.IsLetterOrDigit(unit) || unit is ' ' or '\t' or '-' or '@';
}
