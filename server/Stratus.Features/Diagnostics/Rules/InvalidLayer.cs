using System.Collections.Immutable;
using System.Globalization;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A layer that the OSI model does not have: <c>L8</c>, <c>Layer 0</c>.</summary>
internal static class InvalidLayer
{
    public static Rule Rule { get; } = new(
        "invalid-layer",
        Severity.Warning,
        "The OSI model has no such layer")
    {
        InChunk = new(ChunkTraits.Tables, input => Check(input, input.LayersInTables)),
        InNote = LayerGroup.CheckOfHeadings(Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input, IEnumerable<LayerGroup> groups)
    {
        var note = input.Note;
        foreach (var group in groups)
        {
            if (IsOfOsi(note.Source, group))
            {
                foreach (var item in group.Items.Where(item => item.IsInvalid))
                {
                    yield return FindingAt(note.Source, item, group.Table is not null);
                }
            }
        }
    }

    // "L0, L1, L2" are the layers of something else, an "L8" in a heading may be a lesson, and a "Layer 8" a joke about users:
    // a header, a heading above, a name or three layers beside it say that OSI is meant.
    private static bool IsOfOsi(SourceText source, LayerGroup group) =>
        group.NamesOsi
        || (group.Table?.Header is { } header && source.Slice(header.Span).Contains("OSI", StringComparison.Ordinal))
        || group.Items.Any(item => item.NamedLayer is not null)
        || group.Items.Where(item => item.Layer != 0).DistinctBy(item => item.Layer).Count() >= 3;

    private static Finding FindingAt(SourceText source, LayerItem item, bool isInTable) => new(
        Rule,
        Severity.Warning,
        item.Span,
        $"There is no layer {item.Number}: the OSI model has layers 1 to 7.{(item.NamedLayer is { } named ? $" The name next to it is that of layer {named}." : "")}",
        [],
        Fixes(source, item, isSafe: isInTable));

    // If a name is beside a number that cannot be meant, the name is right. Links may lead to a heading by its number.
    private static ImmutableArray<Fix> Fixes(SourceText source, LayerItem item, bool isSafe)
    {
        var written = item.Number!.Value.ToString(CultureInfo.InvariantCulture);
        var at = source.Slice(item.Span).IndexOf(written);
        return item.NamedLayer is { } named && at >= 0
            ?
            [
                new(
                    $"Change the number to {named}",
                    [new(new(item.Span.Start + at, written.Length), named.ToString(CultureInfo.InvariantCulture))],
                    IsPreferred: true,
                    isSafe),
            ]
            : [];
    }
}
