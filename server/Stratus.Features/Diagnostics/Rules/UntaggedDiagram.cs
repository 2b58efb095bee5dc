using System.Text.RegularExpressions;
using Stratus.Configuration;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A fence that holds a PlantUML or Mermaid diagram and does not say so.</summary>
internal static partial class UntaggedDiagram
{
    public static Rule Rule { get; } = new(
        "untagged-diagram",
        Severity.Hint,
        "A code block contains a diagram but does not name its language")
    {
        InChunk = new(ChunkTraits.Blocks, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var note = input.Note;
        foreach (var region in note.Regions)
        {
            if (region.Kind is TextKind.Diagram or TextKind.CodeBlock
                && Fence(note.Source, region.Span) is { } fence
                && LanguageOf(note.Source.Slice(new(fence.End, region.Span.End - fence.End))) is var (language, name))
            {
                yield return new Finding(
                    Rule,
                    Severity.Hint,
                    fence,
                    $"This code block contains a {name} diagram. Add `{language}` after the fence so that it is rendered.",
                    [],
                    [new($"Add `{language}`", [new(new(fence.End, 0), language)], IsPreferred: true, IsSafe: true)]);
            }
        }
    }

    // Three or more backticks or tildes, and nothing after them.
    private static TextSpan? Fence(SourceText source, TextSpan block)
    {
        var text = source.Slice(block);
        if (text.IsEmpty || text[0] is not ('`' or '~'))
        {
            return null;
        }

        var length = text.IndexOfAnyExcept(text[0]);
        var lineEnd = text.IndexOfAny('\r', '\n');
        return length >= 3 && lineEnd >= length && text[length..lineEnd].IsWhiteSpace() ? new(block.Start, length) : null;
    }

    private static (string Language, string Name)? LanguageOf(ReadOnlySpan<char> content)
    {
        // Within a quote each line begins with its mark.
        var text = content.TrimStart(" \t\r\n>");
        if (PlantUml().IsMatch(text))
        {
            return ("plantuml", "PlantUML");
        }

        return Mermaid().IsMatch(text) ? ("mermaid", "Mermaid") : null;
    }

    [GeneratedRegex(@"^@start(?:uml|mindmap|wbs|gantt|json|yaml|salt|ebnf|regex|chen)\b")]
    private static partial Regex PlantUml();

    // Directives and comments may come first. A word that is also an ordinary one must be followed by what only a diagram has.
    [GeneratedRegex(
        @"^(?:%%[^\n]*\n\s*)*(?:" +
        @"(?:graph|flowchart)[ \t]+(?:TB|TD|BT|RL|LR)\b[ \t]*;?[ \t]*\r?(?:\n|$)" +
        @"|(?:sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|gitGraph:?|quadrantChart|requirementDiagram" +
        @"|C4(?:Context|Container|Component|Dynamic|Deployment)|(?:sankey|xychart|block|architecture|packet)-beta)[ \t]*\r?(?:\n|$)" +
        @"|pie(?:[ \t]+showData)?(?:[ \t]+title[ \t][^\n]*|[ \t]*)\r?\n(?:\s*title[ \t][^\n]*\n)?\s*""[^""\n]*""[ \t]*:[ \t]*\d" +
        @"|gantt[ \t]*\r?\n\s*(?:title|dateFormat|axisFormat|section)[ \t]" +
        @"|(?:timeline|journey)[ \t]*\r?\n\s*(?:title|section)[ \t]" +
        @"|mindmap[ \t]*\r?\n[ \t]+\S)")]
    private static partial Regex Mermaid();
}
