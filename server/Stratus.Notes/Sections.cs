using System.Collections.Immutable;
using Stratus.Notes.Text;

namespace Stratus.Notes;

/// <summary>A heading and all that stands below it.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Span">From the heading to the next one that is not deeper, or to the end of the note.</param>
public readonly record struct Section(Heading Heading, TextSpan Span);

/// <summary>The sections of a note.</summary>
public static class Sections
{
    /// <summary>All sections, in the order of their headings; any two are nested or apart. A heading within a table heads a cell and no section.</summary>
    public static ImmutableArray<Section> Of(Note note)
    {
        var inTables = new SpanSet(note.TableSpans);
        var headings = note.Headings.Where(heading => !inTables.Overlaps(heading.Span)).ToList();
        var ends = new int[headings.Count];
        var open = new Stack<int>();
        for (var index = 0; index < headings.Count; index++)
        {
            while (open.TryPeek(out var last) && headings[last].Level >= headings[index].Level)
            {
                ends[open.Pop()] = headings[index].Span.Start;
            }

            open.Push(index);
        }

        foreach (var last in open)
        {
            ends[last] = note.Source.Length;
        }

        return [.. headings.Select((heading, index) => new Section(heading, TextSpan.FromBounds(heading.Span.Start, ends[index])))];
    }
}
