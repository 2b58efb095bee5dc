using System.Collections.Immutable;
using Stratus.Features.Diagnostics;
using Stratus.Features.Diagnostics.Rules;
using Stratus.Features.Hover;
using Stratus.Features.Hover.Cards;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>Completes what suppresses findings: the words in comments, the key in the front matter, and after either the codes.</summary>
internal static class DirectiveItems
{
    private const string Key = "stratus-disable";
    private const int LettersWhereTyped = 3;

    // What ids of rules and words begin with, so that none is taken for a term's.
    private const string RuleId = "rule:";
    private const string WordId = "directive:";

    private static readonly (string Word, string Short, string Text)[] Words =
    [
        ("stratus-disable-line", "this line", "Disables the rules named after it, or all rules, on the lines of the comment."),
        ("stratus-disable-next-line", "the next line", "Disables the rules named after it, or all rules, on the next line that is not blank and has more than such comments."),
        ("stratus-disable", "from here on", "Disables the rules named after it, or all rules, from here to `stratus-enable` or the end of the note."),
        ("stratus-enable", "enables again", "Ends `stratus-disable`: for the rules named after it, or for all rules."),
        ("stratus-disable-file", "the whole note", "Disables the rules named after it, or all rules, in the whole note, wherever the comment is."),
    ];

    private static readonly (string Word, string Short, string Text) KeyWord =
        (Key, "the whole note", "Disables a rule, a list of rules, or all rules (`true`) in this note.");

    /// <summary>What can be written at the offset; null outside comments and front matter, where this has nothing to say.</summary>
    /// <param name="workspace">The snapshot.</param>
    /// <param name="note">The note.</param>
    /// <param name="offset">The cursor.</param>
    /// <param name="isTyped">True where nobody asked for a list: a word or a key is then offered from its third letter on.</param>
    public static CompletionResult? At(Workspace workspace, Note note, int offset, bool isTyped = false) =>
        Find(workspace, note, offset) is { } found
            ? isTyped && found.Items.Any(item => item.Kind != CompletionKind.Rule && item.Insert.Length < LettersWhereTyped) ? CompletionResult.Empty : found
            : null;

    private static CompletionResult? Find(Workspace workspace, Note note, int offset)
    {
        var line = note.Source.Line(note.Source.LineOf(offset));
        if (note.KindAt(offset) == TextKind.FrontMatter)
        {
            return InFrontMatter(workspace, note, line, offset);
        }

        var before = note.Source.Slice(new(line.Start, offset - line.Start));
        var open = before.LastIndexOf("<!--");
        return open >= 0 && !before[open..].Contains("-->", StringComparison.Ordinal) && !IsCode(note, line.Start + open)
            ? InComment(workspace, note, line, line.Start + open + "<!--".Length, offset)
            : null;
    }

    /// <summary>What is said of an item beside the list; null for an id that is not of this file.</summary>
    public static Card? Resolve(string id)
    {
        if (id.StartsWith(RuleId, StringComparison.Ordinal))
        {
            return Explanation.Rule(id[RuleId.Length..]) is { } page ? new(page, page) : null;
        }

        return id.StartsWith(WordId, StringComparison.Ordinal) && Words.Append(KeyWord).FirstOrDefault(word => WordId + word.Short == id) is { Text: { } text }
            ? new(text, text.Replace("`", "", StringComparison.Ordinal))
            : null;
    }

    private static CompletionResult InComment(Workspace workspace, Note note, TextSpan line, int from, int offset)
    {
        var parts = note.Source.Slice(TextSpan.FromBounds(from, offset)).ToString().Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        var typed = offset > from && note.Source[offset - 1] is not (' ' or '\t' or ',') ? parts[^1] : "";
        var done = typed.Length == 0 ? parts : parts[..^1];
        var insert = new TextSpan(offset - typed.Length, typed.Length);
        var replace = TextSpan.FromBounds(insert.Start, WordEnd(note.Source, line, offset));
        if (done.Length == 0)
        {
            // "<!--|": a blank belongs between.
            var blank = offset == from ? " " : "";
            return Result(Words.Where(word => Begins(word.Word, typed)).Select(word => WordItem(word, CompletionKind.Directive, blank + word.Word, insert, replace)));
        }

        return Words.Any(word => word.Word == done[0]) && !done.Any(word => word.StartsWith("--", StringComparison.Ordinal) || word is "–" or "—" or "-")
            ? Codes(workspace, note, done, typed, insert, replace, closing: Closing(note.Source, line, replace.End), prefix: "")
            : CompletionResult.Empty;
    }

