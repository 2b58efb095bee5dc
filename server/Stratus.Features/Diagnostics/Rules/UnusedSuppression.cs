using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Features.Diagnostics.Suppressions;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A directive that suppresses nothing, or names an unknown rule.</summary>
internal static class UnusedSuppression
{
    public const string Code = "unused-suppression";

    private static readonly string[] Words =
        ["stratus-disable-line", "stratus-disable-next-line", "stratus-disable", "stratus-enable", "stratus-disable-file"];

    /// <summary>It looks at what the other rules found, and not at the note: <see cref="Diagnostics"/> calls <see cref="Find"/> after them.</summary>
    public static Rule Rule { get; } = new(
        Code,
        Severity.Hint,
        "A suppression suppresses nothing");

    /// <summary>What is unused, once all findings have been compared with the directives.</summary>
    /// <param name="source">The note's text.</param>
    /// <param name="suppressions">Its directives.</param>
    /// <param name="isOff">True for a rule that the settings keep from running: whether it would find something is not known.</param>
    public static IEnumerable<Finding> Find(SourceText source, NoteSuppressions suppressions, Func<Rule, bool> isOff) =>
        from directive in suppressions.Directives
        from finding in Of(source, suppressions, directive, isOff)
        where !IsSuppressed(suppressions, directive, finding)
        select finding;

    private static IEnumerable<Finding> Of(SourceText source, NoteSuppressions suppressions, Directive directive, Func<Rule, bool> isOff)
    {
        if (directive.Kind == DirectiveKind.Unknown)
        {
            return [UnknownWord(source, directive)];
        }

        if (directive.Codes.IsEmpty)
        {
            // A suppression of all rules may be meant for one that is off.
            return IsUsed(suppressions, directive, null) || Findings.Rules.Any(rule => rule.DefaultSeverity != Severity.Off && isOff(rule))
                ? []
                : [Whole(source, directive, directive.Kind == DirectiveKind.End ? "Unnecessary `stratus-enable`: no rule is disabled here." : "Unused suppression: no rule reports anything here.")];
        }

        var unused = directive.Codes
            .Select((code, index) => (code.Code, Index: index, Rule: Findings.FindRule(code.Code)))
            .Where(code => code.Rule is null || (code.Code != Code && !isOff(code.Rule) && !IsUsed(suppressions, directive, code.Code)))
            .ToList();
        return unused.Count == directive.Codes.Length && unused.TrueForAll(code => code.Rule is not null)
            ? [Whole(source, directive, MessageOf(directive, directive.Codes))]
            : unused.Select(code => code.Rule is null ? UnknownCode(source, directive, code.Index) : OneCode(source, directive, code.Index));
    }

    private static bool IsUsed(NoteSuppressions suppressions, Directive directive, string? code) =>
        directive.Kind == DirectiveKind.End ? suppressions.EndsBlock(directive, code) : suppressions.IsUsed(directive, code);

    // A directive for all rules does not vouch for itself.
    private static bool IsSuppressed(NoteSuppressions suppressions, Directive directive, Finding finding) =>
        suppressions.SuppressorOf(Code, finding.Span.Start, except: directive) is not null;

    private static string MessageOf(Directive directive, params ImmutableArray<DirectiveCode> codes)
    {
        var (names, isOne) = (string.Join(", ", codes.Select(code => $"`{code.Code}`")), codes.Length == 1);
        return directive.Kind == DirectiveKind.End
            ? $"Unnecessary `stratus-enable`: {names} {(isOne ? "is" : "are")} not disabled here."
            : $"Unused suppression: {names} {(isOne ? "reports" : "report")} nothing here.";
    }

    private static Finding Whole(SourceText source, Directive directive, string message) =>
        new(Rule, Severity.Hint, directive.Span, message, [], Removal(source, directive));

    private static Finding OneCode(SourceText source, Directive directive, int index)
    {
        var code = directive.Codes[index];
        return new(Rule, Severity.Hint, code.Span, MessageOf(directive, code), [], [RemovalOf(source, directive, index, isPreferred: true)]);
    }

    private static Finding UnknownCode(SourceText source, Directive directive, int index)
    {
        var code = directive.Codes[index];
        var near = Nearest.To(code.Code, Findings.Codes);
        return new(
            Rule,
            Severity.Hint,
            code.Span,
            near is null ? $"Unknown rule `{code.Code}`." : $"Unknown rule `{code.Code}`. Did you mean `{near}`?",
            [],
            near is null
                ? [RemovalOf(source, directive, index, isPreferred: true)]
                : [NameFix.To(code.Span, near), RemovalOf(source, directive, index, isPreferred: false)]);
    }

    private static Finding UnknownWord(SourceText source, Directive directive)
    {
        var word = source.Slice(directive.Word).ToString();
        var near = directive.Place == TextKind.FrontMatter ? Words[2] : Nearest.To(word, Words);
        return new(
            Rule,
            Severity.Hint,
            directive.Word,
            near is null
                ? $"Unknown directive `{word}`. Known: {string.Join(", ", Words.Select(known => $"`{known}`"))}."
                : $"Unknown directive `{word}`. Did you mean `{near}`?",
            [],
            near is null ? [] : [NameFix.To(directive.Word, near)]);
    }

    private static ImmutableArray<Fix> Removal(SourceText source, Directive directive) => SuppressionText.Remove(source, directive) is { IsEmpty: false } edits
        ? [new Fix(directive.Place == TextKind.Comment ? "Remove the comment" : "Remove `stratus-disable`", edits, IsPreferred: true)]
        : [];

    private static Fix RemovalOf(SourceText source, Directive directive, int index, bool isPreferred) =>
        new($"Remove `{directive.Codes[index].Code}`", SuppressionText.RemoveCode(source, directive, index), isPreferred);
}
