using System.Collections.Immutable;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Notes;

/// <summary>The claim of one row, heading list or definition line: these services sit at these layers.</summary>
/// <param name="Subjects">The services, at least one, with the place of each name.</param>
/// <param name="Layers">The layers, at least one.</param>
/// <param name="Span">The row or line that makes the claim.</param>
/// <param name="Evidence">Where the layers are written; outside <paramref name="Span"/> where they are inherited.</param>
/// <param name="IsInherited">True if the layers come from above.</param>
/// <param name="IsHedged">True if the claim is taken back in part: it can neither disagree nor conflict.</param>
/// <param name="Table">The number of the table in its note, from 0; -1 outside tables.</param>
public sealed record Placement(
    ImmutableArray<NamedService> Subjects,
    LayerSet Layers,
    TextSpan Span,
    TextSpan Evidence,
    bool IsInherited,
    bool IsHedged,
    int Table)
{
    internal Placement Shift(int offset, int tables) => offset == 0 && tables == 0 ? this : this with
    {
        Subjects = [.. Subjects.Select(subject => subject with { Span = subject.Span.Shift(offset) })],
        Span = Span.Shift(offset),
        Evidence = Evidence.Shift(offset),
        Table = Table < 0 ? Table : Table + tables,
    };
}