    private static CompletionResult InFrontMatter(Workspace workspace, Note note, TextSpan line, int offset)
    {
        var source = note.Source;
        var before = source.Slice(TextSpan.FromBounds(line.Start, offset)).ToString();
        var insert = new TextSpan(offset - CodeLength(before), CodeLength(before));
        var replace = TextSpan.FromBounds(insert.Start, WordEnd(source, line, offset));
        var typed = source.Slice(insert).ToString();
        if (insert.Start == line.Start && !source.Slice(line).StartsWith("---"))
        {
            var isThere = note.Directives.Any(directive => directive.Place == TextKind.FrontMatter && !directive.Word.Touches(offset));
            var hasColon = source.Slice(new(replace.End, line.End - replace.End)).TrimStart().StartsWith(":");
            return isThere || !Key.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                ? CompletionResult.Empty
                : Result([WordItem(KeyWord, CompletionKind.Key, hasColon ? Key : $"{Key}: ", insert, replace)]);
        }

        // "- |" below the key, or the value after it.
        if (before[..^typed.Length].TrimStart() == "- ")
        {
            var items = new List<string>();
            for (var number = source.LineOf(offset) - 1; number > 0; number--)
            {
                var above = source.Slice(source.Line(number)).TrimStart();
                if (above is ['-', not '-', ..])
                {
                    items.AddRange(NamesIn(above));
                }
                else
                {
                    return above.TrimEnd().SequenceEqual($"{Key}:") ? Codes(workspace, note, items, typed, insert, replace, "", "") : CompletionResult.Empty;
                }
            }
        }

        if (!before.StartsWith($"{Key}:", StringComparison.Ordinal))
        {
            return CompletionResult.Empty;
        }

        var value = before.AsSpan(Key.Length + 1, before.Length - typed.Length - Key.Length - 1);
        var isInList = value.TrimStart().StartsWith("[") && !value.Contains(']');
        return (isInList || value.IsWhiteSpace()) && !value.Contains('#')
            ? Codes(workspace, note, [.. NamesIn(value)], typed, insert, replace, "", value.IsEmpty ? " " : "")
            : CompletionResult.Empty;
    }

    private static CompletionResult Codes(
        Workspace workspace, Note note, IReadOnlyCollection<string> named, string typed, TextSpan insert, TextSpan replace, string closing, string prefix)
    {
        var found = FoundIn(workspace, note, insert.End, closing);
        return Result(
            from rule in Findings.Rules
            where !named.Contains(rule.Code) && Begins(rule.Code, typed)
            orderby found.Contains(rule.Code) ? 0 : rule.Code == UnusedSuppression.Code ? 2 : 1
            select new CompletionItem(
                RuleId + rule.Code, CompletionKind.Rule, rule.Code, null, rule.Title, rule.Code, prefix + rule.Code + closing, insert, replace, IsDeprecated: false));
    }

    // A comment that is not closed yet has swallowed what it is to suppress.
    private static HashSet<string> FoundIn(Workspace workspace, Note note, int offset, string closing)
    {
        var whole = closing.Length == 0 ? note : note.WithSource(note.Source.Replace(new(offset, 0), closing));
        return [.. NoteAnalysis.Of(workspace, whole, CancellationToken.None).All().Select(finding => finding.Found.Rule.Code)];
    }

    // Editors close "<" by themselves, so that ">" may stand there already.
    private static string Closing(SourceText source, TextSpan line, int offset)
    {
        var rest = source.Slice(new(offset, line.End - offset));
        return rest.Contains("-->", StringComparison.Ordinal) ? "" : rest.Trim() is ">" ? " --" : " -->";
    }

    private static CompletionItem WordItem((string Word, string Short, string Text) word, CompletionKind kind, string text, TextSpan insert, TextSpan replace) =>
        new(WordId + word.Short, kind, word.Word, null, word.Short, word.Word, text, insert, replace, IsDeprecated: false);

    private static CompletionResult Result(IEnumerable<CompletionItem> items) => new([.. items]);

    /// <summary>True if what is typed begins the name or one of its later words: <c>next</c> begins <c>stratus-disable-next-line</c>.</summary>
    private static bool Begins(string name, string typed) =>
        name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || name.Contains('-' + typed, StringComparison.OrdinalIgnoreCase);

    private static string[] NamesIn(ReadOnlySpan<char> yaml) =>
        yaml.ToString().Split([' ', '\t', ',', '[', ']', '\'', '"'], StringSplitOptions.RemoveEmptyEntries);

    private static int CodeLength(string before)
    {
        var at = before.Length;
        while (at > 0 && IsCodeUnit(before[at - 1]))
        {
            at--;
        }

        // The dash of a list is none of a code's.
        return before.AsSpan(at) is "-" ? 0 : before.Length - at;
    }

    private static int WordEnd(SourceText source, TextSpan line, int offset)
    {
        var at = offset;
        while (at < line.End && IsCodeUnit(source[at]) && !source.SliceFrom(at, "-->".Length).StartsWith("-->"))
        {
            at++;
        }

        return at;
    }

    private static bool IsCodeUnit(char unit) => char.IsAsciiLetterOrDigit(unit) || unit == '-';

    private static bool IsCode(Note note, int offset) => note.RegionsFrom(offset).TakeWhile(region => region.Span.Start <= offset).Any(region =>
        region.Kind is TextKind.CodeSpan or TextKind.CodeBlock or TextKind.Diagram or TextKind.Url or TextKind.HtmlTag
        && offset < region.Span.End);
}
