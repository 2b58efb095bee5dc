using System.Collections.Immutable;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>Where places of a text, and its lines, are after edits of it. Immutable.</summary>
internal sealed class EditMap
{
    private readonly ImmutableArray<Step> _steps;

    private EditMap(ImmutableArray<Step> steps) => _steps = steps;

    /// <summary>No edits.</summary>
    public static EditMap None { get; } = new([]);

    /// <summary>How many edits it takes to tell; edits next to each other are one.</summary>
    public int Length => _steps.Length;

    /// <summary>These edits and one more.</summary>
    /// <param name="before">The text as these edits left it.</param>
    /// <param name="replaced">What was replaced in it.</param>
    /// <param name="after">The text afterwards.</param>
    /// <param name="newLength">The length of what stands there now.</param>
    public EditMap Then(SourceText before, TextSpan replaced, SourceText after, int newLength)
    {
        if (replaced.Length == 0 && newLength == 0)
        {
            return this;
        }

        var (firstLine, lastLine, newLastLine) =
            (before.LineOf(replaced.Start), before.LineOf(replaced.End), after.LineOf(replaced.Start + newLength));
        // Letter after letter at one place.
        if (_steps is [.., var last] && replaced.Start >= last.Start && replaced.End <= last.Start + last.NewLength
            && firstLine >= last.FirstLine && lastLine <= last.NewLastLine)
        {
            return new(_steps.SetItem(_steps.Length - 1, last with
            {
                NewLength = last.NewLength + newLength - replaced.Length,
                NewLastLine = last.NewLastLine + newLastLine - lastLine,
            }));
        }

        return new(_steps.Add(new(replaced.Start, replaced.Length, newLength, firstLine, lastLine, newLastLine)));
    }

    /// <summary>Where a span is now: it grows with what is written within it, and not with what is written at its ends.</summary>
    public TextSpan Of(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var step in _steps)
        {
            var shift = step.NewLength - step.OldLength;
            start += start >= step.Start + step.OldLength ? shift : 0;
            end += end > step.Start && end >= step.Start + step.OldLength ? shift : 0;
        }

        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>Which line a line is now; null for one that was edited.</summary>
    public int? OfLine(int line)
    {
        foreach (var step in _steps)
        {
            if (line >= step.FirstLine && line <= step.LastLine)
            {
                return null;
            }

            line += line > step.LastLine ? step.NewLastLine - step.LastLine : 0;
        }

        return line;
    }

    private readonly record struct Step(int Start, int OldLength, int NewLength, int FirstLine, int LastLine, int NewLastLine);
}
