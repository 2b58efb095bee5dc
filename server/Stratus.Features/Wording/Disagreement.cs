using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Wording;

/// <summary>Whether a claim of a note disagrees with the catalog: it gives a service layers of which the catalog allows none.</summary>
internal static class Disagreement
{
    /// <summary>The services of a claim that the catalog places elsewhere; none where the claim is hedged or gives no layer.</summary>
    public static IEnumerable<NamedService> Of(ImmutableArray<NamedService> subjects, LayerSet layers, bool isHedged)
    {
        foreach (var subject in isHedged || layers.IsEmpty ? [] : subjects)
        {
            if (subject.Service.ShownLayers is { } known && !known.All.Overlaps(layers))
            {
                yield return subject;
            }
        }
    }

    /// <summary>The services of a row that the catalog places elsewhere.</summary>
    public static IEnumerable<NamedService> Of(RowClaim claim) => Of(claim.Subjects, claim.Layers, claim.IsHedged);

    /// <summary>The services of a placement that the catalog places elsewhere.</summary>
    public static IEnumerable<NamedService> Of(Placement placement) => Of(placement.Subjects, placement.Layers, placement.IsHedged);
}
