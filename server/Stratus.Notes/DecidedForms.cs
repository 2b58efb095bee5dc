using System.Collections.Immutable;
using Stratus.Notes.Chunks;
using Stratus.Terms;

namespace Stratus.Notes;

/// <summary>
/// Forms that stand for several services, and what the rest of their note decides: CF is CloudFront in a note that names CloudFront and
/// no CloudFormation.
/// </summary>
public static class DecidedForms
{
    /// <summary>The chunks that two versions of a note share, and in which a form may stand for other services in the later one: an edit may be far away.</summary>
    /// <param name="earlier">The earlier version.</param>
    /// <param name="later">The later version.</param>
    /// <param name="before">How many chunks they share at the beginning.</param>
    /// <param name="after">How many they share at the end.</param>
    /// <returns>Their indexes in the later version, ascending.</returns>
    public static IEnumerable<int> ChangedBetween(Note earlier, Note later, int before, int after)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (!later.Chunks.Measure.Has(ChunkTraits.Ambiguous))
        {
            yield break;
        }

        var changed = NamedBetween(later, before, after);
        changed.SymmetricExceptWith(NamedBetween(earlier, before, after));
        changed.RemoveWhere(id => earlier.Names(id) == later.Names(id));
        for (var index = changed.Count == 0 ? later.Chunks.Count : Next(0); index < later.Chunks.Count; index = Next(index + 1))
        {
            var isShared = index < before || index >= later.Chunks.Count - after;
            if (isShared && later.Chunks[index].Content.Mentions.Any(mention => mention.Services.Length > 1 && mention.Services.Any(service => changed.Contains(service.Id))))
            {
                yield return index;
            }
        }

        int Next(int from) => later.Chunks.FirstFrom(from, static measure => measure.Has(ChunkTraits.Ambiguous));
    }

    /// <summary>The service that a mention names by a form that stands for no other, or null.</summary>
    internal static Service? NamedForCertain(Mention mention) =>
        mention is { Weight: MentionWeight.Certain, Written.Services: [var service] } ? service : null;

    /// <summary>The mention as its note decides it.</summary>
    internal static Mention Decide(Note note, Mention mention)
    {
        if (mention.Written is not { Services.Length: > 1 } written)
        {
            return mention;
        }

        var named = written.Services.Where(service => note.Names(service.Id)).ToImmutableArray();
        return named.Length == 1 ? mention with { Written = written with { Services = named } } : mention;
    }

    private static HashSet<string> NamedBetween(Note note, int before, int after)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var index = before; index < note.Chunks.Count - after; index++)
        {
            foreach (var mention in note.Chunks[index].Content.Mentions)
            {
                if (NamedForCertain(mention) is { } service)
                {
                    named.Add(service.Id);
                }
            }
        }

        return named;
    }
}
