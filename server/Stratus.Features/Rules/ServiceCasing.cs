using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>A brand in wrong case or with wrong spaces: <c>Cloudfront</c>, <c>Route53</c>.</summary>
internal static class ServiceCasing
{
    public static Rule Rule { get; } = new(
        "service-casing",
        RuleLevel.Information,
        "AWS writes the name in another case or with other spaces",
        Check);

    private static IEnumerable<Finding> Check(Workspace workspace, Note note)
    {
        foreach (var mention in note.Mentions)
        {
            if (mention is { Written: { Form: NameForm.Casing or NameForm.Spacing } written }
                && WrongForm.IsFinding(note.Source, mention)
                // AWS itself writes "transit gateway", "security group": the case of a noun is never wrong.
                && !written.Services.Any(service => service.IsNoun)
                && (!IsShortWord(mention) || NamesOthers(note, written)))
            {
                yield return new Finding(
                    Rule,
                    RuleLevel.Information,
                    mention.Span,
                    $"AWS writes {written.Correction}, not {written.Text}.",
                    [],
                    NameFix.Of(note.Source, mention, written.Correction!));
            }
        }
    }

    // "fsx" is a package too; in a note that names other things of AWS it is FSx.
    private static bool IsShortWord(Mention mention) =>
        !mention.HasPrefix && !mention.InServiceCell && mention.Written!.Text.Length <= 4 && mention.Written.Text.All(char.IsAsciiLetterLower);

    private static bool NamesOthers(Note note, WrittenForm written) => note.Mentions.Any(mention =>
        mention is { Weight: MentionWeight.Certain, Written: { Generic: false } other } && !other.Services.SequenceEqual(written.Services));
}
