using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Features.Diagnostics.Rules;
using Stratus.Features.Diagnostics.Suppressions;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>
/// All that the rules find in a note, by chunks. Immutable; that of the note after an edit keeps what was found in chunks that are the
/// same, and what was found in the whole where the edited chunks say the same to the rule.
/// </summary>
public sealed class NoteAnalysis
{
    // In UTF-16 units. The longest that a rule says of ordinary words is a fraction of it.
    private const int LongestMessage = 1_000, LongestTitle = 120;

    private readonly Workspace _workspace;
    private readonly Sequence<ChunkFindings, FindingsMeasure> _chunks;
    private readonly ImmutableDictionary<Rule, NoteFindings> _ofNote;

    // Where the note was edited last.
    private readonly int _edited;

    private NoteAnalysis(
        Workspace workspace, Note note, Sequence<ChunkFindings, FindingsMeasure> chunks, ImmutableDictionary<Rule, NoteFindings> ofNote, int edited = 0) =>
        (_workspace, Note, _chunks, _ofNote, _edited) = (workspace, note, chunks, ofNote, edited);

    /// <summary>The note.</summary>
    public Note Note { get; }

    private NamedServices Whole => _chunks.Measure.Named;

    /// <summary>Runs the rules that are not off.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteAnalysis Of(Workspace workspace, Note note, CancellationToken cancellation)
    {
        var nothing = new NoteAnalysis(workspace, note.Part(0, 0), new([]), ImmutableDictionary<Rule, NoteFindings>.Empty);
        return workspace.IsChecked ? nothing.Next(note, 0, 0, (default, 0), cancellation) : new(workspace, note, new([]), nothing._ofNote);
    }

    /// <summary>The same for the note after edits, which costs what they change.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public NoteAnalysis After(Note note, CancellationToken cancellation)
    {
        if (!_workspace.IsChecked || _chunks.Count != Note.Chunks.Count || !ReferenceEquals(note.Catalog, Note.Catalog))
        {
            return Of(_workspace, note, cancellation);
        }

        var (before, after) = Note.Chunks.SharedWith(note.Chunks);
        return DecidedForms.ChangedBetween(Note, note, before, after).Any() ? Of(_workspace, note, cancellation)
            : Next(note, before, after, Note.Source.DifferenceTo(note.Source), cancellation);
    }

    /// <summary>What is not suppressed, in the order of the text.</summary>
    public ImmutableArray<Finding> Findings() => [.. InOrder(NotSuppressed().Select(finding => finding.ToFinding()))];

    /// <summary>What is found, what directives suppress included; in no order.</summary>
    internal IEnumerable<PlacedFinding> All()
    {
        for (var index = Next(0); index < _chunks.Count; index = Next(index + 1))
        {
            foreach (var finding in InChunk(index))
            {
                yield return finding;
            }
        }

        foreach (var found in _ofNote.Values)
        {
            for (var index = 0; index < found.Count; index++)
            {
                yield return found[index];
            }
        }

        int Next(int from) => _chunks.FirstFrom(from, static measure => measure.Count > 0);
    }

    /// <summary>What touches a stretch of the text and is not suppressed, in the order of the text.</summary>
    public ImmutableArray<Finding> FindingsIn(TextSpan span) =>
        [.. InOrder(NotSuppressed().Where(finding => finding.Span.Intersects(span)).Select(finding => finding.ToFinding()))];

    /// <summary>How many of the findings something is true of; it is asked about them as they were found, their places may have moved.</summary>
    public int Count(Func<Finding, bool> isTrue) => NotSuppressed().Count(finding => isTrue(finding.Found));

    /// <summary>
    /// What is not suppressed, in the order of the text, or where that is more than is wanted, what counts most: errors first, then what
    /// is less, and of one severity what is nearest to the last edit.
    /// </summary>
    /// <param name="most">How many are wanted at most.</param>
    /// <returns>The findings, and how many more there are.</returns>
    public (PlacedFinding[] Findings, int Left) Most(int most)
    {
        var suppressed = Note.Chunks.Measure.Has(ChunkTraits.Directives) ? NotSuppressed().ToList() : null;
        var count = suppressed?.Count ?? (_chunks.Measure.Count + _ofNote.Values.Sum(static found => found.Count));
        var all = suppressed ?? (count <= most ? All() : Nearest(most));
        if (count > most)
        {
            all = all
                .OrderByDescending(finding => finding.Found.Severity)
                .ThenBy(finding => Math.Abs(finding.Span.Start - _edited))
                .Take(most);
        }

        var chosen = all.ToArray();
        var places = Array.ConvertAll(chosen, static finding => (finding.Span, finding.Found.Rule.Code));
        Array.Sort(places, chosen, Comparer<(TextSpan Span, string Code)>.Create(static (one, other) =>
            one.Span.Start != other.Span.Start ? one.Span.Start.CompareTo(other.Span.Start)
            : one.Span.Length != other.Span.Length ? one.Span.Length.CompareTo(other.Span.Length)
            : string.CompareOrdinal(one.Code, other.Code)));
        return (chosen, count - chosen.Length);
    }

