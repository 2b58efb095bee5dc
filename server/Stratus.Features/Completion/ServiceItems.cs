using System.Collections.Immutable;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Completion;

/// <summary>Where in running text the cursor stands.</summary>
/// <param name="From">Where the line or the cell begins.</param>
/// <param name="Offset">The cursor.</param>
/// <param name="Setting">How a name must be written there.</param>
/// <param name="InHeading">True in a heading or a diagram, where capitals say nothing.</param>
internal readonly record struct TextPlace(int From, int Offset, NameSetting Setting, bool InHeading);

/// <summary>Items that are names of services.</summary>
internal static class ServiceItems
{
    private const int FewestLetters = 2;

    /// <summary>With fewer letters in a cell the next one may begin other words.</summary>
    private const int FewestOfWhole = 3;

    /// <summary>What completes a name in running text; nothing where nothing is typed.</summary>
    public static CompletionResult InText(Workspace workspace, Note note, TextPlace place, CompletionTrigger trigger)
    {
        var candidates = TypedText.Candidates(note.Source, place.From, place.Offset);
        return Answer(workspace, note, candidates, trigger, Meant, Find) is (var typed, var meant, var others)
            ? InText(new(workspace, note, typed), place.Setting, [.. Ranked(meant), .. Ranked(others)], trigger)
            : CompletionResult.Empty;

        List<NameMatch> Meant(TextSpan typed) => TypedEvidence.Matches(workspace.Catalog.Names, note, typed, place.From, place.InHeading);

        List<NameMatch> Find(TextSpan typed) => Asked(workspace, note, typed, isLast: typed == candidates[^1]);

        NameMatch[] Ranked(List<NameMatch> matches) => Ranking.Of(workspace, matches, default, []);
    }

    /// <summary>What can stand in a cell of a service column: those of the row's layer first, those of other rows last.</summary>
    public static CompletionResult InCell(Workspace workspace, Note note, CompletionPlace place, int offset, CompletionTrigger trigger)
    {
        var style = ServiceColumnStyle.Of(note.Source, place.Table, place.Cell.Column);
        if (!place.IsBlank(note.Source))
        {
            // What is in the cell has its emphasis, or is being given none.
            style = style with { Emphasis = ColumnEmphasis.None };
        }

        var present = PresentIn(place.Table, place.RowIndex);
        var candidates = TypedText.Candidates(note.Source, place.Words.Start, offset);
        if (Answer(workspace, note, candidates, trigger, Meant, Find) is (var typed, var meant, var others))
        {
            var context = new ItemContext(workspace, note, typed);
            var items = Ranked(meant).Concat(Ranked(others)).Select(match => InCell(context, match, style));
            return Cut(items, !trigger.IsTyped || typed.Length < FewestOfWhole);
        }

        return candidates.Count > 0 || (trigger.IsTyped && !place.IsEmpty)
            ? CompletionResult.Empty
            : Everything(workspace, note, place, style, present, offset);

        // The words of a cell that is about something else are no beginnings of names, unless they look like it.
        List<NameMatch> Meant(TextSpan typed) => BeginsName(note.Source, place.Words.Start, typed.Start)
            ? NameMatch.Find(workspace.Catalog.Names, note.Source.Slice(typed))
            : TypedEvidence.Matches(workspace.Catalog.Names, note, typed, place.Words.Start, inHeading: false);

        List<NameMatch> Find(TextSpan typed) => Found(workspace, note, typed, isLast: typed == candidates[^1]);

        NameMatch[] Ranked(List<NameMatch> matches) => Ranking.Of(workspace, matches, place.Layers, present);
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
        public ItemContext(Workspace workspace, Note note, TextSpan typed)
            : this(workspace, note.Source.Slice(typed).ToString(), typed, TypedText.Replace(note, typed))
        {
        }

        public CompletionItem Item(Service service, string label, string insertText, string filterText) => new(
            service.Id,
            CompletionKind.Service,
            label,
            service.ShownLayers is { } layers ? LayerText.Label(Workspace.Catalog, layers.Primary) : null,
            service.Category,
            WholeName.Before(Workspace.Catalog.Names, filterText, Typed.Length),
            insertText,
            Insert,
            Replace,
            Standing.HasEnded(service, Workspace.Today));
    }

