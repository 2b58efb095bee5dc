using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A name that is not as AWS's own style has it: <c>Amazon Lambda</c>, <c>AWS S3</c>, <c>Elastic Load Balancer</c>.</summary>
internal static class ServicePrefix
{
    // What two words must share to be endings of one: Balancer and Balancing.
    private const int ShortestStem = 5;

    public static Rule Rule { get; } = new(
        "service-prefix",
        Severity.Off,
        "AWS writes another prefix, or another ending",
        StrictSeverity: Severity.Information)
    {
        InChunk = new(ChunkTraits.Mentions, input => IsAboutFirsts(input) ? [] : Check(input.Note.Mentions, input.Note, null).Select(found => found.Finding)),
        InNote = new(
            ChunkTraits.Mentions,
            (input, key) => IsAboutFirsts(input) ? Check(key is null ? input.Note.Mentions : Occurrences.MentionsOf(input.Note, key), input.Note, new(StringComparer.Ordinal)) : [],
            Say),
    };

    // AWS's style writes the prefix where a text first names a service.
    private static bool IsAboutFirsts(RuleInput input) => input.Workspace.Settings.Profile == Profile.Strict;

    private static void Say(RuleInput input, Sayings sayings)
    {
        foreach (var mention in IsAboutFirsts(input) ? input.Note.Mentions : [])
        {
            if (mention is { Weight: MentionWeight.Certain, Services: [var service] })
            {
                sayings.To(service.Id).Say(mention.Written?.Text).Say(mention.Kind).Show(mention.Span);
            }
        }
    }

    /// <summary>What is not as AWS writes it.</summary>
    /// <param name="mentions">The mentions that are looked at.</param>
    /// <param name="note">Their note.</param>
    /// <param name="named">Takes the services that have been named with their prefix; null where that does not count.</param>
    private static IEnumerable<(string Key, Finding Finding)> Check(IEnumerable<Mention> mentions, Note note, HashSet<string>? named)
    {
        foreach (var mention in mentions)
        {
            if (mention is not { Weight: MentionWeight.Certain, Written: { Generic: false, Correction: null, Services: [var service] } written }
                || mention.Kind is TextKind.Diagram or TextKind.CodeSpan or TextKind.CodeBlock)
            {
                continue;
            }

            if (WrittenPrefix(note.Source, mention) is { } prefix)
            {
                named?.Add(service.Id);
                if (!written.HasPrefix && service.Prefix is { } right && prefix != right)
                {
                    var at = new TextSpan(mention.Span.Start, prefix.Length);
                    yield return (service.Id, FindingAt(
                        mention.Span,
                        $"AWS calls it {right} {written.Text}, not {prefix} {written.Text}.",
                        new Fix(
                            $"Change to ‘{right} {written.Text}’",
                            [new(at, right)],
                            IsPreferred: true,
                            IsSafe: NameFix.KeepsAnchor(note.Source, mention, at, right))));
                    continue;
                }
            }

            if (OtherEnding(mention, service) is { } name)
            {
                // The author may mean one of the things that the service makes: a load balancer.
                yield return (service.Id, FindingAt(mention.Span, $"AWS calls the service {name}, not {written.Text}.", [.. NameFix.Of(note.Source, mention, name, isCertain: false)]));
            }
            else if (named is not null && mention.Kind == TextKind.Prose && written.Form == NameForm.Canonical && mention is { IsExactCase: true, IsPlural: false }
                && written.Text == service.Name && service.Prefix is { } first && named.Add(service.Id))
            {
                yield return (service.Id, FindingAt(
                    mention.Span,
                    $"AWS writes {service.DisplayName} at the first mention in a text.",
                    new Fix($"Change to ‘{service.DisplayName}’", [new(new(mention.Span.Start, 0), first + " ")], IsPreferred: true, IsSafe: true)));
            }
        }
    }

    private static string? WrittenPrefix(SourceText source, Mention mention)
    {
        var text = source.Slice(mention.Span);
        return Prefix.LengthIn(text) is > 0 and var length ? text[..length].TrimEnd().ToString() : null;
    }

    /// <summary>The name, where an alias differs from it in only the ending of its last word; else null.</summary>
    private static string? OtherEnding(Mention mention, Service service)
    {
        var (alias, name) = (mention.Written!.Text, service.Name);
        var (aliasWord, nameWord) = (alias.LastIndexOf(' ') + 1, name.LastIndexOf(' ') + 1);
        if (mention is not { Written.Form: NameForm.Alias, IsExactCase: true, IsPlural: false } || service.IsNoun
            || aliasWord == 0 || aliasWord != nameWord || !alias.AsSpan(0, aliasWord).SequenceEqual(name.AsSpan(0, nameWord)))
        {
            return null;
        }

        var stem = alias.AsSpan(aliasWord).CommonPrefixLength(name.AsSpan(nameWord));
        var isInflected = alias.Length - aliasWord > stem && name.Length - nameWord > stem;
        return stem >= ShortestStem && isInflected ? name : null;
    }

    private static Finding FindingAt(TextSpan span, string message, params ImmutableArray<Fix> fixes) => new(Rule, Severity.Information, span, message, [], fixes);
}
