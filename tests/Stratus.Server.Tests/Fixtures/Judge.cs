namespace Stratus.Server.Tests.Fixtures;

/// <summary>Holds what the program read against what a fixture expects.</summary>
internal sealed class Judge(Fixture fixture, ReadNote read)
{
    /// <summary>Says for each expectation that does not hold what was expected and what stands there.</summary>
    /// <exception cref="FormatException">An expectation asks for what there is not.</exception>
    internal IEnumerable<string> Complaints()
    {
        foreach (var expectation in fixture.Expectations)
        {
            if (Found(expectation) is { } found)
            {
                yield return $"{expectation.Place}: expected {expectation.Text}; found {found}";
            }
        }

        // Each expected placement is one of its own.
        foreach (var twice in fixture.Expectations.Where(one => one is { Verb: "placement", IsNo: false }).GroupBy(one => one.Rest, StringComparer.Ordinal))
        {
            if (twice.Count() is > 1 and var wanted && read.Placements.Count(placement => placement.ToString() == twice.Key) is var there && there != wanted)
            {
                yield return $"{twice.First().Place}: expected {twice.Key} {wanted} times; found it {there} times";
            }
        }
    }

    /// <summary>Where the quoted words of an expectation stand.</summary>
    /// <exception cref="FormatException">They do not stand in the note (so often).</exception>
    internal static IEnumerable<(int Start, int End)> Places(Expectation expectation, string note)
    {
        var words = expectation.Quoted ?? throw expectation.Wrong("quoted words are missing");
        var places = new List<(int, int)>();
        for (var at = note.IndexOf(words, StringComparison.Ordinal); at >= 0; at = note.IndexOf(words, at + words.Length, StringComparison.Ordinal))
        {
            places.Add((at, at + words.Length));
        }

        return places.Count == 0 || places.Count < expectation.Ordinal ? throw expectation.Wrong("these words do not stand in the note")
            : expectation.Ordinal > 0 ? [places[expectation.Ordinal - 1]]
            : expectation.IsNo ? places
            : [places[0]];
    }

    // Null where the expectation holds; else what there is.
    private string? Found(Expectation expectation) => expectation.Verb switch
    {
        "mention" => Mention(expectation, layers: false),
        "layer" => Mention(expectation, layers: true),
        "mentions" => Number(expectation, read.Mentions.Count(), All(read.Mentions)),
        "placement" when expectation.IsNo => NoPlacement(expectation),
        "placement" => read.Placements.Any(placement => placement.ToString() == expectation.Rest) ? null : AllPlacements(),
        "placements" => Number(expectation, read.Placements.Count(), AllPlacements()),
        "tables" => Number(expectation, read.Tables.Length, "other tables"),
        "columns" => Same(expectation, string.Join(' ', ReadNote.Strings(Table(expectation), "columns"))),
        "rows" => Same(expectation, Table(expectation).GetProperty("rows").GetRawText()),
        "kind" => Same(expectation, read.KindAt(Places(expectation, read.Text).First().Start)),
        "hover" => Hover(expectation),
        "offers" or "offer" or "pops" or "pop" => Offers(expectation),
        "finding" => Finding(expectation),
        "findings" => Number(expectation, read.Findings.Length, AllFindings()),
        var verb when AroundTheCursor.Verbs.Contains(verb) => read.Around.Found(expectation),
        _ => throw expectation.Wrong("nothing that can be expected"),
    };

