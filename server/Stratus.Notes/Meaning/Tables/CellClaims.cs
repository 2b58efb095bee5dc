using System.Buffers;
using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Notes.Meaning.Tables;

/// <summary>Reads what a service cell is about, from the names in it and what stands between them.</summary>
internal static class CellClaims
{
    private static readonly SearchValues<char> PartEnds = SearchValues.Create("/,;&+([–—:");
    private static readonly SearchValues<char> Alternatives = SearchValues.Create("/,;&+|、");
    private static readonly SearchValues<char> Separators = SearchValues.Create("/,;&+|、\uFFFC");
    private static readonly SearchValues<char> Joins = SearchValues.Create("-–—:([");

    /// <summary>
    /// The subjects of a cell. Joined by <c>/ , ; &amp; +</c>, "and" or a line break both are meant; joined by a dash, a
    /// colon or brackets a kind and its parent mean the kind, the same service twice is meant once, and else the first
    /// name counts.
    /// </summary>
    /// <param name="run">The words of the cell, with the names found in them.</param>
    /// <param name="catalog">Knows who is whose parent.</param>
    public static ImmutableArray<NamedService> Subjects(TextRun run, Catalog catalog)
    {
        var subjects = new List<(Service Service, TermMatch Name)>();
        var end = 0;
        foreach (var name in run.Names)
        {
            // A form that stands for several services names none of them for sure.
            if (name.Written.Services is not [var service])
            {
                continue;
            }

            var between = run.Text.Text.AsSpan(end, name.Start - end);
            end = name.End;
            if (subjects.Count == 0)
            {
                if (!SaysSomethingElse(between))
                {
                    subjects.Add((service, name));
                }

                continue;
            }

            var last = subjects[^1].Service;
            if (subjects.Exists(subject => subject.Service.Id == service.Id))
            {
                continue;
            }

            if (IsAlternative(between))
            {
                subjects.Add((service, name));
            }
            else if (IsKindOf(service, last, catalog) && IsJoined(between))
            {
                subjects[^1] = (service, name);
            }
        }

        if (subjects.Count == 0 && Inverted(run, catalog) is { } inverted)
        {
            return [inverted];
        }

        var named = subjects.ConvertAll(subject => (subject.Service, subject.Name.Start, subject.Name.End));
        AddElided(named, run.Text.Text, catalog);
        return [.. named.Select(subject => new NamedService(subject.Service, run.Text.ToSource(subject.Start, subject.End)))];
    }

    // "VPN (Site-to-Site)": a name turned round.
    private static NamedService? Inverted(TextRun run, Catalog catalog)
    {
        var text = run.Text.Text;
        var open = text.IndexOf('(');
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        return close > open + 1 && text.AsSpan(0, open).Trim() is { IsEmpty: false } head
            && Whole($"{text[(open + 1)..close].Trim()} {head}", catalog) is { } service
            ? new NamedService(service, run.Text.ToSource(text.AsSpan().IndexOf(head), close + 1))
            : null;
    }

    // "AWS Shield / Advanced", "Interface / Gateway Endpoints": a part that names nothing borrows the words of its neighbour.
    private static void AddElided(List<(Service Service, int Start, int End)> subjects, string text, Catalog catalog)
    {
        if (subjects is not [var known] || text.AsSpan().IndexOfAny('/', '&', '+') < 0)
        {
            return;
        }

        var name = text[known.Start..known.End];
        var (before, after) = (text[..known.Start].TrimEnd(), text[known.End..].TrimStart());
        if (after is ['/' or '&' or '+', ..])
        {
            var part = FirstWords(after[1..]);
            var start = text.IndexOf(part, known.End, StringComparison.Ordinal);
            if (part.Length > 0 && Whole($"{name} {part}", catalog) is { } service && service.Id != known.Service.Id)
            {
                subjects.Add((service, start, start + part.Length));
            }
        }
        else if (before is [.., '/' or '&' or '+'] && name.LastIndexOf(' ') is > 0 and var lastWord)
        {
            var part = before[..^1].Trim();
            var start = text.IndexOf(part, StringComparison.Ordinal);
            if (part.Length > 0 && Whole($"{part}{name[lastWord..]}", catalog) is { } service && service.Id != known.Service.Id)
            {
                subjects.Insert(0, (service, start, start + part.Length));
            }
        }
    }

    private static string FirstWords(string text)
    {
        var end = text.AsSpan().IndexOfAny(PartEnds);
        return (end < 0 ? text : text[..end]).Trim(' ', '\t', '\n', '\r', '\u00A0', FlatText.Break);
    }

    private static Service? Whole(string name, Catalog catalog)
    {
        var matches = new List<TermMatch>();
        catalog.Matcher.FindAll(name, matches);
        return matches is [{ Written.Services: [var service] } match] && match.Start == 0 && match.End == name.Length ? service : null;
    }

    // "Third-party firewall after a NLB": the cell is about something that the catalog does not know. Of "data centers of
    // AWS, Direct Connect" that holds for the first part only.
    private static bool SaysSomethingElse(ReadOnlySpan<char> before)
    {
        before = before[(before.LastIndexOfAny(Separators) + 1)..];
        var words = 0;
        foreach (var range in before.SplitAny(' ', '\t', '\n', '\r', '\u00A0'))
        {
            words += before[range].ContainsAnyInRange('a', 'z') || before[range].ContainsAnyInRange('A', 'Z') ? 1 : 0;
        }

        return words > 2;
    }

    private static bool IsAlternative(ReadOnlySpan<char> between)
    {
        var words = between.Trim();
        if (words.IndexOfAny("()[]") >= 0 && !(words is ['(' or '[', ..] || words is [.., ')' or ']']))
        {
            return false;
        }

        return words.ContainsAny(Alternatives) && words.Length <= 24
            || words.Contains(FlatText.Break)
            || Vocabulary.Embedded.JoinNames.Contains(words);
    }

    private static bool IsJoined(ReadOnlySpan<char> between)
    {
        var words = between.Trim();
        return words.ContainsAny(Joins) && words.Length <= 4;
    }

    private static bool IsKindOf(Service child, Service parent, Catalog catalog)
    {
        for (var id = child.ParentId; id is not null; id = catalog.FindService(id)?.ParentId)
        {
            if (id == parent.Id)
            {
                return true;
            }
        }

        return false;
    }
}
