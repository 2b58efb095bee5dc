using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>Something that a note names and that is past.</summary>
/// <param name="Service">The service.</param>
/// <param name="Successors">The names of what has come in its place, as AWS writes them: with prefix, and perhaps with remarks in brackets.</param>
internal sealed record PastName(Service Service, ImmutableArray<string> Successors);

/// <summary>Which of the mentions of what is past an author is to be told of: of none where they show that they know.</summary>
internal static partial class PastNames
{
    private const int MostStruck = 200;

    /// <summary>
    /// The mentions to tell of: in running text once a note, in tables each row that is about it. Not where the sentence or row
    /// itself says that the thing is past, or names a successor; an author who says so once is not told again in running text.
    /// </summary>
    /// <param name="note">The note.</param>
    /// <param name="serviceId">The service that is looked for, or null for any.</param>
    /// <param name="find">What is past about a mention, or null.</param>
    public static List<(string ServiceId, Mention Mention)> ToTell(Note note, string? serviceId, Func<Mention, PastName?> find)
    {
        var past = In(serviceId is null ? note.Mentions : Occurrences.MentionsOf(note, serviceId), note, find);

        // An author who says once that a thing is past knows it, so that only rows that say otherwise are left to tell of.
        var known = past.Where(one => one.SaysSo).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);

        var told = new List<(string ServiceId, Mention Mention)>();
        foreach (var one in past)
        {
            // What has been told in running text is known from there on.
            if (one.IsSubject ? !one.SaysSo : known.Add(one.Id))
            {
                told.Add((one.Id, one.Mention));
            }
        }

        return told;
    }

    /// <summary>Says all that <see cref="ToTell"/> looks at, to each service.</summary>
    public static void Say(Note note, Func<Mention, PastName?> find, Sayings sayings)
    {
        foreach (var (mention, id, isSubject, saysSo) in In(note.Mentions, note, find))
        {
            sayings.To(id).Say(isSubject).Say(saysSo).Say(mention.Written!.Text).Show(mention.Span);
        }
    }

    private static List<(Mention Mention, string Id, bool IsSubject, bool SaysSo)> In(IEnumerable<Mention> mentions, Note note, Func<Mention, PastName?> find)
    {
        var past = new List<(Mention Mention, string Id, bool IsSubject, bool SaysSo)>();
        foreach (var mention in mentions)
        {
            if (find(mention) is { } name)
            {
                past.Add((mention, name.Service.Id, IsSubject(note, mention), SaysSo(note, mention, name.Successors)));
            }
        }

        return past;
    }

    private static bool IsSubject(Note note, Mention mention)
    {
        if (mention.Kind != TextKind.TableCell || note.TableAt(mention.Span.Start) is not { } table)
        {
            return false;
        }

        var row = table.RowAt(mention.Span) is >= 0 and var index ? table.Rows[index] : null;
        return row?.Claim is { Subjects.IsEmpty: false } claim
            ? claim.Subjects.Any(subject => mention.Span.Contains(subject.Span) || subject.Span.Contains(mention.Span))
            : row is not null && mention.InServiceCell;
    }

    private static bool SaysSo(Note note, Mention past, ImmutableArray<string> successors)
    {
        var around = Surroundings.Of(note, past);
        return IsStruck(note.Source, past.Span)
            || Vocabulary.Embedded.PastPhrases.StandsIn(note.Source.Slice(around))
            || successors.Any(successor => Names(note.Source, around, past.Span, successor))
            || note.MentionsIn(around).Any(mention => around.Contains(mention.Span) && mention.Span != past.Span
                && mention.Written is { Form: not NameForm.Former }
                && mention.Services.Any(service => successors.Contains(service.DisplayName)));
    }

    // "~~App Mesh~~": who strikes a name out knows.
    private static bool IsStruck(SourceText source, TextSpan span)
    {
        var before = source.Slice(new(Math.Max(0, span.Start - MostStruck), Math.Min(span.Start, MostStruck)));
        var after = source.Slice(new(span.End, Math.Min(MostStruck, source.Length - span.End)));
        before = before[(before.LastIndexOf('\n') + 1)..];
        after = after.IndexOf('\n') is >= 0 and var end ? after[..end] : after;
        return (before.Count("~~") % 2 == 1 && after.Contains("~~", StringComparison.Ordinal))
            || (StruckOut().IsMatch(before)
                && (after.Contains("</s", StringComparison.OrdinalIgnoreCase) || after.Contains("</del>", StringComparison.OrdinalIgnoreCase)));
    }

    // Successors are written as AWS writes them, with prefix and remarks: "AWS AppConfig (feature flags)". Where the past name
    // holds the new one ("Kinesis Data Firehose" holds "Data Firehose"), only a mention of its own can tell.
    private static bool Names(SourceText source, TextSpan around, TextSpan mention, ReadOnlySpan<char> successor)
    {
        var remark = successor.IndexOf('(');
        var name = (remark > 0 ? successor[..remark] : successor).Trim();
        name = name[Prefix.LengthIn(name)..];
        return !source.Slice(mention).Contains(name, StringComparison.OrdinalIgnoreCase)
            && source.Slice(around).Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("<(?:s|del|strike)>[^<]*$", RegexOptions.IgnoreCase)]
    private static partial Regex StruckOut();
}
