using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A name that a service had: <c>Kinesis Data Firehose</c>.</summary>
internal static class RenamedService
{
    public static Rule Rule { get; } = new(
        "renamed-service",
        Severity.Information,
        "A service has another name today")
    {
        InNote = new(
            ChunkTraits.Mentions,
            (input, key) => PastNames.ToTell(input.Note, key, mention => Past(input.Note.Source, mention))
                .Select(told => (told.ServiceId, FindingAt(input.Note, told.Mention))),
            (input, sayings) => PastNames.Say(input.Note, mention => Past(input.Note.Source, mention), sayings)),
    };

    private static PastName? Past(SourceText source, Mention mention) =>
        Renamed(source, mention) is var (service, rename) ? new(service, [rename.CurrentName!]) : null;

    private static (Service Service, LifecycleEntry Rename)? Renamed(SourceText source, Mention mention)
    {
        if (mention is not { Written: { Form: NameForm.Former, Generic: false, Services: [var service] } written, Weight: MentionWeight.Certain }
            || mention.Kind is TextKind.Diagram or TextKind.CodeSpan or TextKind.CodeBlock
            || WrongForm.IsInWikiLink(source, mention.Span))
        {
            return null;
        }

        foreach (var entry in service.Lifecycle)
        {
            if (entry is { Status: LifecycleStatus.Renamed, Verification: Verification.Full, HintOnly: false, CurrentName: not null }
                && entry.FormerNames.Any(former => IsSame(former, written.Text)))
            {
                return (service, entry);
            }
        }

        return null;
    }

    private static Finding FindingAt(Note note, Mention mention)
    {
        var (_, rename) = Renamed(note.Source, mention)!.Value;
        var called = rename.Effective is { } date ? $"has called it {rename.CurrentName} since {date}" : $"calls it {rename.CurrentName} today";
        return new Finding(
            Rule,
            Severity.Information,
            mention.Span,
            $"{mention.Written!.Text} is a former name: AWS {called}. Write the current name, or say that this is the former one.",
            [],
            mention.IsPlural ? [] : NameFix.Renamed(note.Source, mention, rename.CurrentName!));
    }

    // The prefix may be left out.
    private static bool IsSame(string former, string written) =>
        former.Equals(written, StringComparison.OrdinalIgnoreCase) || former.EndsWith(" " + written, StringComparison.OrdinalIgnoreCase) && former.Length - written.Length is 4 or 7;
}
