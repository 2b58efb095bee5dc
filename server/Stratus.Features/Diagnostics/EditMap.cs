using System.Collections.Immutable;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>Where places of a text are after edits of it. Immutable.</summary>
internal sealed class EditMap
{
    private readonly ImmutableArray<Step> _steps;

    private EditMap(ImmutableArray<Step> steps) => _steps = steps;

    /// <summary>No edits.</summary>
    public static EditMap None { get; } = new([]);

    /// <summary>How many edits it takes to tell; edits next to each other are one.</summary>
    public int Length => _steps.Length;

    /// <summary>These edits and one more.</summary>
    /// <param name="replaced">What was replaced in the text as these edits left it.</param>
    /// <param name="newLength">The length of what stands there now.</param>
    public EditMap Then(TextSpan replaced, int newLength)
    {
        // Letter after letter at one place.
        if (_steps is [.., var last] && replaced.Start >= last.Start && replaced.End <= last.Start + last.NewLength)
        {
            return new(_steps.SetItem(_steps.Length - 1, last with { NewLength = last.NewLength + newLength - replaced.Length }));
        }

        return new(_steps.Add(new(replaced.Start, replaced.Length, newLength)));
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

    private readonly record struct Step(int Start, int OldLength, int NewLength);
}
