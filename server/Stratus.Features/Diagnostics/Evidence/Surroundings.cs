using System.Text.RegularExpressions;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>The text that a mention is read in: its sentence, or its row of a table.</summary>
internal static partial class Surroundings
{
    /// <summary>How many UTF-16 units before and after the mention are looked at: no sentence that a person reads is longer.</summary>
    private const int Furthest = 1_000;

    /// <summary>The span of the sentence or the row around a mention.</summary>
    public static TextSpan Of(Note note, Mention mention)
    {
        if (mention.Kind == TextKind.TableCell && note.TableAt(mention.Span.Start) is { } table && table.RowAt(mention.Span) is >= 0 and var row)
        {
            return Near(table.Rows[row].Span, mention.Span);
        }

        return Sentence(note.Source, mention.Span);
    }

    private static TextSpan Sentence(SourceText source, TextSpan span)
    {
        var first = source.LineOf(span.Start);
        while (first > 0 && span.Start - source.Line(first).Start < Furthest && !BeginsBlock(source, first) && !IsBlank(source, first - 1))
        {
            first--;
        }

        var last = source.LineOf(span.End);
        while (last + 1 < source.LineCount && source.Line(last).End - span.End < Furthest && !IsBlank(source, last + 1) && !BeginsBlock(source, last + 1))
        {
            last++;
        }

        var block = Near(TextSpan.FromBounds(source.Line(first).Start, source.Line(last).End), span);
        var start = block.Start;
        foreach (var stop in SentenceEnd().EnumerateMatches(source.Slice(block)))
        {
            var at = block.Start + stop.Index + 1;
            if (at <= span.Start)
            {
                start = at;
            }
            else if (at > span.End)
            {
                return TextSpan.FromBounds(start, at);
            }
        }

        return TextSpan.FromBounds(start, block.End);
    }

    private static TextSpan Near(TextSpan whole, TextSpan span) =>
        TextSpan.FromBounds(Math.Max(whole.Start, span.Start - Furthest), Math.Min(whole.End, span.End + Furthest));

    private static bool IsBlank(SourceText source, int line) => source.Slice(source.Line(line)).IsWhiteSpace();

    private static bool BeginsBlock(SourceText source, int line) => BlockStart().IsMatch(source.Slice(source.Line(line)));

    // "e.g. App Mesh" does not end a sentence, "It is gone. App Mesh" does: a capital or the end follows, and no short word precedes.
    [GeneratedRegex(@"(?<=[^\s.]{3})[.!?](?=\s+\P{Ll}|\s*$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^[\s>]*(?:[-*+]|\d+[.)]|#{1,6})\s|^\s*[<|]")]
    private static partial Regex BlockStart();
}
