using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Features.Wording;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A misspelled name: one that the catalog lists, or a word that is nearly an invented name.</summary>
internal static class MisspelledService
{
    public static Rule Rule { get; } = new(
        "misspelled-service",
        Severity.Warning,
        "The name of a service is misspelled")
    {
        InChunk = new(ChunkTraits.None, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var (workspace, note) = (input.Workspace, input.Note);
        foreach (var mention in note.Mentions)
        {
            if (mention is { Written: { Form: NameForm.Misspelling } written } && WrongForm.IsFinding(note.Source, mention))
            {
                yield return FindingAt(
                    mention.Span,
                    $"‘{written.Text}’ is a misspelling of {written.Correction}.",
                    NameFix.Of(note.Source, mention, written.Correction!, isCertain: true));
            }
        }

        foreach (var (word, inServiceCell) in UnknownWords.Of(note))
        {
            var text = note.Source.Slice(word);
            var near = workspace.Catalog.Spelling.Guess(text);
            if (near is [var nearest, ..])
            {
                if (!IsCompound(text, nearest.Form.Text))
                {
                    yield return Guessed(word, text, [.. near.Select(guess => (NameOf(guess.Form), guess.Distance))], word, name => name);
                }
            }
            else if (workspace.Catalog.Spelling.GuessPhrase(note.Source.ToString(), word.Start, word.Length, inServiceCell) is [var first, ..] phrases)
            {
                var span = new TextSpan(first.Start, first.Length);
                yield return Guessed(
                    span,
                    note.Source.Slice(span),
                    [.. phrases.Select(guess => (guess.Name, guess.Distance))],
                    word,
                    name => phrases.First(guess => guess.Name == name).Right);
            }
        }
    }

    /// <summary>The name that the word at the offset was most likely meant to be, and where it stands; null where the rule would say nothing.</summary>
    public static (TextSpan Span, string Name, Service Service)? GuessAt(Workspace workspace, Note note, int offset)
    {
        if (UnknownWords.At(note, offset) is not var (word, inServiceCell))
        {
            return null;
        }

        var text = note.Source.Slice(word);
        if (workspace.Catalog.Spelling.Guess(text) is [var nearest, ..])
        {
            return IsCompound(text, nearest.Form.Text) ? null : (word, NameOf(nearest.Form), nearest.Form.Services[0]);
        }

        return workspace.Catalog.Spelling.GuessPhrase(note.Source.ToString(), word.Start, word.Length, inServiceCell) is [var phrase, ..]
            ? (new TextSpan(phrase.Start, phrase.Length), phrase.Name, phrase.Form.Services[0])
            : null;
    }

    private static string NameOf(WrittenForm form) => form.Form == NameForm.Former ? Catalog.PresentName(form.Services[0], form.HasPrefix) : form.Text;

    // The nearest is preferred, unless another is as near.
    private static Finding Guessed(TextSpan span, ReadOnlySpan<char> text, ImmutableArray<(string Name, int Distance)> names, TextSpan edited, Func<string, string> newText) => FindingAt(
        span,
        $"AWS has no service or feature called ‘{text}’. Did you mean {TextList.Or(names.Select(near => near.Name))}?",
        [.. names.Select((near, index) => new Fix(
            $"Change to ‘{near.Name}’",
            [new(edited, newText(near.Name))],
            IsPreferred: index == 0 && (names.Length == 1 || names[1].Distance > near.Distance)))]);

    // "MediaPackageV2", "OpsWorksCM", "MyCloudFront": the whole name with something put to it is no slip.
    private static bool IsCompound(ReadOnlySpan<char> word, ReadOnlySpan<char> name)
    {
        var rest = word.Length - name.Length;
        return rest > 0
            && ((word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && !char.IsLower(word[name.Length]))
                || (word.EndsWith(name, StringComparison.OrdinalIgnoreCase) && char.IsUpper(word[rest])));
    }

    private static Finding FindingAt(TextSpan span, string message, ImmutableArray<Fix> fixes) =>
        new(Rule, Severity.Warning, span, message, [], fixes);
}
