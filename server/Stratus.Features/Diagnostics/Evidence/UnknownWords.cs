using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>The words of a note that might be misspelled names: part of no mention, long enough, and no identifiers.</summary>
internal static class UnknownWords
{
    private const int ShortestWord = 4;

    /// <summary>
    /// The spans of the words, in the order of the text, and whether they stand in a cell of a service column: capitalised ones in
    /// what a person reads, and any in such a cell. One pass over the text, beside the mentions and the service cells, which come in the same order.
    /// </summary>
    public static IEnumerable<(TextSpan Word, bool InServiceCell)> Of(Note note)
    {
        using var mentions = note.Mentions.GetEnumerator();
        var hasMention = mentions.MoveNext();
        var cells = ServiceCells(note);
        var text = note.Source.ToString();
        var cell = 0;
        var hasWikiLinks = text.Contains("[[", StringComparison.Ordinal);
        foreach (var region in note.Regions)
        {
            if (!IsRead(region.Kind))
            {
                continue;
            }

            while (cell < cells.Count && cells[cell].End < region.Span.Start)
            {
                cell++;
            }

            var mayHoldCell = cell < cells.Count && cells[cell].Start < region.Span.End;
            for (var at = region.Span.Start; NextWord(text, at, region.Span.End, onlyCapitalised: !mayHoldCell) is { } word; at = word.End)
            {
                if (word.Length < ShortestWord)
                {
                    continue;
                }

                while (cell < cells.Count && cells[cell].End < word.Start)
                {
                    cell++;
                }

                var inServiceCell = mayHoldCell && cell < cells.Count && cells[cell].Contains(word);
                if (!inServiceCell && !char.IsAsciiLetterUpper(text[word.Start]))
                {
                    continue;
                }

                while (hasMention && mentions.Current.Span.End <= word.Start)
                {
                    hasMention = mentions.MoveNext();
                }

                var isNamed = hasMention && mentions.Current.Span.Start < word.End;
                if (!isNamed && !IsPartOfIdentifier(text, word) && !(hasWikiLinks && WrongForm.IsInWikiLink(note.Source, word)))
                {
                    yield return (word, inServiceCell);
                }
            }
        }
    }

    /// <summary>The word that the offset touches, if it is one of those that <see cref="Of"/> gives; else null.</summary>
    public static (TextSpan Word, bool InServiceCell)? At(Note note, int offset)
    {
        var text = note.Source.ToString();
        var start = offset;
        while (start > 0 && IsWordUnit(text[start - 1]))
        {
            start--;
        }

        if (NextWord(text, start, text.Length, onlyCapitalised: false) is not { } word || !word.Touches(offset) || word.Length < ShortestWord
            || !IsRead(note.KindAt(Math.Min(offset + 1, word.End))) || note.MentionsIn(word).Any() || IsPartOfIdentifier(text, word))
        {
            return null;
        }

        var inServiceCell = note.TableAt(offset) is { } table && table.ColumnOf(ColumnRole.Service) is >= 0 and var column
            && table.Rows.Any(row => row.Span.Touches(offset) && row.Cells.Any(cell => cell.Column == column && cell.Area.Contains(word)));
        return inServiceCell || char.IsUpper(text[word.Start]) ? (word, inServiceCell) : null;
    }

    private static bool IsRead(TextKind kind) =>
        kind is TextKind.Prose or TextKind.Heading or TextKind.TableCell or TextKind.LinkText or TextKind.HtmlText;

    private static List<TextSpan> ServiceCells(Note note)
    {
        var cells = new List<TextSpan>();
        foreach (var table in note.Tables)
        {
            var column = table.ColumnOf(ColumnRole.Service);
            if (column >= 0)
            {
                cells.AddRange(table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Column == column).Select(cell => cell.Area));
            }
        }

        return cells;
    }

    /// <summary>The first word between two places, or null. Names begin with the capitals of ASCII.</summary>
    private static TextSpan? NextWord(string text, int from, int end, bool onlyCapitalised)
    {
        var start = from;
        while (start < end && !(IsWordUnit(text[start]) && (start == from || !IsWordUnit(text[start - 1]))))
        {
            var next = onlyCapitalised ? text.AsSpan(start + 1, end - start - 1).IndexOfAnyInRange('A', 'Z') : 0;
            start = next < 0 ? end : start + 1 + next;
        }

        if (start == end)
        {
            return null;
        }

        var wordEnd = start + 1;
        while (wordEnd < end && IsWordUnit(text[wordEnd]))
        {
            wordEnd++;
        }

        return TextSpan.FromBounds(start, wordEnd);
    }

    // As in names, but for the underscore: it joins words to an identifier.
    private static bool IsWordUnit(char unit) => unit != '_' && Characters.IsWord(unit);

    private static bool IsPartOfIdentifier(string text, TextSpan word) => IsJoined(text, word.Start - 1, -1) || IsJoined(text, word.End, 1);

    // "aws-cloudfornt-go", "d1.cloudfornt.net", "AWS::CloudFornt", "cloudfornt_url", "@CloudFornt": what joins words to an identifier.
    private static bool IsJoined(string text, int at, int step)
    {
        if (at < 0 || at >= text.Length)
        {
            return false;
        }

        return text[at] switch
        {
            '_' or '\\' or '@' or '#' or '$' or '=' => true,
            '.' or ':' or '/' or '-' or '&' => at + step >= 0 && at + step < text.Length && (IsWordUnit(text[at + step]) || text[at + step] == text[at]),
            _ => false,
        };
    }
}
