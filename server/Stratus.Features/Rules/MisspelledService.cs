using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>A misspelled name: one that the catalog lists, or a word that is nearly an invented name.</summary>
internal static class MisspelledService
{
    public static Rule Rule { get; } = new(
        "misspelled-service",
        RuleLevel.Warning,
        "The name of a service is misspelled",
        Check);

    private static IEnumerable<Finding> Check(Workspace workspace, Note note)
    {
        foreach (var mention in note.Mentions)
        {
            if (mention is { Written: { Form: NameForm.Misspelling } written } && WrongForm.IsFinding(note.Source, mention))
            {
                yield return FindingAt(
                    mention.Span,
                    $"“{written.Text}” is a misspelling of {written.Correction}.",
                    NameFix.Of(note.Source, mention, written.Correction!));
            }
        }

        // A note says the same words again and again, and a guess costs more than a look-up.
        var guesses = new Dictionary<string, WrittenForm?>(StringComparer.Ordinal);
        var known = guesses.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in UnknownWords.Of(note))
        {
            var text = note.Source.Slice(word);
            if (!known.TryGetValue(text, out var guess))
            {
                guess = workspace.Catalog.Spelling.Guess(text);
                known[text] = guess;
            }

            if (guess is not null && !IsCompound(text, guess.Text))
            {
                var name = guess.Form == NameForm.Former ? Catalog.PresentName(guess.Services[0], guess.HasPrefix) : guess.Text;
                yield return FindingAt(word, $"“{text}” is no name that AWS uses. Is {name} meant?", [NameFix.To(word, name)]);
            }
        }
    }

    // "MediaPackageV2", "OpsWorksCM", "MyCloudFront": the whole name with something put to it is no slip.
    private static bool IsCompound(ReadOnlySpan<char> word, ReadOnlySpan<char> name)
    {
        var rest = word.Length - name.Length;
        return rest > 0
            && ((word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsLower(word[name.Length]))
                || (word.EndsWith(name, StringComparison.OrdinalIgnoreCase) && char.IsUpper(word[rest])));
    }

    private static Finding FindingAt(TextSpan span, string message, ImmutableArray<Fix> fixes) =>
        new(Rule, RuleLevel.Warning, span, message, [], fixes);
}
