using System.Collections.Immutable;
using System.Text;
using Stratus.Notes.Text;

namespace Stratus.Features.Editing;

/// <summary>The way from one text to another: replacements in the first, in order, none overlapping. Offsets are UTF-16 units.</summary>
/// <param name="Edits">The replacements; spans are of the first text.</param>
public sealed record TextChange(ImmutableArray<Edit> Edits)
{
    /// <summary>No change.</summary>
    public static TextChange None { get; } = new([]);

    /// <summary>The second text.</summary>
    public string Apply(string text)
    {
        var changed = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in Edits)
        {
            changed.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The second text, as an edit of the first.</summary>
    public SourceText Apply(SourceText source)
    {
        // From the end, so that what comes before keeps its place.
        for (var index = Edits.Length - 1; index >= 0; index--)
        {
            source = source.Replace(Edits[index].Span, Edits[index].NewText);
        }

        return source;
    }

    /// <summary>This change and then another, as one. Spans of <paramref name="next"/> are of the second text.</summary>
    public TextChange Then(TextChange next)
    {
        if (Edits.IsEmpty || next.Edits.IsEmpty)
        {
            return Edits.IsEmpty ? next : this;
        }

        var all = ImmutableArray.CreateBuilder<Edit>();
        var first = 0;
        // How far the second text is ahead of the first before the edit that is looked at.
        var shift = 0;
        for (var second = 0; second < next.Edits.Length;)
        {
            while (first < Edits.Length && Edits[first].Span.Start + shift + Edits[first].NewText.Length < next.Edits[second].Span.Start)
            {
                shift += Growth(Edits[first]);
                all.Add(Edits[first++]);
            }

            // All edits of both that touch one another become one.
            var (start, end) = (next.Edits[second].Span.Start, next.Edits[second].Span.End);
            var (firstEnd, firstShift) = (first, shift);
            var secondEnd = second + 1;
            while (true)
            {
                if (firstEnd < Edits.Length && Edits[firstEnd].Span.Start + firstShift <= end)
                {
                    start = Math.Min(start, Edits[firstEnd].Span.Start + firstShift);
                    end = Math.Max(end, Edits[firstEnd].Span.Start + firstShift + Edits[firstEnd].NewText.Length);
                    firstShift += Growth(Edits[firstEnd++]);
                }
                else if (secondEnd < next.Edits.Length && next.Edits[secondEnd].Span.Start <= end)
                {
                    end = Math.Max(end, next.Edits[secondEnd++].Span.End);
                }
                else
                {
                    break;
                }
            }

            all.Add(Merge(start, end, first, firstEnd, shift, next, second, secondEnd));
            (first, shift, second) = (firstEnd, firstShift, secondEnd);
        }

        all.AddRange(Edits.AsSpan(first..));
        return new(all.DrainToImmutable());
    }

    /// <summary>Where a place of the second text is in the first: within a replacement, its start.</summary>
    public int Origin(int offset)
    {
        var shift = 0;
        foreach (var edit in Edits)
        {
            var start = edit.Span.Start + shift;
            if (offset < start)
            {
                break;
            }

            if (offset < start + edit.NewText.Length)
            {
                return edit.Span.Start;
            }

            shift += Growth(edit);
        }

        return offset - shift;
    }

    /// <summary>The one edit for a stretch of the second text that begins and ends with edits of either change and has others within.</summary>
    private Edit Merge(int start, int end, int first, int firstEnd, int shift, TextChange next, int second, int secondEnd)
    {
        // What the second edits leave standing of the stretch comes from the new texts of the first ones, and where those
        // touch no second edit's end, from nowhere else: a stretch holds no text of the first text between two edits.
        var middle = new StringBuilder();
        var origin = start - shift;
        var originEnd = origin;
        var at = start;
        for (; first < firstEnd; first++)
        {
            var edit = Edits[first];
            var gap = edit.Span.Start + shift - at;
            // Text of the first text that a second edit replaces; its letters do not matter.
            middle.Append('\0', gap).Append(edit.NewText);
            at += gap + edit.NewText.Length;
            originEnd = edit.Span.End;
            shift += Growth(edit);
        }

        middle.Append('\0', end - at);
        originEnd = Math.Max(originEnd, end - shift);
        for (var index = secondEnd - 1; index >= second; index--)
        {
            var edit = next.Edits[index];
            middle.Remove(edit.Span.Start - start, edit.Span.Length).Insert(edit.Span.Start - start, edit.NewText);
        }

        return new(TextSpan.FromBounds(origin, originEnd), middle.ToString());
    }

    private static int Growth(Edit edit) => edit.NewText.Length - edit.Span.Length;
}
