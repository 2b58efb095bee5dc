using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Navigation;

/// <summary>
/// Selection ranges: what a selection grows to, step by step. In a table from the word to the name, the content of the
/// cell, the cell, the row and the table; elsewhere from the word to the name, the line and the paragraph; then section by
/// section to the whole note.
/// </summary>
public static class SelectionRanges
{
    /// <summary>For each offset the ranges around it, from small to large: each lies in the next and differs from it; the last is the whole note.</summary>
    public static ImmutableArray<ImmutableArray<TextSpan>> At(Note note, IReadOnlyList<int> offsets)
    {
        var sections = Sections.Of(note);
        return [.. offsets.Select(offset => Grow(note, sections, offset))];
    }

    private static ImmutableArray<TextSpan> Grow(Note note, ImmutableArray<Section> sections, int offset)
    {
        var ranges = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var range in Around(note, sections, offset))
        {
            // What is equal to the one before, or lies across it, is no step.
            if (range.Touches(offset) && (ranges.Count == 0 ? range.Length > 0 || note.Source.Length == 0 : range != ranges[^1] && range.Contains(ranges[^1])))
            {
                ranges.Add(range);
            }
        }

        return ranges.ToImmutable();
    }

    private static IEnumerable<TextSpan> Around(Note note, ImmutableArray<Section> sections, int offset)
    {
        foreach (var range in Name(note, offset))
        {
            yield return range;
        }

        var isInTable = false;
        // Of nested tables the inner one begins later.
        foreach (var table in note.TablesNear(new(offset, 0)).Reverse())
        {
            var extent = TableText.Extent(table);
            if (extent.Touches(offset))
            {
                isInTable = true;
                foreach (var range in Parts(table, offset))
                {
                    yield return range;
                }

                yield return extent;
            }
        }

        if (!isInTable)
        {
            var line = note.Source.LineOf(offset);
            yield return Trimmed(note.Source, note.Source.Line(line));
            yield return Paragraph(note, line);
        }

        for (var index = sections.Length - 1; index >= 0; index--)
        {
            if (sections[index].Span.Touches(offset))
            {
                yield return WithoutBlankEnd(note.Source, sections[index].Span, offset);
            }
        }

        yield return new(0, note.Source.Length);
    }

    private static IEnumerable<TextSpan> Name(Note note, int offset)
    {
        var word = Word(note.Source, offset);
        if (note.MentionAt(offset) is not { } mention)
        {
            yield return word;
            yield break;
        }

        // A Korean ending is written at the name without a space, and is no part of it.
        yield return TextSpan.FromBounds(Math.Max(word.Start, mention.Span.Start), Math.Max(Math.Min(word.End, mention.Span.End), Math.Max(word.Start, mention.Span.Start)));
        foreach (var item in mention.Layers?.Items ?? [])
        {
            if (item.Span.Touches(offset))
            {
                yield return item.Span;
            }
        }

        yield return mention.Span;
    }

    private static IEnumerable<TextSpan> Parts(StudyTable table, int offset)
    {
        foreach (var row in table.Header is { } header ? [header, .. table.Rows] : table.Rows)
        {
            if (!row.Span.Touches(offset))
            {
                continue;
            }

            foreach (var cell in row.Cells)
            {
                if (cell.Area.Touches(offset))
                {
                    yield return cell.Content;
                    yield return cell.Area;
                }
            }

            yield return row.Span;
        }
    }

    private static TextSpan Word(SourceText source, int offset)
    {
        var (start, end) = (offset, offset);
        while (start > 0 && Rune.DecodeLastFromUtf16(source.SliceBefore(start, 2), out var rune, out var units) is OperationStatus.Done && IsOfWord(rune))
        {
            start -= units;
        }

        while (end < source.Length && Rune.DecodeFromUtf16(source.SliceFrom(end, 2), out var rune, out var units) is OperationStatus.Done && IsOfWord(rune))
        {
            end += units;
        }

        return TextSpan.FromBounds(start, end);
    }

    // A selection grows over words of any script; those of names are of Latin script alone.
    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The lines around one that is not blank, up to the next blank line, heading or table.</summary>
    private static TextSpan Paragraph(Note note, int line)
    {
        var source = note.Source;
        if (IsBlank(source, line))
        {
            return source.Line(line);
        }

        var isBlock = IsBlock(line);
        var (first, last) = (line, line);
        while (!isBlock && first > 0 && !IsBlank(source, first - 1) && !IsBlock(first - 1))
        {
            first--;
        }

        while (!isBlock && last + 1 < source.LineCount && !IsBlank(source, last + 1) && !IsBlock(last + 1))
        {
            last++;
        }

        return TextSpan.FromBounds(Trimmed(source, source.Line(first)).Start, Trimmed(source, source.Line(last)).End);

        bool IsBlock(int number)
        {
            var span = source.Line(number);
            return new SpanSet(note.HeadingsIn(span).Select(heading => heading.Span).Concat(note.TablesNear(span).Select(TableText.Extent))).Overlaps(span);
        }
    }

    private static bool IsBlank(SourceText source, int line) => source.Slice(source.Line(line)).IsWhiteSpace();

    private static TextSpan Trimmed(SourceText source, TextSpan span)
    {
        var text = source.Slice(span);
        var start = span.Start + text.Length - text.TrimStart().Length;
        return new(start, text.Trim().Length);
    }

    // The blank lines before the next heading are selected only from within.
    private static TextSpan WithoutBlankEnd(SourceText source, TextSpan span, int offset)
    {
        var end = span.Start + source.Slice(span).TrimEnd().Length;
        return offset <= end ? TextSpan.FromBounds(span.Start, end) : span;
    }
}
