using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>A layer that the OSI model does not have: <c>L8</c>, <c>Layer 0</c>.</summary>
internal static class InvalidLayer
{
    public static Rule Rule { get; } = new(
        "invalid-layer",
        RuleLevel.Warning,
        "The OSI model has no such layer",
        Check);

    private static IEnumerable<Finding> Check(Workspace workspace, Note note)
    {
        foreach (var group in LayerGroup.Of(note))
        {
            // An "L8" in a heading may be a lesson, and a "Layer 8" a joke about users: it takes company to be an OSI layer.
            if (group.IsTable || group.NamesOsi || group.Items.Count(item => !item.IsInvalid) >= 2)
            {
                foreach (var item in group.Items.Where(item => item.IsInvalid))
                {
                    yield return FindingAt(item);
                }
            }
        }

        foreach (var mention in note.Mentions)
        {
            if (mention is { Layers: { } layers, Weight: MentionWeight.Certain, Kind: TextKind.Prose or TextKind.HtmlText }
                && layers.Items.Any(item => item.IsInvalid)
                && SaysOsiLayer(note.Source, mention.Span))
            {
                foreach (var item in layers.Items.Where(item => item.IsInvalid))
                {
                    yield return FindingAt(item);
                }
            }
        }
    }

    private static Finding FindingAt(LayerItem item) => new(
        Rule,
        RuleLevel.Warning,
        item.Span,
        $"There is no layer {item.Number}: the OSI model has the layers 1 to 7.",
        [],
        []);

    // Images, neural networks and the oldest joke of operators have a layer 8 as well: in prose only "OSI layer 8" is meant so.
    private static bool SaysOsiLayer(SourceText source, TextSpan span)
    {
        var line = source.Line(source.LineOf(span.Start));
        var before = source.Text.AsSpan(line.Start, span.Start - line.Start).TrimEnd();
        return before.EndsWith("OSI", StringComparison.Ordinal)
            || before.EndsWith("OSI model", StringComparison.OrdinalIgnoreCase)
            || source.Slice(span).StartsWith("OSI", StringComparison.Ordinal);
    }
}
