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
    }

    private static Finding FindingAt(LayerItem item) => new(
        Rule,
        RuleLevel.Warning,
        item.Span,
        $"There is no layer {item.Number}: the OSI model has the layers 1 to 7.",
        [],
        []);
}
