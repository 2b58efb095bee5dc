using Stratus.Notes.Text;

namespace Stratus.Notes.Reading.Markdown;

/// <summary>
/// Finds the characters of a literal in the source. Markdig's spans are near and not exact: cells carry their padding,
/// a literal after a backslash begins at the backslash, NUL is replaced, lines in quotes leave out the quote marks.
/// </summary>
internal static class SourceAlignment
{
    /// <summary>Adds the literal, character for character from the source; what cannot be found there is left out.</summary>
    public static void Append(FlatText.Builder words, ReadOnlySpan<char> literal, string source, TextSpan span, TextKind kind)
    {
        var within = source.AsSpan(span.Start, span.Length);
        var at = within.StartsWith(literal) ? 0 : within.IndexOf(literal);
        if (at >= 0)
        {
            words.Append(literal, span.Start + at, kind);
            return;
        }

        var next = span.Start;
        foreach (var character in literal)
        {
            var found = next;
            while (found < span.End && !IsSame(source[found], character))
            {
                found++;
            }

            if (found == span.End)
            {
                words.AppendBreak(new(next, 0));
                return;
            }

            words.Append([source[found]], found, kind);
            next = found + 1;
        }
    }

    private static bool IsSame(char source, char literal) =>
        source == literal || (source == '\0' && literal == '\uFFFD') || (source is '\n' or '\r' && literal == ' ');
}
