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

    private NoteAnalysis(Workspace workspace, Note note, Sequence<ChunkFindings, FindingsMeasure> chunks, ImmutableDictionary<Rule, NoteFindings> ofNote) =>
        (_workspace, Note, _chunks, _ofNote) = (workspace, note, chunks, ofNote);

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
            var start = Note.StartOf(index);
            foreach (var finding in _chunks[index].All)
            {
                yield return new(finding, start, EditMap.None);
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
                .Select(finding => new PlacedFinding(finding, 0, EditMap.None)));
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
        var (start, edits) = (note.StartOf(before), EditMap.None.Then(edit.Replaced, edit.NewLength));
        var ofNote = _ofNote;
        foreach (var rule in Diagnostics.Findings.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rule.InNote is { } check && !RuleSeverities.IsOff(_workspace.Settings, rule))
            {
                ofNote = ofNote.SetItem(
                    rule,
                    ofNote.TryGetValue(rule, out var found) && (isAnswered || !found.AsksForWhole) && Said(check, was).IsSameAfter(Said(check, isNow), start, edits)
                        ? found.After(edit.Replaced, edit.NewLength)
                        : Find(note, rule, check, whole, cancellation));
            }
        }

        chunks = BesideConflicts(note, chunks, before, before + inserted, ofNote);
        return new(_workspace, note, chunks, ofNote);

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

        return new([.. InOrder(found)], input.HasAskedForWhole || rule == EmptySection.Rule);
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
