using System.Collections.Immutable;
using Stratus.Notes;

namespace Stratus.Features.Completions;

/// <summary>Items that are names of services.</summary>
internal static class ServiceItems
{
    private const int MostItems = 100;
    private const int FewestLetters = 2;

    /// <summary>What completes a name in running text; nothing where nothing is typed.</summary>
    /// <param name="workspace">The snapshot.</param>
    /// <param name="note">The note.</param>
    /// <param name="from">Where the line or the cell begins.</param>
    /// <param name="offset">The cursor.</param>
    public static CompletionResult InText(Workspace workspace, Note note, int from, int offset)
    {
        foreach (var typed in TypedText.Candidates(note.Source.Text, from, offset))
        {
            var text = note.Source.Slice(typed);
            if (text.Trim().Length < FewestLetters)
            {
                continue;
            }

            var matches = NameMatch.Find(workspace.Catalog, text);
            if (matches.Count > 0)
            {
                var withPrefix = text.StartsWith("AWS ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Amazon ", StringComparison.OrdinalIgnoreCase);
                var ranked = Ranked(workspace, matches, default, []);
                var replace = TypedText.Replace(note, typed);
                return Cut(ranked.SelectMany(match => ItemsInText(workspace, match, withPrefix, typed, replace)));
            }
        }

        return CompletionResult.Empty;
    }

    /// <summary>What can stand in a cell of a service column: those of the row's layer first, those of other rows last.</summary>
    public static CompletionResult InCell(Workspace workspace, Note note, CompletionPlace place, int offset)
    {
        var style = ServiceColumnStyle.Of(note.Source, place.Table, place.Cell.Column);
        if (!place.IsBlank(note.Source))
        {
            // What stands in the cell has its emphasis, or is being given none.
            style = style with { Emphasis = ColumnEmphasis.None };
        }

        var present = place.Table.Rows
            .Where((_, index) => index != place.RowIndex)
            .SelectMany(row => row.Claim?.Subjects ?? [])
            .Select(subject => subject.Service.Id)
            .ToHashSet(StringComparer.Ordinal);
        var candidates = TypedText.Candidates(note.Source.Text, place.Words.Start, offset);
        foreach (var typed in candidates)
        {
            var matches = NameMatch.Find(workspace.Catalog, note.Source.Slice(typed));
            if (matches.Count > 0)
            {
                var replace = TypedText.Replace(note, typed);
                return Cut(Ranked(workspace, matches, place.Layers, present).Select(match => ItemInCell(workspace, match, style, typed, replace)));
            }
        }

        if (candidates.Count > 0)
        {
            return CompletionResult.Empty;
        }

        var everything = workspace.Catalog.Services.Select(service => new NameMatch(service, MatchRank.Name, service.Name)).ToList();
        var here = new TextSpan(offset, 0);
        var rest = TypedText.Replace(note, here);
        var all = Ranked(workspace, everything, place.Layers, present).ToList();
        var last = all.Where(match => present.Contains(match.Service.Id)).Take(MostItems / 4).ToList();
        var first = all.Where(match => !present.Contains(match.Service.Id)).Take(MostItems - last.Count);
        return new CompletionResult(
            [.. first.Concat(last).Select(match => ItemInCell(workspace, match, style, here, rest))],
            IsIncomplete: all.Count > MostItems);
    }

    private static IOrderedEnumerable<NameMatch> Ranked(
        Workspace workspace, IReadOnlyCollection<NameMatch> matches, LayerSet layers, HashSet<string> present) => matches
        .OrderBy(match => match.Rank != MatchRank.Exact)
        .ThenBy(match => present.Contains(match.Service.Id))
        .ThenBy(match => match.Rank >= MatchRank.WordInside)
        .ThenBy(match => LayerRank(match.Service, layers))
        .ThenBy(match => HasEnded(workspace, match.Service))
        .ThenBy(match => match.Rank)
        .ThenBy(match => Standing.Of(match.Service, workspace.Today, Verification.Partial).Kind)
        .ThenBy(match => matches.Count <= MostItems && Extends(match, matches))
        .ThenBy(match => Renown(workspace.Catalog, match.Service))
        .ThenBy(match => match.Service.Kind != ServiceKind.Service)
        .ThenBy(match => match.Service.Name.Length)
        .ThenBy(match => match.Service.Id, StringComparer.Ordinal);

    private static int LayerRank(Service service, LayerSet layers) => service.ShownLayers switch
    {
        _ when layers.IsEmpty => 0,
        { } known when layers.Contains(known.Primary) => 0,
        { } known when layers.Overlaps(known.All) => 1,
        _ => 2,
    };

    // "Lambda" before "Lambda@Edge", "Route 53" before "Route 53 Resolver": the longer name is typed on.
    private static bool Extends(NameMatch match, IReadOnlyCollection<NameMatch> matches) => matches.Any(
        other => other.Text.Length < match.Text.Length && other.Rank == match.Rank && match.Text.StartsWith(other.Text, StringComparison.OrdinalIgnoreCase));

    // What is taught with a layer is looked for most, then what learners mix up, then what has a layer at all.
    private static int Renown(Catalog catalog, Service service) =>
        catalog.Layers.Any(layer => layer.Examples.Contains(service.Id)) ? 0
        : catalog.Confusions.Any(pair => pair.FirstId == service.Id || pair.SecondId == service.Id) ? 1
        : service.Layers is not null ? 2
        : 3;

    private static IEnumerable<CompletionItem> ItemsInText(Workspace workspace, NameMatch match, bool withPrefix, TextSpan insert, TextSpan replace)
    {
        var name = Catalog.PresentName(match.Service, withPrefix);
        if (match.Text == match.Service.Abbreviation)
        {
            // Who types an abbreviation wants it, or the name that it stands for.
            var both = $"{name} ({match.Text})";
            yield return Item(workspace, match.Service, both, both, $"{match.Text} {name}", insert, replace);
            yield return Item(workspace, match.Service, match.Text, match.Text, match.Text, insert, replace);
        }
        else
        {
            yield return Item(workspace, match.Service, name, name, FilterText(match, name), insert, replace);
        }
    }

    private static CompletionItem ItemInCell(Workspace workspace, NameMatch match, ServiceColumnStyle style, TextSpan insert, TextSpan replace)
    {
        var name = style.Write(match.Service);
        return Item(workspace, match.Service, name, style.Emphasis.Open + name + style.Emphasis.Close, FilterText(match, name), insert, replace);
    }

    // Clients compare what is typed with this text, and most from its start.
    private static string FilterText(NameMatch match, string name) =>
        name.StartsWith(match.Text, StringComparison.OrdinalIgnoreCase) ? name : $"{match.Text} {name}";

    private static CompletionItem Item(
        Workspace workspace, Service service, string label, string insertText, string filterText, TextSpan insert, TextSpan replace) => new(
            service.Id,
            CompletionKind.Service,
            label,
            service.ShownLayers is { } layers ? LayerText.Label(workspace.Catalog, layers.Primary) : null,
            service.Category,
            filterText,
            insertText,
            insert,
            replace,
            HasEnded(workspace, service));

    private static bool HasEnded(Workspace workspace, Service service) =>
        Standing.Of(service, workspace.Today, Verification.Partial).Kind == StandingKind.Ended;

    private static CompletionResult Cut(IEnumerable<CompletionItem> items)
    {
        var kept = items.Take(MostItems + 1).ToImmutableArray();
        return kept.Length > MostItems ? new(kept[..MostItems], IsIncomplete: true) : new(kept, IsIncomplete: false);
    }
}
