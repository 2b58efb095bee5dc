using Stratus.Configuration;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A table that goes through the layers and leaves one out.</summary>
internal static class MissingLayer
{
    private const int FewestLayers = 4;

    public static Rule Rule { get; } = new(
        "missing-layer",
        Severity.Hint,
        "A table goes through the layers and leaves one out")
    {
        InChunk = new(ChunkTraits.Tables, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var (workspace, note) = (input.Workspace, input.Note);
        foreach (var group in input.LayersInTables)
        {
            if (group.Table is { } table && LeadsWithLayers(table) && Walk(note.Source, group.Items) is { Count: >= FewestLayers } walk
                && Missing(walk) is { IsEmpty: false } missing)
            {
                yield return FindingAt(workspace.Catalog, walk, missing);
            }
        }
    }

    // Where services come first, the table is a list of services, and its order of layers a matter of chance.
    private static bool LeadsWithLayers(StudyTable table) =>
        table.ColumnOf(ColumnRole.Service) < 0 || table.ColumnOf(ColumnRole.Layer) < table.ColumnOf(ColumnRole.Service);

    /// <summary>What each step of the walk names, in the order of the text; null where the layers go up and down.</summary>
    private static List<(LayerSet Layers, TextSpan Span)>? Walk(SourceText source, List<LayerItem> items)
    {
        var steps = new List<(LayerSet Layers, TextSpan Span)>();
        var direction = 0;
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            if (item.Layer == 0 || item.Disagrees)
            {
                return null;
            }

            if (item.EndsRange && steps.Count > 0)
            {
                steps[^1] = (steps[^1].Layers | LayerSet.Range(items[index - 1].Layer == 0 ? item.Layer : items[index - 1].Layer, item.Layer), steps[^1].Span);
                continue;
            }

            if (steps.Count > 0 && StandBeside(source, items[index - 1].Span, item.Span))
            {
                // The layers of one cell (L3/L4) are one step, in either order.
                steps[^1] = (steps[^1].Layers | LayerSet.Of(item.Layer), steps[^1].Span);
                continue;
            }

            if (steps.Count == 0)
            {
                steps.Add((LayerSet.Of(item.Layer), item.Span));
                continue;
            }

            if (steps[^1].Layers.Contains(item.Layer))
            {
                continue;
            }

            var step = item.Layer > steps[^1].Layers.Highest ? 1 : item.Layer < steps[^1].Layers.Lowest ? -1 : 0;
            if (step == 0 || (direction != 0 && step != direction))
            {
                return null;
            }

            direction = step;
            steps.Add((LayerSet.Of(item.Layer), item.Span));
        }

        return steps;
    }

    private static bool StandBeside(SourceText source, TextSpan one, TextSpan other) =>
        other.Start - one.End is >= 0 and <= 8 and var between && !source.Slice(new(one.End, between)).ContainsAny("|<\r\n");

    // What lies between the first and the last, and an end that alone is left out.
    private static LayerSet Missing(List<(LayerSet Layers, TextSpan Span)> walk)
    {
        var named = walk.Aggregate(default(LayerSet), (all, step) => all | step.Layers);
        var missing = default(LayerSet);
        for (var layer = named.Lowest; layer < named.Highest; layer++)
        {
            missing |= named.Contains(layer) ? default : LayerSet.Of(layer);
        }

        if (named.Count == 6 && missing.IsEmpty)
        {
            missing = LayerSet.Of(named.Contains(1) ? 7 : 1);
        }

        // Where every second layer is left out, the table picks some and does not go through them.
        return missing.Count * 2 < named.Count ? missing : default;
    }

    private static Finding FindingAt(Catalog catalog, List<(LayerSet Layers, TextSpan Span)> walk, LayerSet missing)
    {
        // Where the first missing one belongs: before the step that goes beyond it, or after the last.
        var isDown = walk[0].Layers.Highest > walk[^1].Layers.Highest;
        var gone = isDown ? missing.Highest : missing.Lowest;
        var next = walk.FindIndex(step => isDown ? step.Layers.Highest < gone : step.Layers.Lowest > gone);
        var names = TextList.And((isDown ? missing.Reverse() : missing).Select(layer => LayerText.Label(catalog, layer)));
        return new Finding(
            Rule,
            Severity.Hint,
            (next < 0 ? walk[^1] : walk[next]).Span,
            $"The table goes from L{(isDown ? walk[0].Layers.Highest : walk[0].Layers.Lowest)} to L{(isDown ? walk[^1].Layers.Lowest : walk[^1].Layers.Highest)} but leaves out {names}. " +
            $"Add {(missing.Count == 1 ? "a row for it" : "rows for them")}, or write why {(missing.Count == 1 ? "it is" : "they are")} not there.",
            [],
            []);
    }
}
