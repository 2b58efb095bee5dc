using System.Collections.Immutable;
using Stratus.Features.Hover.Cards;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Decorations;

/// <summary>A layer shown after the name of a service.</summary>
/// <param name="Offset">Where the name ends.</param>
/// <param name="Text">What is shown: <c>‹L3›</c>.</param>
/// <param name="Reason">Why the catalog places it there.</param>
public sealed record LayerHint(int Offset, string Text, Card Reason);

/// <summary>Inlay hints: the layer of each service, where it does not stand there anyway.</summary>
public static class LayerHints
{
    // A name and what belongs to it, "Network Load Balancer (NLB)" or "NLB – L4", are this near to each other.
    private const int MostBetween = 4;

    /// <summary>The hints after the names that end in the range, in order; none unless the user has turned them on.</summary>
    public static ImmutableArray<LayerHint> In(Workspace workspace, Note note, TextSpan range)
    {
        if (!workspace.Settings.LayerHints)
        {
            return [];
        }

        // What stands before and after a name in its line may say its layer already.
        var lines = TextSpan.FromBounds(
            note.Source.Line(note.Source.LineOf(range.Start)).Start,
            note.Source.Line(note.Source.LineOf(range.End)).End);
        var mentions = note.MentionsIn(lines).ToList();
        var placed = new SpanSet(Placed(note, lines));
        var reasons = new Dictionary<string, Card>(StringComparer.Ordinal);
        var hints = ImmutableArray.CreateBuilder<LayerHint>();
        for (var index = 0; index < mentions.Count; index++)
        {
            if (mentions[index] is { Weight: MentionWeight.Certain, Services: [{ ShownLayers: { } layers } service], Span: var name }
                && range.Touches(name.End)
                && !placed.Overlaps(name)
                && !(index > 0 && IsSame(mentions[index - 1], service) && IsNear(note.Source, mentions[index - 1].Span, name))
                && !(index + 1 < mentions.Count && mentions[index + 1].Layers is not null && IsNear(note.Source, name, mentions[index + 1].Span)))
            {
                if (!reasons.TryGetValue(service.Id, out var reason))
                {
                    reasons.Add(service.Id, reason = new CardBuilder().Line($"{service.Name}: {LayerText.Explain(workspace.Catalog, layers)}").Build());
                }

                hints.Add(new(name.End, $"‹{LayersOf(layers)}›", reason));
            }
        }

        return hints.ToImmutable();
    }

    private static string LayersOf(ServiceLayers layers) => layers.All.Count == 2 ? layers.All.ToString() : $"L{layers.Primary}";

    /// <summary>Where a layer is written with the name: the service cells of rows that have one, and the names that a line or a list places.</summary>
    private static IEnumerable<TextSpan> Placed(Note note, TextSpan range)
    {
        foreach (var (columns, row) in note.RowsIn(range))
        {
            if (row.Claim is { Layers.IsEmpty: false } && row.CellIn(columns.IndexOf(ColumnRole.Service)) is { } cell)
            {
                yield return cell.Area;
            }
        }

        foreach (var placement in note.PlacementsIn(range))
        {
            foreach (var subject in placement.Span.Intersects(range) ? placement.Subjects : [])
            {
                yield return subject.Span;
            }
        }
    }

    private static bool IsSame(Mention mention, Service service) => mention.Services.Any(other => other.Id == service.Id);

    private static bool IsNear(SourceText source, TextSpan first, TextSpan second)
    {
        if (second.Start - first.End is < 0 or > MostBetween)
        {
            return false;
        }

        foreach (var unit in source.Slice(TextSpan.FromBounds(first.End, second.Start)))
        {
            if (char.IsLetterOrDigit(unit) || unit is '\r' or '\n' or '|' or '.' or '>' or '<')
            {
                return false;
            }
        }

        return true;
    }
}
