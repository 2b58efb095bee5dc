using Stratus.Features.Wording;
using Stratus.Terms;

namespace Stratus.Features.Completion;

/// <summary>The order of the services in a list.</summary>
internal static class Ranking
{
    /// <summary>With more matches than this too little is typed for one name to be the beginning of another.</summary>
    private const int FewMatches = 100;

    /// <summary>The matches, best first; the same every time.</summary>
    /// <param name="workspace">Knows the day, the catalog and its renown.</param>
    /// <param name="matches">What answers to what was typed, one match a service.</param>
    /// <param name="layers">The layers that are looked for, or none.</param>
    /// <param name="present">Ids of services that stand in the table already.</param>
    public static NameMatch[] Of(Workspace workspace, IReadOnlyList<NameMatch> matches, LayerSet layers, HashSet<string> present)
    {
        var ranked = matches.Select(match => (Key: KeyOf(workspace, match, matches, layers, present), Match: match)).ToArray();
        Array.Sort(ranked, (left, right) => left.Key.CompareTo(right.Key) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.Match.Service.Id, right.Match.Service.Id));
        return Array.ConvertAll(ranked, one => one.Match);
    }

    /// <summary>True for what has ended on the day, as far as a card says so.</summary>
    public static bool HasEnded(Workspace workspace, Service service) => StandingOf(workspace, service) == StandingKind.Ended;

    // What counts first is in the highest bits; lower is better.
    private static ulong KeyOf(
        Workspace workspace, NameMatch match, IReadOnlyList<NameMatch> matches, LayerSet layers, HashSet<string> present)
    {
        var service = match.Service;
        var key = 0UL;
        Append(ref key, match.Rank == MatchRank.Exact ? 0 : 1, 1);
        Append(ref key, present.Contains(service.Id) ? 1 : 0, 1);
        Append(ref key, match.Rank switch { MatchRank.Scattered => 2, >= MatchRank.WordInside => 1, _ => 0 }, 2);
        Append(ref key, LayerRank(service, layers), 2);
        Append(ref key, HasEnded(workspace, service) ? 1 : 0, 1);
        Append(ref key, (int)match.Rank, 3);
        Append(ref key, Math.Min(match.Gaps, 7), 3);
        Append(ref key, (int)StandingOf(workspace, service), 3);
        Append(ref key, matches.Count <= FewMatches && Extends(match, matches) ? 1 : 0, 1);
        Append(ref key, 31 - Math.Min(workspace.Catalog.Names.RenownOf(service), 31), 5);
        Append(ref key, service.Kind == ServiceKind.Service ? 0 : 1, 1);
        Append(ref key, Math.Min(service.Name.Length, 255), 8);
        return key;
    }

    private static void Append(ref ulong key, int value, int bits) => key = (key << bits) | (uint)value;

    private static StandingKind StandingOf(Workspace workspace, Service service) =>
        service.Lifecycle.IsEmpty ? StandingKind.Open : Standing.Of(service, workspace.Today, Verification.Partial).Kind;

    private static int LayerRank(Service service, LayerSet layers) => service.ShownLayers switch
    {
        _ when layers.IsEmpty => 0,
        { } known when layers.Contains(known.Primary) => 0,
        { } known when layers.Overlaps(known.All) => 1,
        _ => 2,
    };

    // "Lambda" before "Lambda@Edge", "Route 53" before "Route 53 Resolver": the longer name is typed on.
    private static bool Extends(NameMatch match, IReadOnlyList<NameMatch> matches)
    {
        foreach (var other in matches)
        {
            if (other.Text.Length < match.Text.Length && other.Rank == match.Rank && match.Text.StartsWith(other.Text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
