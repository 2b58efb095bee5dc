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
        var toldInProse = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string>? known = null;
        foreach (var mention in note.Mentions)
        {
            if (Retired(workspace, mention) is not var (service, standing))
            {
                continue;
            }

            // An author who says once that a thing is retired knows it, so only rows that say otherwise are left to tell of.
            var isSubject = IsSubject(note, mention);
            if (isSubject ? SaysSo(note, mention, standing) : !toldInProse.Add(service.Id))
            {
                continue;
            }

            if (!isSubject)
            {
                known ??= KnownToAuthor(workspace, note);
                if (known.Contains(service.Id))
                {
                    continue;
                }
            }

            yield return FindingAt(workspace, mention, service, standing);
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

    private static HashSet<string> KnownToAuthor(Workspace workspace, Note note)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in note.Mentions)
        {
            if (Retired(workspace, mention) is var (service, standing) && SaysSo(note, mention, standing))
            {
                known.Add(service.Id);
            }
        }

        return known;
    }

    private static Finding FindingAt(Workspace workspace, Mention mention, Service service, Standing standing)
    {
        var hasEnded = standing.Kind == StandingKind.Ended;
        return new Finding(
            Rule,
            hasEnded ? RuleLevel.Warning : RuleLevel.Information,
            mention.Span,
            standing.Describe(service.DisplayName, workspace.Today),
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

    private static bool SaysSo(Note note, Mention mention, Standing standing)
    {
        var around = Surroundings.Of(note, mention);
        var text = note.Source.Slice(around);
        if (Past().IsMatch(text))
        {
            return true;
        }

        var successors = standing.Entry!.Successors;
        return successors.Any(successor => Names(note.Source.Slice(around), successor))
            || (!successors.IsEmpty && note.Mentions.Any(other => around.Contains(other.Span) && other.Services.Any(service => successors.Contains(service.DisplayName))));
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
}
