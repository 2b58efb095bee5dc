using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Features.Diagnostics.Rules;
using Stratus.Notes;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>What the rules found in one chunk by looking at it alone. Immutable; spans count from the start of the chunk.</summary>
internal sealed class ChunkFindings : IMeasured<FindingsMeasure>
{
    private readonly ImmutableArray<Finding> _found;
    private readonly ImmutableArray<TextSpan> _conflicts;

    /// <summary>What was found.</summary>
    /// <param name="found">The findings, in order.</param>
    /// <param name="named">What the chunk names.</param>
    /// <param name="asksForWhole">True if a rule asked what the whole note names.</param>
    public ChunkFindings(ImmutableArray<Finding> found, NamedServices named, bool asksForWhole)
        : this(found, named, asksForWhole, [])
    {
    }

    private ChunkFindings(ImmutableArray<Finding> found, NamedServices named, bool asksForWhole, ImmutableArray<TextSpan> conflicts)
    {
        (_found, _conflicts) = (found, conflicts);
        var disagrees = false;
        foreach (var finding in found)
        {
            disagrees |= finding.Rule == LayerDisagreement.Rule;
        }

        // A conflict says already which side the catalog holds.
        All = disagrees && !conflicts.IsEmpty ? [.. found.Where(finding => finding.Rule != LayerDisagreement.Rule || !conflicts.Contains(finding.Span))] : found;
        Span<int> counts = stackalloc int[(int)Severity.Error + 1];
        foreach (var finding in All)
        {
            counts[(int)finding.Severity]++;
        }

        Measure = new(
            counts[(int)Severity.Error],
            counts[(int)Severity.Warning],
            counts[(int)Severity.Information],
            counts[(int)Severity.Hint],
            named,
            asksForWhole,
            disagrees);
    }

    /// <inheritdoc/>
    public FindingsMeasure Measure { get; }

    /// <summary>The findings, in order, but for disagreements that a conflict says as well.</summary>
    public ImmutableArray<Finding> All { get; }

    /// <summary>The findings where they are in a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="index">Which of its chunks this is about.</param>
    public IEnumerable<PlacedFinding> PlacedIn(Note note, int index)
    {
        var (start, line) = (note.StartOf(index), note.LineOf(index));
        foreach (var finding in All)
        {
            yield return PlacedFinding.InChunk(finding, note.Source, start, line);
        }
    }

    /// <summary>The same beside conflicts at these places.</summary>
    public ChunkFindings Beside(ImmutableArray<TextSpan> conflicts) =>
        _conflicts.AsSpan().SequenceEqual(conflicts.AsSpan()) ? this : new(_found, Measure.Named, Measure.AsksForWhole, conflicts);
}
