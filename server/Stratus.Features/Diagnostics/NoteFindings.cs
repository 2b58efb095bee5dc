using System.Collections.Immutable;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>What a rule found in a whole note about one key. It stays the same object after edits that it is not affected by. Immutable.</summary>
/// <param name="Source">The text that it was found in.</param>
/// <param name="Found">The findings, in order; at least one.</param>
/// <param name="Since">The number of the first edit after that.</param>
internal sealed record NoteFindings(SourceText Source, ImmutableArray<Finding> Found, int Since)
{
    /// <summary>The findings where they are now.</summary>
    public IEnumerable<PlacedFinding> Placed(EditLog edits)
    {
        var map = edits.Since(Since);
        foreach (var finding in Found)
        {
            yield return PlacedFinding.InNote(finding, Source, map);
        }
    }

    /// <summary>Those that begin in a stretch of the text.</summary>
    public IEnumerable<PlacedFinding> PlacedIn(TextSpan span, EditLog edits)
    {
        var map = edits.Since(Since);
        var (low, high) = (0, Found.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = map.Of(Found[middle].Span).Start >= span.Start ? (low, middle) : (middle + 1, high);
        }

        for (; low < Found.Length && map.Of(Found[low].Span).Start < span.End; low++)
        {
            yield return PlacedFinding.InNote(Found[low], Source, map);
        }
    }

    /// <summary>The same as if it had been found in the text as it is now.</summary>
    public NoteFindings MovedTo(SourceText source, EditLog edits) =>
        new(source, [.. Placed(edits).Select(finding => finding.ToFinding())], edits.Now);
}

/// <summary>What a rule found in a whole note, by keys. Immutable.</summary>
/// <param name="ByKey">The findings about each key that there are any about.</param>
/// <param name="Count">How many findings there are.</param>
/// <param name="AsksForWhole">True if the rule asked what the whole note names.</param>
internal sealed record RuleFindings(ImmutableDictionary<string, NoteFindings> ByKey, int Count, bool AsksForWhole)
{
    /// <summary>Nothing.</summary>
    public static RuleFindings None { get; } = new(ImmutableDictionary.Create<string, NoteFindings>(StringComparer.Ordinal), 0, false);

    /// <summary>The same with other findings about a key.</summary>
    public RuleFindings With(string key, SourceText source, ImmutableArray<Finding> found, int since)
    {
        var before = ByKey.TryGetValue(key, out var known) ? known.Found.Length : 0;
        return before == 0 && found.IsEmpty ? this : this with
        {
            ByKey = found.IsEmpty ? ByKey.Remove(key) : ByKey.SetItem(key, new(source, found, since)),
            Count = Count - before + found.Length,
        };
    }
}