    private string? Mention(Expectation expectation, bool layers)
    {
        var mentions = read.Mentions.Where(mention => mention.IsLayer == layers).ToList();
        if (expectation.IsNo)
        {
            var unwanted = expectation.Quoted is null
                ? mentions
                : mentions.FindAll(mention => Places(expectation, read.Text).Any(place => mention.Overlaps(place.Start, place.End)));
            return unwanted.Count == 0 ? null : All(unwanted);
        }

        var (start, end) = Places(expectation, read.Text).First();
        var (terms, form) = expectation.Words is [.. var ids, "as", var asForm] ? (ids, asForm) : (expectation.Words, null);
        var wanted = layers ? [.. terms.Select(term => $"osi-{term}")] : terms;
        var there = read.Mentions.Where(mention => mention.Overlaps(start, end)).ToList();
        return there is [var only] && only.Span == (start, end) && only.Terms.ToHashSet().SetEquals(wanted) && (form is null || form == only.Form) ? null : All(there);
    }

    private string? NoPlacement(Expectation expectation) =>
        read.Placements.Any(placement => expectation.Rest.Length == 0 || placement.Services.Split(' ').Intersect(expectation.Words).Any()) ? AllPlacements() : null;

    private System.Text.Json.JsonElement Table(Expectation expectation) =>
        read.Tables.ElementAtOrDefault(Math.Max(0, expectation.Ordinal - 1)) is { ValueKind: System.Text.Json.JsonValueKind.Object } table
            ? table
            : throw expectation.Wrong($"the program sees {read.Tables.Length} tables");

    private string? Hover(Expectation expectation)
    {
        foreach (var place in Places(expectation, read.Text))
        {
            var card = read.Hovers[place.Start];
            if (expectation.IsNo ? card?.Contains(expectation.Rest, StringComparison.Ordinal) is true : card?.Contains(expectation.Rest, StringComparison.Ordinal) is not true)
            {
                return card is null ? "no card" : $"the card {card.Split('\n')[0]}";
            }
        }

        return null;
    }

    // "offers" asks at the end of the words, "pops" has just typed their last character; "first" wants the item to be the first.
    private string? Offers(Expectation expectation)
    {
        foreach (var place in Places(expectation, read.Text))
        {
            var labels = read.Offers[(expectation.IsTyped, place.End)];
            var (isFirst, label) = expectation.Rest.StartsWith("first ", StringComparison.Ordinal) ? (true, expectation.Rest["first ".Length..]) : (false, expectation.Rest);
            var holds = expectation.IsNo
                ? label.Length == 0 ? labels.Length == 0 : !labels.Contains(label)
                : isFirst ? labels is [var first, ..] && first == label : labels.Contains(label);
            if (!holds)
            {
                return labels.Length == 0 ? "nothing offered" : $"offered {string.Join(", ", labels.Take(8))}{(labels.Length > 8 ? " …" : "")}";
            }
        }

        return null;
    }

    private string? Finding(Expectation expectation)
    {
        if (expectation.IsNo)
        {
            var unwanted = expectation.Quoted is null
                ? read.Findings.Length > 0
                : read.Findings.Any(finding => Places(expectation, read.Text).Any(place => read.Span(finding) is var (start, end) && start < place.End && place.Start < end));
            return unwanted ? AllFindings() : null;
        }

        var wanted = Places(expectation, read.Text).First();
        return read.Findings.Any(finding => read.Span(finding) == wanted && finding.GetProperty("code").GetString() == expectation.Rest) ? null : AllFindings();
    }

    private static string? Same(Expectation expectation, string found) => found == expectation.Rest ? null : found;

    private static string? Number(Expectation expectation, int found, string all) => found == expectation.Count ? null : $"{found}: {all}";

    private string All(IEnumerable<ReadMention> mentions) =>
        Joined(mentions.Select(mention => $"\"{read.Cut(mention.Span)}\" {string.Join(' ', mention.Terms)} ({mention.Form})"));

    private string AllPlacements() => Joined(read.Placements.Select(placement => placement.ToString()));

    private string AllFindings() => Joined(read.Findings.Select(finding => $"\"{read.Cut(read.Span(finding))}\" {finding.GetProperty("code").GetString()}"));

    private static string Joined(IEnumerable<string> found) => string.Join("; ", found) is { Length: > 0 } words ? words : "none";
}