    /// <summary>Of each severity that is wanted at all, as many as are wanted on each side of the last edit, and what rules found in the whole.</summary>
    private IEnumerable<PlacedFinding> Nearest(int most)
    {
        foreach (var found in _ofNote.Values)
        {
            for (var index = 0; index < found.Count; index++)
            {
                yield return found[index];
            }
        }

        var here = Note.ChunkAt(_edited);
        for (var severity = Severity.Error; severity > Severity.Off && most > 0; severity--)
        {
            var (wanted, isWanted) = (severity, Holding(severity));
            var left = most;
            for (var index = _chunks.FirstFrom(here, isWanted); index < _chunks.Count && left > 0; index = _chunks.FirstFrom(index + 1, isWanted))
            {
                foreach (var finding in InChunk(index).Where(finding => finding.Found.Severity == wanted))
                {
                    left--;
                    yield return finding;
                }
            }

            left = most;
            for (var index = _chunks.LastBefore(here, isWanted); index >= 0 && left > 0; index = _chunks.LastBefore(index, isWanted))
            {
                foreach (var finding in InChunk(index).Where(finding => finding.Found.Severity == wanted))
                {
                    left--;
                    yield return finding;
                }
            }

            most -= _chunks.Measure.Of(severity);
        }
    }

    private static Func<FindingsMeasure, bool> Holding(Severity severity) => severity switch
    {
        Severity.Error => static measure => measure.Errors > 0,
        Severity.Warning => static measure => measure.Warnings > 0,
        Severity.Information => static measure => measure.Informations > 0,
        _ => static measure => measure.Hints > 0,
    };

    private IEnumerable<PlacedFinding> InChunk(int index)
    {
        var start = Note.StartOf(index);
        var line = Note.Source.LineOf(start);
        foreach (var finding in _chunks[index].All)
        {
            yield return PlacedFinding.InChunk(finding, Note.Source, start, line);
        }
    }

    private IEnumerable<PlacedFinding> NotSuppressed()
    {
        if (NoteSuppressions.Of(Note) is not { } suppressions)
        {
            return All();
        }

        var settings = _workspace.Settings;
        var left = All().Where(finding => !suppressions.Suppresses(finding.Found.Rule, finding.Span.Start)).ToList();
        return RuleSeverities.IsOff(settings, UnusedSuppression.Rule)
            ? left
            : left.Concat(Shown(UnusedSuppression.Find(Note.Source, suppressions, rule => RuleSeverities.IsOff(settings, rule)))
                .Select(finding => PlacedFinding.InNote(finding, Note.Source, EditMap.None)));
    }

    private NoteAnalysis Next(Note note, int before, int after, (TextSpan Replaced, int NewLength) edit, CancellationToken cancellation)
    {
        var (removed, inserted) = (Note.Chunks.Count - before - after, note.Chunks.Count - before - after);
        var parts = new Part[inserted];
        var named = default(NamedServices);
        for (var index = 0; index < inserted; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            parts[index] = new(note, before + index);
            named += parts[index].Named;
        }

        var whole = _chunks.MeasureOf(before).Named + named + _chunks.MeasureFrom(before + removed).Named;
        var chunks = _chunks.Replace(before, removed, Array.ConvertAll(parts, part => Find(part, whole, cancellation)));
        var isAnswered = whole.AnswerAs(Whole);
        if (!isAnswered)
        {
            for (var index = Next(0); index < chunks.Count; index = Next(index + 1))
            {
                if (index < before || index >= before + inserted)
                {
                    chunks = chunks.Replace(index, 1, [Find(new(note, index), whole, cancellation)]);
                }
            }
        }

        isAnswered &= whole.AreOfStudyNote(note.Source.LineCount) == Whole.AreOfStudyNote(Note.Source.LineCount);
        var (was, isNow) = (new RuleInput(_workspace, Note.Part(before, removed), Whole), new RuleInput(_workspace, note.Part(before, inserted), whole));
        var (start, edits) = (note.StartOf(before), EditMap.None.Then(Note.Source, edit.Replaced, note.Source, edit.NewLength));
        var ofNote = _ofNote;
        foreach (var rule in Diagnostics.Findings.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rule.InNote is { } check && !RuleSeverities.IsOff(_workspace.Settings, rule))
            {
                ofNote = ofNote.SetItem(
                    rule,
                    ofNote.TryGetValue(rule, out var found) && (isAnswered || !found.AsksForWhole) && Said(check, was).IsSameAfter(Said(check, isNow), start, edits)
                        ? found.After(Note.Source, edit.Replaced, note.Source, edit.NewLength)
                        : Find(note, rule, check, whole, cancellation));
            }
        }

