using System.Text.RegularExpressions;
using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>A service that has ended, is about to, or takes no new customers.</summary>
internal static partial class RetiredService
{
    public static Rule Rule { get; } = new(
        "retired-service",
        RuleLevel.Warning,
        "A service has ended, is about to end, or takes no new customers",
        Check);

    private static IEnumerable<Finding> Check(Workspace workspace, Note note)
    {
        var mentions = note.Mentions.ToList();
        var retired = mentions
            .Select((mention, index) => Retired(workspace, mention) is var (service, standing)
                ? new RetiredMention(mention, service, standing, IsSubject(note, mention), SaysSo(note, mentions, index, standing))
                : null)
            .OfType<RetiredMention>()
            .ToList();

        // An author who says once that a thing is retired knows it, so that only rows that say otherwise are left to tell of.
        var known = retired.Where(one => one.SaysSo).Select(one => one.Service.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var one in retired)
        {
            // What has been told in running text is known from there on.
            if (one.IsSubject ? !one.SaysSo : known.Add(one.Service.Id))
            {
                yield return FindingAt(workspace, one);
            }
        }
    }

    private static (Service Service, Standing Standing)? Retired(Workspace workspace, Mention mention)
    {
        if (mention is not { Written: { Services.Length: 1, Generic: false, Form: not NameForm.Former } written, Weight: MentionWeight.Certain })
        {
            return null;
        }

        var service = written.Services[0];
        if (service.Lifecycle.IsEmpty)
        {
            return null;
        }

        var standing = Standing.Of(service, workspace.Today, Verification.Full);
        return standing.Kind == StandingKind.Ended || standing.EndsWithinAYear(workspace.Today) || standing.IsClosedToNew(workspace.Today)
            ? (service, standing)
            : null;
    }

    private static Finding FindingAt(Workspace workspace, RetiredMention one)
    {
        var hasEnded = one.Standing.Kind == StandingKind.Ended;
        return new Finding(
            Rule,
            hasEnded ? RuleLevel.Warning : RuleLevel.Information,
            one.Mention.Span,
            one.Standing.Describe(one.Service.DisplayName, workspace.Today),
            [],
            [],
            IsDeprecated: hasEnded);
    }

    private static bool IsSubject(Note note, Mention mention)
    {
        if (mention.Kind != TextKind.TableCell || note.TableAt(mention.Span.Start) is not { } table)
        {
            return false;
        }

        var row = table.Rows.FirstOrDefault(row => row.Span.Contains(mention.Span));
        return row?.Claim is { Subjects.IsEmpty: false } claim
            ? claim.Subjects.Any(subject => mention.Span.Contains(subject.Span) || subject.Span.Contains(mention.Span))
            : row is not null && mention.InServiceCell;
    }

    private static bool SaysSo(Note note, List<Mention> mentions, int index, Standing standing)
    {
        var around = Surroundings.Of(note, mentions[index]);
        if (Past().IsMatch(note.Source.Slice(around)))
        {
            return true;
        }

        var successors = standing.Entry!.Successors;
        return successors.Any(successor => Names(note.Source.Slice(around), successor))
            || Neighbours(mentions, index, around).Any(mention => mention.Services.Any(service => successors.Contains(service.DisplayName)));
    }

    private static IEnumerable<Mention> Neighbours(List<Mention> mentions, int index, TextSpan around)
    {
        var first = index;
        while (first > 0 && around.Contains(mentions[first - 1].Span))
        {
            first--;
        }

        return mentions.Skip(first).TakeWhile(mention => around.Contains(mention.Span));
    }

    // Successors are written as AWS writes them, with prefix and remarks: "AWS AppConfig (feature flags)".
    private static bool Names(ReadOnlySpan<char> text, ReadOnlySpan<char> successor)
    {
        var remark = successor.IndexOf('(');
        var name = (remark > 0 ? successor[..remark] : successor).Trim();
        name = name.StartsWith("AWS ") ? name[4..] : name.StartsWith("Amazon ") ? name[7..] : name;
        return text.Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"\b(?:former(?:ly)?|previously|retire[sd]?|retirement|retiring|deprecat\w*|legacy|obsolete|outdated|replace[sd]?|replacement|replacing|superseded|succeeded|" +
        @"successor|renamed|discontinu\w*|sunset\w*|decommission\w*|ended|closed|closing|no longer|phased? out|shut ?down|shutting down|" +
        @"end[- ]of[- ](?:life|support|sale)|EOL|EOS)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Past();

    private sealed record RetiredMention(Mention Mention, Service Service, Standing Standing, bool IsSubject, bool SaysSo);
}