    // At the start of the cell, or after a sign that parts two names: "ALB / N".
    private static bool BeginsName(SourceText text, int from, int start)
    {
        while (start > from && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == from || !char.IsLetterOrDigit(text[start - 1]);
    }

    /// <summary>
    /// The words that names answer to, the names that open a list by themselves, and those that only asking brings. Asking
    /// brings the former too, and first: who closed a list finds it again.
    /// </summary>
    private static (TextSpan Typed, List<NameMatch> Meant, List<NameMatch> Others)? Answer(
        Workspace workspace,
        Note note,
        List<TextSpan> candidates,
        CompletionTrigger trigger,
        Func<TextSpan, List<NameMatch>> meant,
        Func<TextSpan, List<NameMatch>> asked)
    {
        // At the end of a whole name no list opens by itself, and who asks wants that name first.
        if (candidates.Count > 0 && (trigger.IsTyped || !WholeName.EndsAt(workspace.Catalog, note.Source, candidates[^1].End)))
        {
            foreach (var typed in candidates)
            {
                if (meant(typed) is { Count: > 0 } names)
                {
                    var known = names.Select(match => match.Service.Id).ToHashSet(StringComparer.Ordinal);
                    return (typed, names, trigger.IsTyped ? [] : asked(typed).FindAll(match => !known.Contains(match.Service.Id)));
                }
            }
        }

        foreach (var typed in trigger.IsTyped ? [] : candidates)
        {
            if (asked(typed) is { Count: > 0 } names)
            {
                return (typed, [], names);
            }
        }

        return null;
    }

    private static List<NameMatch> Asked(Workspace workspace, Note note, TextSpan typed, bool isLast) =>
        note.Source.Slice(typed).Trim().Length < FewestLetters ? [] : Found(workspace, note, typed, isLast);

    private static List<NameMatch> Found(Workspace workspace, Note note, TextSpan typed, bool isLast)
    {
        var text = note.Source.Slice(typed);
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
        // What has a layer is at the front, and of the rest what is renowned: all of it would be no help.
        var services = workspace.Catalog.Services.Select(service => new NameMatch(service, MatchRank.Name, service.Name));
        var ranked = Ranking.Of(workspace, [.. services], place.Layers, present);
        var last = ranked.Where(match => present.Contains(match.Service.Id)).Take(CompletionResult.MostItems / 4).ToList();
        var first = ranked
            .Where(match => !present.Contains(match.Service.Id))
            .OrderBy(match => match.Service.ShownLayers is null)
            .Take(CompletionResult.MostItems - last.Count);
        var context = new ItemContext(workspace, note, new TextSpan(offset, 0));
        return new CompletionResult([.. first.Concat(last).Select(match => InCell(context, match, style))]);
    }

    private static CompletionResult InText(ItemContext context, NameSetting setting, NameMatch[] matches, CompletionTrigger trigger) =>
        Cut(matches.SelectMany(match => InText(context, match, setting)), !trigger.IsTyped);

    private static IEnumerable<CompletionItem> InText(ItemContext context, NameMatch match, NameSetting setting)
    {
        var name = Catalog.PresentName(match.Service, withPrefix: Prefix.LengthInTyped(context.Typed) > 0);
        if (match.Text == match.Service.Abbreviation && !setting.Refuses(match.Text))
        {
            // Who types an abbreviation wants the name that it stands for, or the abbreviation alone.
            var both = $"{name} ({match.Text})";
            var filter = $"{FilterText(context.Typed, match, match.Text)} {name}";
            var ofBoth = setting.Refuses(both) ? null : context.Item(match.Service, both, setting.Write(both), filter);
            var ofShort = context.Item(match.Service, match.Text, setting.Write(match.Text), filter);
            return ((CompletionItem?[])[ofBoth, ofShort]).OfType<CompletionItem>();
        }

        return setting.Refuses(name)
            ? []
            : [context.Item(match.Service, name, setting.Write(name), FilterText(context.Typed, match, name))];
    }

    private static CompletionItem InCell(ItemContext context, NameMatch match, ServiceColumnStyle style)
    {
        var name = style.Write(match.Service);
        return context.Item(match.Service, name, style.Emphasis.Open + name + style.Emphasis.Close, FilterText(context.Typed, match, name));
    }

    private static CompletionResult Cut(IEnumerable<CompletionItem> items, bool isOpen)
    {
        var kept = items.Take(CompletionResult.MostItems + 1).ToImmutableArray();
        return kept.Length > CompletionResult.MostItems ? new(kept[..CompletionResult.MostItems]) : new(kept, isOpen);
    }
}
