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
        var ranked = matches.ToArray();
        Array.Sort(Array.ConvertAll(ranked, match => KeyOf(workspace, match, matches, layers, present)), ranked);
        return ranked;
    }

    private static RankKey KeyOf(
        Workspace workspace, NameMatch match, IReadOnlyList<NameMatch> matches, LayerSet layers, HashSet<string> present) => new(
            IsExact: match.Rank == MatchRank.Exact,
            IsPresent: present.Contains(match.Service.Id),
            Reach: match.Rank switch { MatchRank.Scattered => 2, >= MatchRank.WordInside => 1, _ => 0 },
            LayerRank: LayerRank(match.Service, layers),
            match.Rank,
            match.Gaps,
            StandingOf(workspace, match.Service),
            ExtendsOther: matches.Count <= FewMatches && Extends(match, matches),
            workspace.Catalog.Names.RenownOf(match.Service),
            IsPart: match.Service.Kind != ServiceKind.Service,
            match.Service.Name.Length,
            match.Service.Id);

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

    /// <summary>What decides between two matches, what counts first first; the better is the lesser.</summary>
    /// <param name="IsExact">It is typed in full: better.</param>
    /// <param name="IsPresent">It stands in the table already: worse.</param>
    /// <param name="Reach">0 where the name begins so, 1 where a word inside or a former name does, 2 for scattered letters.</param>
    /// <param name="LayerRank">0 at the layers that are looked for, 1 partly, 2 elsewhere.</param>
    /// <param name="Rank">How well it answers.</param>
    /// <param name="Gaps">How scattered the letters are.</param>
    /// <param name="Standing">The more is ending, the worse; what has ended is worse than how well it answers can make up for.</param>
    /// <param name="ExtendsOther">It is another match, typed on: worse.</param>
    /// <param name="Renown">How much it is looked for: the more the better.</param>
    /// <param name="IsPart">It is no service of its own: worse.</param>
    /// <param name="Length">Of the name: the shorter the better.</param>
    /// <param name="Id">Of the service: so that the order is the same every time.</param>
    private readonly record struct RankKey(
        bool IsExact,
        bool IsPresent,
        int Reach,
        int LayerRank,
        MatchRank Rank,
        int Gaps,
        StandingKind Standing,
        bool ExtendsOther,
        int Renown,
        bool IsPart,
        int Length,
        string Id) : IComparable<RankKey>
    {
        private bool HasEnded => Standing == StandingKind.Ended;

        // False comes before true.
        public int CompareTo(RankKey other) =>
            other.IsExact.CompareTo(IsExact) is not 0 and var exact ? exact
            : IsPresent.CompareTo(other.IsPresent) is not 0 and var present ? present
            : Reach.CompareTo(other.Reach) is not 0 and var reach ? reach
            : LayerRank.CompareTo(other.LayerRank) is not 0 and var layer ? layer
            : HasEnded.CompareTo(other.HasEnded) is not 0 and var ended ? ended
            : ((int)Rank).CompareTo((int)other.Rank) is not 0 and var rank ? rank
            : Gaps.CompareTo(other.Gaps) is not 0 and var gaps ? gaps
            : ((int)Standing).CompareTo((int)other.Standing) is not 0 and var standing ? standing
            : ExtendsOther.CompareTo(other.ExtendsOther) is not 0 and var extends ? extends
            : other.Renown.CompareTo(Renown) is not 0 and var renown ? renown
            : IsPart.CompareTo(other.IsPart) is not 0 and var part ? part
            : Length.CompareTo(other.Length) is not 0 and var length ? length
            : string.CompareOrdinal(Id, other.Id);
    }
}
