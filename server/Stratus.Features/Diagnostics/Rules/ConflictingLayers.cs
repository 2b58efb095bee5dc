using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
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
        InNote = new(ChunkTraits.Tables | ChunkTraits.Headings, Check, Say),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var note = input.Note;
        var (cells, names) = (new LayerCellEdit(note), new TableNames(note));
        return Of(note).Select(conflict => FindingAt(note, cells, names, conflict));
    }

    // The claims, the headings that messages name tables by, and what fixes write into: the cells of layers and services.
    private static void Say(RuleInput input, Saying saying)
    {
        foreach (var heading in input.Note.Headings)
        {
            saying.Say(heading.Text);
        }

        foreach (var table in input.Note.Tables)
        {
            saying.Say(table.Format);
            foreach (var row in table.IsOsi && Array.Exists([.. table.Rows], static row => row.Claim is not null) ? table.Rows : [])
            {
                saying.Say(row.Claim?.Layers).Say(row.Claim?.IsInherited).Say(row.Claim?.IsHedged).Say(row.Claim?.LayerEvidence is null);
                foreach (var subject in row.Claim?.Subjects ?? [])
                {
                    saying.Say(subject.Service.Id).Show(subject.Span);
                }

                foreach (var cell in row.Cells)
                {
                    if (table.Columns.ElementAtOrDefault(cell.Column) is ColumnRole.Layer or ColumnRole.Service)
                    {
                        saying.Show(cell.Area);
                    }
                    else
                    {
                        saying.Say(null);
                    }
                }
            }
        }
    }

    /// <summary>The rows of a note that stand in conflict, service by service.</summary>
    public static IEnumerable<LayerConflict> Of(Note note)
    {
        foreach (var sides in SidesByService(note).Values)
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
    private static Dictionary<string, List<LayerSide>> SidesByService(Note note)
    {
        var sides = new Dictionary<string, List<LayerSide>>(StringComparer.Ordinal);
        for (var table = 0; table < note.Tables.Count; table++)
        {
            if (!note.Tables[table].IsOsi)
            {
                continue;
            }

            for (var index = 0; index < note.Tables[table].Rows.Length; index++)
            {
                if (note.Tables[table].Rows[index].Claim is not { IsHedged: false, Layers.IsEmpty: false, LayerEvidence: { } evidence } claim)
                {
                    continue;
                }

                foreach (var (service, span) in claim.Subjects.DistinctBy(subject => subject.Service.Id))
                {
                    if (!sides.TryGetValue(service.Id, out var ofService))
                    {
                        sides.Add(service.Id, ofService = []);
                    }

                    if (ofService.Count == 0 || ofService[^1].Table != table)
                    {
                        ofService.Add(new LayerSide(table, default, []));
                    }

                    var side = ofService[^1];
                    side.Rows.Add(new LayerRow(service, index, span, claim.Layers, evidence, claim.IsInherited));
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

    private static Finding FindingAt(Note note, LayerCellEdit cells, TableNames names, LayerConflict conflict)
    {
        var (_, own, row, opposed) = conflict;
        var other = opposed[0];
        var message =
            $"You place {row.Service.Name} at {own.Layers} here and at {other.Layers} in {names.Of(other.Table, own.Table)}. {Verdict(row.Service, own, other)}";

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

        return new Finding(Rule, Severity.Warning, row.Span, message, related.ToImmutable(), Fixes(note, cells, names, conflict));
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
    private static ImmutableArray<Fix> Fixes(Note note, LayerCellEdit cells, TableNames names, LayerConflict conflict)
    {
        var (sides, own, row, opposed) = conflict;
        var fixes = new List<(Fix Fix, bool IsHeld)>();
        foreach (var layers in opposed.Select(side => side.Layers).Distinct())
        {
            Offer(own, row, layers, "this row");
        }

        if (opposed is [{ Rows: [var contrary] } other])
        {
            Offer(other, contrary, own.Layers, $"the row in {names.Of(other.Table, own.Table)}");
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
