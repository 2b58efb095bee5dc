using Stratus.Configuration;
using Stratus.Notes;
using Stratus.Notes.Sequences;

namespace Stratus.Features.Diagnostics;

/// <summary>Chooses of very many findings those that count most: the worst, and among equals the nearest to the last edit. It looks at no others.</summary>
internal sealed class NearestFindings
{
    private readonly Note _note;
    private readonly Sequence<ChunkFindings, FindingsMeasure> _chunks;
    // Gone through for each severity: a copy of many thousands would cost more.
    private readonly IEnumerable<PlacedFinding> _inNote;
    private readonly int[] _counts = new int[(int)Severity.Error + 1];
    private readonly int _edited;

    /// <param name="note">The note.</param>
    /// <param name="chunks">What was found in its chunks.</param>
    /// <param name="inNote">What was found in the whole, in any order.</param>
    /// <param name="edited">Where it was edited last.</param>
    public NearestFindings(Note note, Sequence<ChunkFindings, FindingsMeasure> chunks, IEnumerable<PlacedFinding> inNote, int edited)
    {
        (_note, _chunks, _inNote, _edited) = (note, chunks, inNote, edited);
        foreach (var finding in inNote)
        {
            _counts[(int)finding.Found.Severity]++;
        }
    }

    /// <summary>As many as are wanted, in no order; there are more.</summary>
    public List<PlacedFinding> Take(int most)
    {
        var taken = new List<PlacedFinding>(most);
        for (var severity = Severity.Error; severity > Severity.Off && taken.Count < most; severity--)
        {
            var (left, wanted) = (most - taken.Count, severity);
            var inNote = _inNote.Where(finding => finding.Found.Severity == wanted);
            if (_chunks.Measure.Of(severity) + _counts[(int)severity] <= left)
            {
                taken.AddRange(inNote);
                AddAll(taken, severity);
                continue;
            }

            var near = new List<PlacedFinding>(left);
            AddNear(near, severity, left);
            // The distances alone first: there may be many thousands.
            int[] distances = [.. inNote.Concat(near).Select(Distance)];
            Array.Sort(distances);
            taken.AddRange(inNote.Concat(near).Where(finding => Distance(finding) <= distances[left - 1]).Take(left));
        }

        return taken;
    }

    private int Distance(PlacedFinding finding) => Math.Abs(finding.Span.Start - _edited);

    private void AddAll(List<PlacedFinding> findings, Severity severity)
    {
        var holds = Holding(severity);
        for (var index = _chunks.FirstFrom(0, holds); index < _chunks.Count; index = _chunks.FirstFrom(index + 1, holds))
        {
            Add(findings, index, severity);
        }
    }

    // Chunk by chunk away from the last edit, on the side on which the next one is nearer, until there are enough.
    private void AddNear(List<PlacedFinding> findings, Severity severity, int enough)
    {
        var holds = Holding(severity);
        var here = _note.ChunkAt(_edited);
        var (next, before) = (_chunks.FirstFrom(here, holds), _chunks.LastBefore(here, holds));
        while (findings.Count < enough && (next < _chunks.Count || before >= 0))
        {
            var isNext = before < 0 || (next < _chunks.Count && _note.StartOf(next) - _edited <= _edited - _note.StartOf(before + 1));
            Add(findings, isNext ? next : before, severity);
            (next, before) = isNext ? (_chunks.FirstFrom(next + 1, holds), before) : (next, _chunks.LastBefore(before, holds));
        }
    }

    private void Add(List<PlacedFinding> findings, int index, Severity severity)
    {
        foreach (var finding in _chunks[index].PlacedIn(_note, index))
        {
            if (finding.Found.Severity == severity)
            {
                findings.Add(finding);
            }
        }
    }

    private static Func<FindingsMeasure, bool> Holding(Severity severity) => severity switch
    {
        Severity.Error => static measure => measure.Errors > 0,
        Severity.Warning => static measure => measure.Warnings > 0,
        Severity.Information => static measure => measure.Informations > 0,
        _ => static measure => measure.Hints > 0,
    };
}
