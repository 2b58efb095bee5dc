using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A brand in wrong case or with wrong spaces: <c>Cloudfront</c>, <c>Guardduty</c>, <c>Route53</c>.</summary>
internal static class ServiceCasing
{
    // Shorter ones (RBin) are met as other words too.
    private const int ShortestInvented = 6;

    public static Rule Rule { get; } = new(
        "service-casing",
        Severity.Information,
        "AWS writes the name in another case or with other spaces")
    {
        InChunk = new(ChunkTraits.Mentions, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var note = input.Note;
        foreach (var mention in note.Mentions)
        {
            if (mention is not { Weight: MentionWeight.Certain, Written: { } written } || CorrectionOf(input, mention, written) is not { } correction)
            {
                continue;
            }

            yield return new Finding(
                Rule,
                Severity.Information,
                mention.Span,
                $"AWS writes {correction}, not {Name(note.Source, mention, written)}.",
                [],
                NameFix.Of(note.Source, mention, correction, isCertain: true));
        }
    }

    private static string? CorrectionOf(RuleInput input, Mention mention, WrittenForm written)
    {
        var source = input.Note.Source;
        // AWS itself writes "transit gateway", "security group": the case of a noun is never wrong.
        if (written.Services.Any(service => service.IsNoun))
        {
            return null;
        }

        return written.Form is NameForm.Casing or NameForm.Spacing
            ? WrongForm.IsFinding(source, mention) && (!IsShortWord(mention) || input.Whole.AreOthersThan(written)) && !input.Whole.IsProbablyNotAws(mention)
                ? written.Correction
                : null
            : IsInWrongCase(source, mention, written) ? written.Text : null;
    }

    // A right form in another case, beyond those that the data lists: "Guardduty", "Cloudtrail", "DynamoDb".
    private static bool IsInWrongCase(SourceText source, Mention mention, WrittenForm written)
    {
        if (mention.IsExactCase || mention.IsPlural || written is not { Form: NameForm.Canonical or NameForm.Alias, Ambiguous: false, Generic: false, CaseSensitive: false }
            || mention.Kind is TextKind.Diagram or TextKind.CodeSpan or TextKind.CodeBlock or TextKind.Url)
        {
            return false;
        }

        var name = written.Text.AsSpan(Prefix.LengthInSource(written.Text));
        var cut = source.Slice(mention.Span);
        cut = cut[Prefix.LengthInSource(cut)..];
        if (cut.Length != name.Length || WrongForm.IsCalled(source, mention.Span) || WrongForm.IsInPath(source, mention.Span) || WrongForm.IsInWikiLink(source, mention.Span) || WrongForm.IsTag(source, mention.Span))
        {
            return false;
        }

        var isWrong = false;
        foreach (var range in name.Split(' '))
        {
            var right = name[range];
            var word = cut[range];
            if (word.SequenceEqual(right))
            {
                continue;
            }

            // Only an invented word has its capitals for certain. In lower case it may be the name of a command or a package, and
            // in capitals it may be shouted.
            if (!IsInvented(right) || !char.IsAsciiLetterUpper(word[0]) || !word.ContainsAnyInRange('a', 'z'))
            {
                return false;
            }

            isWrong = true;
        }

        return isWrong;
    }

    private static bool IsInvented(ReadOnlySpan<char> word) => word.Length >= ShortestInvented && char.IsAsciiLetterUpper(word[0]) && word[1..].ContainsAnyInRange('A', 'Z') && word.ContainsAnyInRange('a', 'z');

    private static string Name(SourceText source, Mention mention, WrittenForm written) =>
        written.Correction is not null ? written.Text : source.Slice(mention.Span)[Prefix.LengthInSource(source.Slice(mention.Span))..].ToString();

    // "fsx" is a package too; in a note that names other things of AWS it is FSx.
    private static bool IsShortWord(Mention mention) =>
        !mention.HasPrefix && !mention.InServiceCell && mention.Written!.Text.Length <= 4 && mention.Written.Text.All(char.IsAsciiLetterLower);
}
