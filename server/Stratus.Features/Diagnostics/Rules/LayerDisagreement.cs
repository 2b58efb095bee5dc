using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A row places a service at layers of which the catalog allows none.</summary>
/// <remarks>Layers are a teaching convention, so this is a hint that explains itself.</remarks>
internal static class LayerDisagreement
{
    public static Rule Rule { get; } = new(
        "layer-disagreement",
        Severity.Hint,
        "A row places a service at another layer than the catalog")
    {
        InChunk = new(ChunkTraits.Placements, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var note = input.Note;
        var cells = new LayerCellEdit(note);
        foreach (var placement in note.Placements)
        {
            if (placement.Table < 0)
            {
                continue;
            }

            foreach (var (service, span) in Disagreement.Of(placement))
            {
                if (IsClear(note, placement))
                {
                    yield return FindingAt(note, cells, placement, service, service.ShownLayers!, span);
                }
            }
        }
    }

    // "L5 Transport", "L8": which layer is meant is to be cleared up first.
    private static bool IsClear(Note note, Placement placement) =>
        note.MentionAt(placement.Evidence.Start) is not { Layers: { } layers } || !layers.Items.Any(item => item.Disagrees || item.IsInvalid);

    private static Finding FindingAt(Note note, LayerCellEdit cells, Placement placement, Service service, ServiceLayers known, TextSpan span) => new(
        Rule,
        Severity.Hint,
        span,
        $"You place {service.Name} at {placement.Layers}; the catalog says {known.All} ({LayerText.Ground(known)}). " +
        $"Change the layer, or mark it as approximate, as in ‘{placement.Layers}-ish’.",
        placement.IsInherited ? [new(placement.Evidence, $"{placement.Layers} comes from this cell.")] : [],
        Fixes(note, cells, placement, known));

    // Whether author or catalog is right is not ours to decide, so the fix is not preferred.
    private static ImmutableArray<Fix> Fixes(Note note, LayerCellEdit cells, Placement placement, ServiceLayers known)
    {
        var table = note.Tables[placement.Table];
        var row = table.RowAt(placement.Span);
        var layers = LayerSet.Of(known.Primary);
        return placement.Subjects.Length == 1 && row >= 0 && cells.Of(table, row, layers) is { } edits
            ? [new($"Set this row to {LayerCellEdit.Label(note.Catalog, layers)}", edits, IsPreferred: false)]
            : [];
    }
}
