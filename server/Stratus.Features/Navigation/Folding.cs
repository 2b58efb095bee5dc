using System.Collections.Immutable;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Navigation;

/// <summary>Folding: tables, and in a study table the rows of one layer.</summary>
public static class Folding
{
    /// <summary>
    /// The stretches that can be folded, in the order of the text, each over two lines at least: the first line stays, the
    /// rest is hidden. By their lines any two are nested or apart.
    /// </summary>
    /// <param name="note">The note.</param>
    /// <param name="most">How many are wanted at most; whole tables come before their parts. Null for all.</param>
    public static ImmutableArray<TextSpan> Of(Note note, int? most)
    {
        var tables = note.Tables.Select(TableText.Extent).Select(span => Trimmed(note.Source, span)).ToList();
        var layers = note.Tables.SelectMany(LayersOf).Select(span => Trimmed(note.Source, span));
        return [.. Nested(note.Source, tables.Concat(layers).Where(span => Lines(note.Source, span) > 1).Take(most ?? int.MaxValue))];
    }

    /// <summary>For each run of rows that stand at the same layers: from the words that say so to the end of the last row.</summary>
    private static List<TextSpan> LayersOf(StudyTable table)
    {
        var groups = new List<TextSpan>();
        LayerSet layers = default;
        foreach (var row in table.Rows)
        {
            if (row.Claim is { Layers: { IsEmpty: false } own, LayerEvidence: { } evidence })
            {
                if (own == layers)
                {
                    groups[^1] = TextSpan.FromBounds(groups[^1].Start, row.Span.End);
                }
                else
                {
                    // The line with the layer stays to be read: in HTML it is not the first one of its row.
                    var start = groups.Count > 0 && evidence.Start < groups[^1].End ? row.Span.Start : evidence.Start;
                    groups.Add(TextSpan.FromBounds(start, Math.Max(start, row.Span.End)));
                }

                layers = own;
            }
            else
            {
                layers = default;
            }
        }

        return groups;
    }

    // A row without an end tag goes on to the next one.
    private static TextSpan Trimmed(SourceText source, TextSpan span) => new(span.Start, source.Slice(span).TrimEnd().Length);

    private static int Lines(SourceText source, TextSpan span) => source.LineOf(span.End) - source.LineOf(span.Start) + 1;

    // Two tables in one line, or a table in the cell of another, must not fold across each other.
    private static IEnumerable<TextSpan> Nested(SourceText source, IEnumerable<TextSpan> spans)
    {
        var open = new Stack<int>();
        var before = -1;
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            var (first, last) = (source.LineOf(span.Start), source.LineOf(span.End));
            while (open.TryPeek(out var end) && end < first)
            {
                open.Pop();
            }

            // Of two that begin in one line an editor can show one.
            if (first > before && !(open.TryPeek(out var outer) && last > outer))
            {
                open.Push(last);
                before = first;
                yield return span;
            }
        }
    }
}
