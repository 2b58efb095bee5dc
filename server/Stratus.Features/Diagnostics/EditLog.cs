using System.Collections.Immutable;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>The edits of a text that something which was found in it lives through. Immutable; edits are numbered from its first on.</summary>
internal sealed class EditLog
{
    private readonly ImmutableArray<EditStep> _steps;
    private readonly int _first;
    // From here on an edit is told of by one that follows at the same place.
    private readonly int _sealed;

    private EditLog(ImmutableArray<EditStep> steps, int first, int sealedAt) => (_steps, _first, _sealed) = (steps, first, sealedAt);

    /// <summary>No edits.</summary>
    public static EditLog Empty { get; } = new([], 0, 0);

    /// <summary>The number of the first edit that is known.</summary>
    public int First => _first;

    /// <summary>The number that the next edit will have.</summary>
    public int Now => _first + _steps.Length;

    /// <summary>The edits with one more. Letters at one place are one edit.</summary>
    /// <param name="before">The text before the edit.</param>
    /// <param name="replaced">What was replaced in it.</param>
    /// <param name="after">The text afterwards.</param>
    /// <param name="newLength">The length of what stands there now.</param>
    public EditLog Then(SourceText before, TextSpan replaced, SourceText after, int newLength)
    {
        if (replaced.Length == 0 && newLength == 0)
        {
            return this;
        }

        var (firstLine, lastLine, newLastLine) =
            (before.LineOf(replaced.Start), before.LineOf(replaced.End), after.LineOf(replaced.Start + newLength));
        if (Now > _sealed && _steps is [.., var last] && replaced.Start >= last.Start && replaced.End <= last.Start + last.NewLength
            && firstLine >= last.FirstLine && lastLine <= last.NewLastLine)
        {
            return new(
                _steps.SetItem(_steps.Length - 1, last with
                {
                    NewLength = last.NewLength + newLength - replaced.Length,
                    NewLastLine = last.NewLastLine + newLastLine - lastLine,
                }),
                _first,
                _sealed);
        }

        return new(_steps.Add(new(replaced.Start, replaced.Length, newLength, firstLine, lastLine, newLastLine)), _first, _sealed);
    }

    /// <summary>The same, so that what is found now is told from what the last edit has changed.</summary>
    public EditLog Seal() => _sealed == Now ? this : new(_steps, _first, Now);

    /// <summary>The same without the edits before one.</summary>
    public EditLog From(int number) => number <= _first ? this : new(_steps[(number - _first)..], number, _sealed);

    /// <summary>The edits from one on, as a map.</summary>
    public EditMap Since(int number) => new(_steps, Math.Max(0, number - _first));
}

/// <summary>An edit: what was replaced, how long what stands there is; and the same in lines.</summary>
internal readonly record struct EditStep(int Start, int OldLength, int NewLength, int FirstLine, int LastLine, int NewLastLine);

/// <summary>Where places of a text, and its lines, are after edits of it.</summary>
internal readonly struct EditMap(ImmutableArray<EditStep> steps, int from)
{
    /// <summary>No edits.</summary>
    public static EditMap None { get; } = new([], 0);

    /// <summary>The map of one edit; it tells nothing of lines.</summary>
    /// <param name="replaced">What was replaced.</param>
    /// <param name="newLength">The length of what stands there now.</param>
    public static EditMap Of(TextSpan replaced, int newLength) => new([new(replaced.Start, replaced.Length, newLength, 0, 0, 0)], 0);

    /// <summary>True where everything is where it was.</summary>
    public bool IsEmpty => from == steps.Length;

    /// <summary>Where a span is now: it grows with what is written within it, and not with what is written at its ends.</summary>
    public TextSpan Of(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var step in steps.AsSpan()[from..])
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
        foreach (var step in steps.AsSpan()[from..])
        {
            if (line >= step.FirstLine && line <= step.LastLine)
            {
                return null;
            }

            line += line > step.LastLine ? step.NewLastLine - step.LastLine : 0;
        }

        return line;
    }
}
