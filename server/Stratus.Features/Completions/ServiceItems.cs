using System.Collections.Immutable;
using Stratus.Notes;

namespace Stratus.Features.Completions;

/// <summary>Where in running text the cursor stands.</summary>
/// <param name="From">Where the line or the cell begins.</param>
/// <param name="Offset">The cursor.</param>
/// <param name="Setting">How a name must be written there.</param>
/// <param name="InHeading">True in a heading or a diagram, where capitals say nothing.</param>
internal readonly record struct TextPlace(int From, int Offset, NameSetting Setting, bool InHeading);

/// <summary>Items that are names of services.</summary>
internal static class ServiceItems
{
    /// <summary>The whole list stays under a hundred: nobody reads more.</summary>
    private const int MostItems = 99;
    private const int FewestLetters = 2;

    /// <summary>From so many letters on scattered ones are looked for too, so that a list made of fewer may lack items.</summary>
    private const int FewestScattered = 3;

    /// <summary>What completes a name in running text; nothing where nothing is typed.</summary>
    public static CompletionResult InText(Workspace workspace, Note note, TextPlace place, CompletionTrigger trigger)
    {
        var candidates = TypedText.Candidates(note.Source.Text, place.From, place.Offset);
        foreach (var typed in candidates)
        {
            var matches = trigger.IsTyped
                ? TypedEvidence.Matches(workspace.Catalog.Names, note, typed, place.From, place.InHeading)
                : Asked(workspace, note, typed, isLast: typed == candidates[^1]);
            if (matches.Count == 0)
            {
                continue;
            }

            var ranked = Ranking.Of(workspace, matches, default, []);
            var context = new ItemContext(workspace, note.Source.Slice(typed).ToString(), typed, TypedText.Replace(note, typed));
            // Fewer letters may begin more names, and the last word alone other ones than all of them.
            var isOpen = !trigger.IsTyped && (typed != candidates[^1] || typed.Length < FewestScattered);
            return Cut(ranked.SelectMany(match => InText(context, match, place.Setting, trigger)), isOpen);
        }

        return CompletionResult.Empty;
    }

    /// <summary>What can stand in a cell of a service column: those of the row's layer first, those of other rows last.</summary>
    public static CompletionResult InCell(Workspace workspace, Note note, CompletionPlace place, int offset, CompletionTrigger trigger)
    {
        var style = ServiceColumnStyle.Of(note.Source, place.Table, place.Cell.Column);
        if (!place.IsBlank(note.Source))
        {
            // What stands in the cell has its emphasis, or is being given none.
            style = style with { Emphasis = ColumnEmphasis.None };
        }

        var present = PresentIn(place.Table, place.RowIndex);
        var candidates = TypedText.Candidates(note.Source.Text, place.Words.Start, offset);
        foreach (var typed in candidates)
        {
            // The words of a cell that is about something else are no beginnings of names, unless they look like it.
            var matches = trigger.IsTyped && !BeginsName(note.Source.Text, place.Words.Start, typed.Start)
                ? TypedEvidence.Matches(workspace.Catalog.Names, note, typed, place.Words.Start, inHeading: false)
                : NameMatch.Find(workspace.Catalog.Names, note.Source.Slice(typed));
            if (trigger.Typed == ' ' && matches.Exists(match => match.Rank == MatchRank.Exact))
            {
                // Behind a name that stands there in full a space begins nothing.
                return CompletionResult.Empty;
            }

            if (typed == candidates[^1] && !trigger.IsTyped)
            {
                matches.AddRange(NameMatch.FindScattered(workspace.Catalog.Names, note.Source.Slice(typed), matches));
            }

            if (matches.Count > 0)
            {
                var context = new ItemContext(workspace, note.Source.Slice(typed).ToString(), typed, TypedText.Replace(note, typed));
                var isOpen = typed != candidates[^1] || typed.Length < FewestScattered;
                return Cut(Ranking.Of(workspace, matches, place.Layers, present).Select(match => InCell(context, match, style)), isOpen);
            }
        }

        return candidates.Count > 0 || (trigger.IsTyped && !place.IsEmpty)
            ? CompletionResult.Empty
            : Everything(workspace, note, place, style, present, offset);
    }

