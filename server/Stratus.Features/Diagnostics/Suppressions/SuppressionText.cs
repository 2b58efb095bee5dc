using System.Collections.Immutable;
using Stratus.Features.Editing;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Suppressions;

/// <summary>How directives are written, changed and taken away.</summary>
internal static class SuppressionText
{
    /// <summary>A directive as a comment.</summary>
    public static string Comment(string word, string code) => $"<!-- {word} {code} -->";

    /// <summary>Takes a directive away, with its line where nothing else is there. Empty where it is in other YAML of a line.</summary>
    public static ImmutableArray<Edit> Remove(SourceText source, Directive directive)
    {
        var (first, last) = (source.LineOf(directive.Span.Start), source.LineOf(directive.Span.End));
        var before = TextSpan.FromBounds(source.Line(first).Start, directive.Span.Start);
        var after = TextSpan.FromBounds(directive.Span.End, source.Line(last).End);
        var isAlone = source.Slice(before).Trim(directive.Place == TextKind.FrontMatter ? " \t\"'" : " \t").IsEmpty
            && (source.Slice(after).IsWhiteSpace() || (directive.Place == TextKind.FrontMatter && source.Slice(after).Trim("\"' \t") is [] or ['#', ..]));
        if (isAlone)
        {
            return [new(Lines(source, first, last), "")];
        }

        if (directive.Place == TextKind.FrontMatter)
        {
            return [];
        }

        // The blank before it goes along, unless it parts two words.
        var start = directive.Span.Start;
        var partsWords = directive.Span.End < source.Length && !char.IsWhiteSpace(source[directive.Span.End]) && source[directive.Span.End] != '|';
        while (!partsWords && start > before.Start && source[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return [new(TextSpan.FromBounds(start, directive.Span.End), "")];
    }

    /// <summary>Takes one of several codes away.</summary>
    public static ImmutableArray<Edit> RemoveCode(SourceText source, Directive directive, int index)
    {
        if (directive.Codes.Length == 1)
        {
            return Remove(source, directive);
        }

        if (IsListOfLines(source, directive))
        {
            var line = source.LineOf(directive.Codes[index].Span.Start);
            return [new(Lines(source, line, line), "")];
        }

        return index == 0
            ? [new(TextSpan.FromBounds(Quoted(source, directive, 0).Start, Quoted(source, directive, 1).Start), "")]
            : [new(TextSpan.FromBounds(Quoted(source, directive, index - 1).End, Quoted(source, directive, index).End), "")];
    }

    /// <summary>Names another rule in a directive that names some.</summary>
    public static ImmutableArray<Edit> AddCode(SourceText source, Directive directive, string code)
    {
        var last = Quoted(source, directive, directive.Codes.Length - 1);
        if (directive.Place == TextKind.Comment)
        {
            var hasComma = directive.Codes.Length > 1 && source.Slice(TextSpan.FromBounds(directive.Codes[^2].Span.End, last.Start)).Contains(',');
            return [new(new(last.End, 0), (hasComma ? ", " : " ") + code)];
        }

        if (IsListOfLines(source, directive))
        {
            var line = source.Line(source.LineOf(last.Start));
            return [new(new(last.End, 0), source.LineEnd + source.Slice(TextSpan.FromBounds(line.Start, last.Start)).ToString() + code)];
        }

        return source.Slice(TextSpan.FromBounds(directive.Word.End, last.Start)).Contains('[')
            ? [new(new(last.End, 0), $", {code}")]
            : [new(new(last.Start, 0), "["), new(new(last.End, 0), $", {code}]")];
    }

    // From the start of one line to the start of the line after another.
    private static TextSpan Lines(SourceText source, int first, int last) => TextSpan.FromBounds(
        source.Line(first).Start,
        last + 1 < source.LineCount ? source.Line(last + 1).Start : source.Length);

    private static bool IsListOfLines(SourceText source, Directive directive) =>
        directive.Place == TextKind.FrontMatter
        && source.Slice(TextSpan.FromBounds(directive.Word.End, directive.Codes[0].Span.Start)) is var between
        && between.ContainsAny('\n', '\r') && !between.Contains('[');

    private static TextSpan Quoted(SourceText source, Directive directive, int index)
    {
        var span = directive.Codes[index].Span;
        return directive.Place == TextKind.FrontMatter && span.Start > 0 && source[span.Start - 1] is '"' or '\''
            ? TextSpan.FromBounds(span.Start - 1, Math.Min(source.Length, span.End + 1))
            : span;
    }
}
