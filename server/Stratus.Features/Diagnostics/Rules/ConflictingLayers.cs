using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>One table places a service at one layer, another table of the same note at another.</summary>
internal static class ConflictingLayers
{
    private const int MostOthers = 10;

    public static Rule Rule { get; } = new(
        "conflicting-layers",
        Severity.Warning,
        "Two tables of a note place a service at different layers")
    {
        InNote = new(ChunkTraits.Tables | ChunkTraits.Headings, Check, Say) { KeysAfter = ServicesBelowHeading },
    };

    private static IEnumerable<(string Key, Finding Finding)> Check(RuleInput input, string? serviceId)
    {
        var note = input.Note;
        var cells = new LayerCellEdit(note);
        return Of(note, serviceId).Select(conflict => (conflict.Row.Service.Id, FindingAt(note, cells, conflict)));
    }

    // The heading that messages name the next tables by; and to each service its rows, what fixes would write into, and how.
    private static void Say(RuleInput input, Sayings sayings)
    {
        var note = input.Note;
        var heading = note.Chunks.Measure.Has(ChunkTraits.Headings) ? TableNames.HeadingAbove(note, note.Source.Length) : null;
        sayings.To(NoteCheck.Whole).Say(heading);
        foreach (var table in note.Tables)
        {
            string? style = null;
            for (var index = 0; table.IsOsi && index < table.Rows.Length; index++)
            {
                if (table.Rows[index].Claim is { IsHedged: false, Layers.IsEmpty: false, LayerEvidence: { } evidence } claim)
                {
                    style ??= $"{table.Format} {LayerColumnStyle.Of(note, table, table.ColumnOf(ColumnRole.Layer))} {TableNames.HeadingAbove(note, table.Span.Start)}";
                    foreach (var subject in claim.Subjects)
                    {
                        var saying = sayings.To(subject.Service.Id).Say(style).Say(claim.Layers).Say(claim.IsInherited).Show(subject.Span).Show(evidence);
                        Show(saying, table, index, evidence);
                    }
                }
            }
        }
    }

    // The layer cells that a fix of a row would change: its own, that of the row that it inherits from, that of the row that inherits from it.
    private static void Show(Saying saying, StudyTable table, int index, TextSpan evidence)
    {
        var above = table.RowAt(evidence);
        foreach (var row in (ReadOnlySpan<int>)[index, above, index + 1])
        {
            if (row >= 0 && row < table.Rows.Length && table.Rows[row].CellIn(table, ColumnRole.Layer) is { } cell
                && (row <= index || table.Rows[row].Claim is { IsInherited: true }))
            {
                saying.Show(cell.Area);
            }
        }
    }

    // What a heading is called matters to what is said of the tables up to the next one.
    private static IEnumerable<string> ServicesBelowHeading(Note note, int index)
    {
        var next = note.Chunks.FirstFrom(index, static measure => measure.Has(ChunkTraits.Headings));
        for (var at = index; at <= next && at < note.Chunks.Count; at++)
        {
            foreach (var id in note.Chunks[at].PlacedServices)
            {
                yield return id;
            }
        }
    }

    /// <summary>The rows of a note that stand in conflict, service by service; of one service, or for null of all.</summary>
    private static IEnumerable<LayerConflict> Of(Note note, string? serviceId)
    {
        foreach (var sides in SidesByService(note, serviceId).Values)
        {
            if (sides.Count < 2 || sides[0].Rows[0].Service.Layers is { Shown: false })
            {
                // The layers of places and of services that manage others are not compared.
                continue;
            }

            // There are few sets of layers, and may be thousands of tables: of each set the first tables say enough.
            var first = sides.GroupBy(side => side.Layers).SelectMany(group => group.Take(MostOthers)).OrderBy(side => side.Table).ToList();
            if (first.TrueForAll(one => first.TrueForAll(other => !Conflict(one, other))))
            {
                continue;
            }

            for (var index = 0; index < sides.Count; index++)
            {
                var opposed = first.Where(other => other.Table != sides[index].Table && Conflict(sides[index], other)).ToList();
                if (opposed.Count == 0)
                {
                    continue;
                }

                foreach (var row in sides[index].Rows)
                {
                    yield return new(first, sides[index], row, opposed);
                }
            }
        }
    }

    /// <summary>What each table says of each service: the rows of one table are united, hedged ones say nothing.</summary>
    private static Dictionary<string, List<LayerSide>> SidesByService(Note note, string? serviceId)
    {
        var sides = new Dictionary<string, List<LayerSide>>(StringComparer.Ordinal);
        foreach (var (number, start, table) in note.TablesInChunks(serviceId))
        {
            for (var index = 0; table.IsOsi && index < table.Rows.Length; index++)
            {
                if (table.Rows[index].Claim is not { IsHedged: false, Layers.IsEmpty: false, LayerEvidence: { } evidence } claim)
                {
                    continue;
                }

                foreach (var (service, span) in claim.Subjects.DistinctBy(subject => subject.Service.Id))
                {
                    if (serviceId is not null && service.Id != serviceId)
                    {
                        continue;
                    }

                    if (!sides.TryGetValue(service.Id, out var ofService))
                    {
                        sides.Add(service.Id, ofService = []);
                    }

                    if (ofService.Count == 0 || ofService[^1].Table != number)
                    {
                        ofService.Add(new LayerSide(number, default, []));
                    }

                    var side = ofService[^1];
                    side.Rows.Add(new LayerRow(service, index, span.Shift(start), claim.Layers, evidence.Shift(start), claim.IsInherited));
                    ofService[^1] = side with { Layers = side.Layers | claim.Layers };
                }
            }
        }

        return sides;
    }