    /// <summary>The services that a table has a row for.</summary>
    /// <param name="table">The table.</param>
    /// <param name="except">The number of a row that does not count, or -1.</param>
    public static HashSet<string> PresentIn(StudyTable table, int except)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < table.Rows.Length; index++)
        {
            if (index != except)
            {
                present.UnionWith((table.Rows[index].Claim?.Subjects ?? []).Select(subject => subject.Service.Id));
            }
        }

        return present;
    }

    /// <summary>What typed text is compared with. It begins just as typed, so that clients which score letters and case find all items alike and keep their order.</summary>
    public static string FilterText(string typed, NameMatch match, string name)
    {
        var words = NameMatch.Normalise(typed);
        var length = words.Length;
        if (!match.Text.StartsWith(words.TrimEnd(), StringComparison.OrdinalIgnoreCase))
        {
            return $"{typed} {name}";
        }

        var whole = typed + (length < match.Text.Length ? match.Text[length..] : "");
        return name.StartsWith(match.Text, StringComparison.OrdinalIgnoreCase) ? whole + name[match.Text.Length..] : $"{whole} {name}";
    }

    /// <summary>What all items of a list have in common.</summary>
    /// <param name="Workspace">The snapshot.</param>
    /// <param name="Typed">What is typed, as it is written.</param>
    /// <param name="Insert">Where.</param>
    /// <param name="Replace">With the rest of the word.</param>
    private readonly record struct ItemContext(Workspace Workspace, string Typed, TextSpan Insert, TextSpan Replace)
    {
        public CompletionItem Item(Service service, string label, string insertText, string filterText) => new(
            service.Id,
            CompletionKind.Service,
            label,
            service.ShownLayers is { } layers ? LayerText.Label(Workspace.Catalog, layers.Primary) : null,
            service.Category,
            filterText,
            insertText,
            Insert,
            Replace,
            Ranking.HasEnded(Workspace, service));
    }

    // At the start of the cell, or behind a sign that parts two names: "ALB / N".
    private static bool BeginsName(string text, int from, int start)
    {
        while (start > from && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == from || !char.IsLetterOrDigit(text[start - 1]);
    }

    private static List<NameMatch> Asked(Workspace workspace, Note note, TextSpan typed, bool isLast)
    {
        var text = note.Source.Slice(typed);
        if (text.Trim().Length < FewestLetters)
        {
            return [];
        }

        var matches = NameMatch.Find(workspace.Catalog.Names, text);
        if (isLast)
        {
            matches.AddRange(NameMatch.FindScattered(workspace.Catalog.Names, text, matches));
        }

        return matches;
    }

    private static CompletionResult Everything(
        Workspace workspace, Note note, CompletionPlace place, ServiceColumnStyle style, HashSet<string> present, int offset)
    {
        // What has a layer stands at the front, and of the rest what is renowned: all of it would be no help.
        var ranked = Ranking.Of(workspace, [.. workspace.Catalog.Services.Select(service => new NameMatch(service, MatchRank.Name, service.Name))], place.Layers, present);
        var last = ranked.Where(match => present.Contains(match.Service.Id)).Take(MostItems / 4).ToList();
        var first = ranked.Where(match => !present.Contains(match.Service.Id)).OrderBy(match => match.Service.ShownLayers is null).Take(MostItems - last.Count);
        var here = new TextSpan(offset, 0);
        var context = new ItemContext(workspace, "", here, TypedText.Replace(note, here));
        return new CompletionResult(
            [.. first.Concat(last).Select(match => InCell(context, match, style))],
            IsIncomplete: ranked.Length > MostItems);
    }

    private static IEnumerable<CompletionItem> InText(ItemContext context, NameMatch match, NameSetting setting, CompletionTrigger trigger)
    {
        var name = Catalog.PresentName(match.Service, HasPrefix(context.Typed));
        if (match.Text == match.Service.Abbreviation && !setting.Refuses(match.Text))
        {
            // Who types an abbreviation wants it, or the name that it stands for.
            var both = $"{name} ({match.Text})";
            var filter = $"{FilterText(context.Typed, match, match.Text)} {name}";
            var ofBoth = setting.Refuses(both) ? null : context.Item(match.Service, both, setting.Write(both), filter);
            var ofShort = context.Item(match.Service, match.Text, setting.Write(match.Text), filter);
            // Written just so while nobody has asked: what stands there must not turn into more by a line end.
            IEnumerable<CompletionItem?> items = trigger.IsTyped && context.Typed == match.Text ? [ofShort, ofBoth] : [ofBoth, ofShort];
            return items.OfType<CompletionItem>();
        }

        return setting.Refuses(name) ? [] : [context.Item(match.Service, name, setting.Write(name), FilterText(context.Typed, match, name))];
    }

    private static CompletionItem InCell(ItemContext context, NameMatch match, ServiceColumnStyle style)
    {
        var name = style.Write(match.Service);
        return context.Item(match.Service, name, style.Emphasis.Open + name + style.Emphasis.Close, FilterText(context.Typed, match, name));
    }

    private static bool HasPrefix(string typed) =>
        typed.StartsWith("AWS ", StringComparison.OrdinalIgnoreCase) || typed.StartsWith("Amazon ", StringComparison.OrdinalIgnoreCase);

    private static CompletionResult Cut(IEnumerable<CompletionItem> items, bool isOpen)
    {
        var kept = items.Take(MostItems + 1).ToImmutableArray();
        return kept.Length > MostItems ? new(kept[..MostItems], IsIncomplete: true) : new(kept, isOpen);
    }
}