        chunks = BesideConflicts(note, chunks, before, before + inserted, ofNote);
        return new(_workspace, note, chunks, ofNote, edit.Replaced.Start + edit.NewLength);

        int Next(int from) => chunks.FirstFrom(from, static measure => measure.AsksForWhole);
    }

    private static Saying Said(NoteCheck check, RuleInput input)
    {
        var saying = new Saying(input.Note.Source);
        if (check.LooksAt == ChunkTraits.None || input.Note.Chunks.Measure.Has(check.LooksAt))
        {
            check.Said(input, saying);
        }

        return saying;
    }

    private ChunkFindings Find(Part part, NamedServices whole, CancellationToken cancellation)
    {
        List<Finding>? found = null;
        RuleInput? input = null;
        var traits = part.Note.Chunks.Measure;
        foreach (var rule in Diagnostics.Findings.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rule.InChunk is { } check && (check.LooksAt == ChunkTraits.None || traits.Has(check.LooksAt)) && !RuleSeverities.IsOff(_workspace.Settings, rule))
            {
                input ??= new(_workspace, part.Note, whole);
                foreach (var finding in Shown(check.Find(input)))
                {
                    (found ??= []).Add(finding);
                }
            }
        }

        return new(found is null ? [] : [.. InOrder(found)], part.Named, input?.HasAskedForWhole == true);
    }

    private NoteFindings Find(Note note, Rule rule, NoteCheck check, NamedServices whole, CancellationToken cancellation)
    {
        var input = new RuleInput(_workspace, note, whole);
        var found = new List<Finding>();
        foreach (var finding in check.LooksAt == ChunkTraits.None || note.Chunks.Measure.Has(check.LooksAt) ? Shown(check.Find(input)) : [])
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(finding);
        }

        return new(note.Source, [.. InOrder(found)], input.HasAskedForWhole || rule == EmptySection.Rule);
    }

    // A conflict and a disagreement at the same place say the same.
    private Sequence<ChunkFindings, FindingsMeasure> BesideConflicts(
        Note note, Sequence<ChunkFindings, FindingsMeasure> chunks, int from, int to, ImmutableDictionary<Rule, NoteFindings> ofNote)
    {
        if (!ofNote.TryGetValue(ConflictingLayers.Rule, out var conflicts))
        {
            return chunks;
        }

        // Where the conflicts are the ones from before, they stand in the same chunks.
        var isSame = _ofNote.TryGetValue(ConflictingLayers.Rule, out var before) && before.IsSameAs(conflicts);
        for (var index = Next(isSame ? from : 0); index < (isSame ? to : chunks.Count); index = Next(index + 1))
        {
            var (start, end) = (note.StartOf(index), note.StartOf(index + 1));
            var spans = ImmutableArray.CreateBuilder<TextSpan>();
            for (var next = conflicts.FirstFrom(start); next < conflicts.Count && conflicts[next].Span is var span && span.Start < end; next++)
            {
                spans.Add(span.Shift(-start));
            }

            var beside = chunks[index].Beside(spans.ToImmutable());
            chunks = ReferenceEquals(beside, chunks[index]) ? chunks : chunks.Replace(index, 1, [beside]);
        }

        return chunks;

        int Next(int at) => chunks.FirstFrom(at, static measure => measure.Disagrees);
    }

    private static IOrderedEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings
        .OrderBy(finding => finding.Span.Start)
        .ThenBy(finding => finding.Span.Length)
        .ThenBy(finding => finding.Rule.Code, StringComparer.Ordinal);

    // A note may hold anything, and what it says is quoted.
    private IEnumerable<Finding> Shown(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (RuleSeverities.SeverityOf(_workspace.Settings, finding) is not Severity.Off and var severity)
            {
                yield return finding with
                {
                    Severity = severity,
                    Message = PlainText.Of(finding.Message, LongestMessage),
                    Related = finding.Related.IsEmpty ? [] : [.. finding.Related.Select(place => place with { Message = PlainText.Of(place.Message, LongestMessage) })],
                    Fixes = finding.Fixes.IsEmpty ? [] : [.. finding.Fixes.Select(fix => fix with { Title = PlainText.Of(fix.Title, LongestTitle) })],
                };
            }
        }
    }

    /// <summary>A chunk that is looked at.</summary>
    private readonly struct Part(Note note, int index)
    {
        /// <summary>The chunk alone.</summary>
        public Note Note { get; } = note.Part(index, 1);

        /// <summary>What it names.</summary>
        public NamedServices Named => NamedServices.Of(Note.Mentions);
    }
}
