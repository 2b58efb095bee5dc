using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Features.Wording;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A service that has ended, is about to, or takes no new customers.</summary>
internal static class RetiredService
{
    public static Rule Rule { get; } = new(
        "retired-service",
        Severity.Warning,
        "A service has ended, is about to end, or takes no new customers")
    {
        InNote = new(
            ChunkTraits.Mentions,
            (input, key) => PastNames.ToTell(input.Note, key, mention => Past(input, mention))
                .Select(told => (told.ServiceId, FindingAt(input.Workspace, told.Mention))),
            (input, sayings) => PastNames.Say(input.Note, mention => Past(input, mention), sayings)),
    };

    private static PastName? Past(RuleInput input, Mention mention) =>
        Retired(input.Workspace, mention) is var (service, standing) && !input.Whole.IsProbablyNotAws(mention)
            ? new(service, standing.Entry!.Successors)
            : null;

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

    private static Finding FindingAt(Workspace workspace, Mention mention)
    {
        var (service, standing) = Retired(workspace, mention)!.Value;
        var hasEnded = standing.Kind == StandingKind.Ended;
        return new Finding(
            Rule,
            hasEnded ? Severity.Warning : Severity.Information,
            mention.Span,
            standing.Describe(service.DisplayName, workspace.Today) + (standing.Entry!.Successors.IsEmpty ? " Name its replacement, or note that it is retired." : ""),
            [],
            [],
            IsDeprecated: hasEnded);
    }
}
