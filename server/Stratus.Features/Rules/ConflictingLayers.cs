using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>One table places a service at one layer, another table of the same note at another.</summary>
internal static class ConflictingLayers
{
    private const int MostOthers = 10;

    public static Rule Rule { get; } = new(
        "conflicting-layers",
        RuleLevel.Warning,
        "Two tables of a note place a service at different layers",
        Check);

    private static IEnumerable<Finding> Check(Workspace workspace, Note note)
    {
        foreach (var sides in SidesByService(note).Values)
        {
            if (sides.Count < 2 || sides[0].Rows[0].Service.Layers is { Shown: false })
            {
                // The layers of places and of services that manage others are not compared.
                continue;
            }

            for (var index = 0; index < sides.Count; index++)
            {
                var opposed = sides.Where((_, other) => other != index && Conflict(sides[index], sides[other])).ToList();
                if (opposed.Count == 0)
                {
                    continue;
                }

                foreach (var row in sides[index].Rows)
                {
                    yield return FindingAt(note, sides[index], row, opposed);
                }
            }
        }
    }

    /// <summary>What each table says of each service: the rows of one table are united, hedged ones say nothing.</summary>
    private static Dictionary<string, List<Side>> SidesByService(Note note)
    {
        var sides = new Dictionary<string, List<Side>>(StringComparer.Ordinal);
        for (var table = 0; table < note.Tables.Count; table++)
        {
            if (!note.Tables[table].IsOsi)
            {
                continue;
            }

            foreach (var row in note.Tables[table].Rows)
            {
                if (row.Claim is not { IsHedged: false, Layers.IsEmpty: false, LayerEvidence: { } evidence } claim)
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
                        ofService.Add(new Side(table, default, []));
                    }

                    var side = ofService[^1];
                    side.Rows.Add(new Row(service, span, claim.Layers, evidence, claim.IsInherited));
                    ofService[^1] = side with { Layers = side.Layers | claim.Layers };
                }
            }
        }

        return sides;
    }

    private static bool Conflict(Side one, Side other) =>
        !one.Layers.Overlaps(other.Layers)
        && (one.Rows[0].Service.ShownLayers is not { } known || !one.Layers.Overlaps(known.All) || !other.Layers.Overlaps(known.All));

    private static Finding FindingAt(Note note, Side own, Row row, List<Side> opposed)
    {
        var other = opposed[0];
        var place = other.Table > own.Table ? "below" : "above";
        var line = note.Source.LineOf(other.Rows[0].Span.Start) + 1;
        var message =
            $"{row.Service.Name} stands at {own.Layers} here and at {other.Layers} in the table {place} (line {line}). {Verdict(row.Service, own, other)}";

        var related = ImmutableArray.CreateBuilder<RelatedPlace>();
        if (row.IsInherited)
        {
            related.Add(new(row.Evidence, $"{row.Layers} comes from this cell."));
        }

        foreach (var contrary in opposed.SelectMany(side => side.Rows).Take(MostOthers))
        {
            related.Add(new(contrary.Span, $"{row.Service.Name} stands at {contrary.Layers} here."));
            if (contrary.IsInherited)
            {
                related.Add(new(contrary.Evidence, $"{contrary.Layers} comes from this cell."));
            }
        }

        return new Finding(Rule, RuleLevel.Warning, row.Span, message, related.ToImmutable(), []);
    }

    private static string Verdict(Service service, Side own, Side other)
    {
        if (service.ShownLayers is not { } known)
        {
            return "Both cannot be meant: write the same layer in both tables, or all of its layers in each.";
        }

        var agreement = own.Layers.Overlaps(known.All) ? "as here" : other.Layers.Overlaps(known.All) ? "as there" : "unlike both";
        return $"The catalog places it at {known.All}, {agreement} ({LayerText.Ground(known)}).";
    }

    private sealed record Side(int Table, LayerSet Layers, List<Row> Rows);

    private sealed record Row(Service Service, TextSpan Span, LayerSet Layers, TextSpan Evidence, bool IsInherited);
}