    private static bool Conflict(LayerSide one, LayerSide other) => Conflict(one.Layers, other.Layers, one.Rows[0].Service);

    private static bool Conflict(LayerSet one, LayerSet other, Service service) =>
        !one.Overlaps(other)
        && (service.ShownLayers is not { } known || !one.Overlaps(known.All) || !other.Overlaps(known.All));

    private static Finding FindingAt(Note note, LayerCellEdit cells, LayerConflict conflict)
    {
        var (_, own, row, opposed) = conflict;
        var other = opposed[0];
        var message =
            $"You place {row.Service.Name} at {own.Layers} here and at {other.Layers} in {TableNames.Of(note, other.Table, own.Table)}. {Verdict(row.Service, own, other)}";

        var related = ImmutableArray.CreateBuilder<RelatedPlace>();
        if (row.IsInherited)
        {
            related.Add(new(row.Evidence, $"{row.Layers} comes from this cell."));
        }

        foreach (var contrary in opposed.SelectMany(side => side.Rows).Take(MostOthers))
        {
            related.Add(new(contrary.Span, $"{row.Service.Name} is at {contrary.Layers} here."));
            if (contrary.IsInherited)
            {
                related.Add(new(contrary.Evidence, $"{contrary.Layers} comes from this cell."));
            }
        }

        return new Finding(Rule, Severity.Warning, row.Span, message, related.ToImmutable(), Fixes(note, cells, conflict));
    }

    private static string Verdict(Service service, LayerSide own, LayerSide other)
    {
        if (service.ShownLayers is not { } known)
        {
            return "Write the same layer in both tables, or all of its layers in each.";
        }

        var agreement = own.Layers.Overlaps(known.All) ? "as here" : other.Layers.Overlaps(known.All) ? "as there" : "unlike both";
        return $"The catalog says {known.All}, {agreement} ({LayerText.Ground(known)}).";
    }

    // Which of two sides is meant only the author knows, so no fix is preferred; the side that the catalog holds comes first.
    private static ImmutableArray<Fix> Fixes(Note note, LayerCellEdit cells, LayerConflict conflict)
    {
        var (sides, own, row, opposed) = conflict;
        var fixes = new List<(Fix Fix, bool IsHeld)>();
        foreach (var layers in opposed.Select(side => side.Layers).Distinct())
        {
            Offer(own, row, layers, "this row");
        }

        if (opposed is [{ Rows: [var contrary] } other])
        {
            Offer(other, contrary, own.Layers, $"the row in {TableNames.Of(note, other.Table, own.Table)}");
        }

        return [.. fixes.OrderBy(fix => fix.IsHeld ? 0 : 1).Select(fix => fix.Fix)];

        void Offer(LayerSide side, LayerRow changed, LayerSet layers, string what)
        {
            var united = side.Rows.Count == 1 ? layers : side.Rows.Where(other => other != changed).Aggregate(layers, (all, other) => all | other.Layers);
            if (!sides.Exists(rest => rest.Table != side.Table && Conflict(united, rest.Layers, changed.Service))
                && cells.Of(note.Tables[side.Table], changed.Index, layers) is { } edits)
            {
                fixes.Add((new Fix($"Set {what} to {LayerCellEdit.Label(note.Catalog, layers)}", edits, IsPreferred: false), changed.Service.ShownLayers is { } known && layers.Overlaps(known.All)));
            }
        }
    }
}

/// <summary>A row that conflicts with rows of other tables.</summary>
/// <param name="Sides">What the tables say of the service: of each set of layers the first of them.</param>
/// <param name="Own">What the row's own table says.</param>
/// <param name="Row">The row.</param>
/// <param name="Opposed">The sides that it conflicts with, at least one.</param>
internal sealed record LayerConflict(List<LayerSide> Sides, LayerSide Own, LayerRow Row, List<LayerSide> Opposed);

/// <summary>What one table says of a service.</summary>
/// <param name="Table">The number of the table in the note.</param>
/// <param name="Layers">The layers of all its rows.</param>
/// <param name="Rows">The rows, at least one.</param>
internal sealed record LayerSide(int Table, LayerSet Layers, List<LayerRow> Rows);

/// <summary>What one row says of a service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Index">The number of the row in its table.</param>
/// <param name="Span">The name.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Evidence">Where they are written.</param>
/// <param name="IsInherited">True if they come from a row above.</param>
internal sealed record LayerRow(Service Service, int Index, TextSpan Span, LayerSet Layers, TextSpan Evidence, bool IsInherited);
