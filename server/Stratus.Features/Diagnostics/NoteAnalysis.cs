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

    private const int MostEdits = 32;

    private readonly Workspace _workspace;
    private readonly RuleSet _rules;
    private readonly Sequence<ChunkFindings, FindingsMeasure> _chunks;
    // Of each rule, in their order.
    private readonly ImmutableArray<RuleFindings> _ofNote;
    private readonly EditLog _edits;
    // Where the note was edited last.
    private readonly int _edited;

    private NoteAnalysis(
        Workspace workspace, Note note, Sequence<ChunkFindings, FindingsMeasure> chunks, ImmutableArray<RuleFindings> ofNote, EditLog edits, int edited) =>
        (_workspace, _rules, Note, _chunks, _ofNote, _edits, _edited) = (workspace, RuleSet.Of(workspace.Settings), note, chunks, ofNote, edits, edited);

    /// <summary>The note.</summary>
    public Note Note { get; }

    private NamedServices Whole => _chunks.Measure.Named;

    /// <summary>Runs the rules that are not off.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteAnalysis Of(Workspace workspace, Note note, CancellationToken cancellation)
    {
        var nothing = Nothing(workspace, note);
        return workspace.IsChecked ? nothing.Next(note, 0, 0, default, cancellation)
            : new(workspace, note, nothing._chunks, nothing._ofNote, EditLog.Empty, 0);
    }

    // What is found before anything has been looked at: in no chunks.
    private static NoteAnalysis Nothing(Workspace workspace, Note note) => new(
        workspace, note.Part(0, 0), new([]), [.. Diagnostics.Findings.Rules.Select(_ => RuleFindings.None)], EditLog.Empty, 0);

    /// <summary>The same for the note after edits, which costs what they change.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public NoteAnalysis After(Note note, CancellationToken cancellation)
    {
        if (!_workspace.IsChecked || _chunks.Count != Note.Chunks.Count || !ReferenceEquals(note.Catalog, Note.Catalog))
        {
            return Of(_workspace, note, cancellation);
        }

        var edit = Note.Source.DifferenceTo(note.Source);
        var (before, after) = Note.Chunks.SharedWith(note.Chunks);
        return DecidedForms.ChangedBetween(Note, note, before, after).Any()
            ? Nothing(_workspace, note).Next(note, 0, 0, (default, edit.Replaced.Start + edit.NewLength), cancellation)
            : Next(note, before, after, edit, cancellation);
    }

    /// <summary>What is not suppressed, in the order of the text.</summary>
    public ImmutableArray<Finding> Findings() => ImmutableArray.Create(Array.ConvertAll(InOrder([.. NotSuppressed()]), static finding => finding.ToFinding()));

    /// <summary>What is found, what directives suppress included; in no order.</summary>
    internal IEnumerable<PlacedFinding> All()
    {
        for (var index = Next(0); index < _chunks.Count; index = Next(index + 1))
        {
            foreach (var finding in _chunks[index].PlacedIn(Note, index))
            {
                yield return finding;
            }
        }

        foreach (var finding in InNote())
        {
            yield return finding;
        }

        int Next(int from) => _chunks.FirstFrom(from, static measure => measure.Count > 0);
    }

    /// <summary>What touches a stretch of the text and is not suppressed, in the order of the text.</summary>
    public ImmutableArray<Finding> FindingsIn(TextSpan span) =>
        [.. InOrder([.. NotSuppressed().Where(finding => finding.Span.Intersects(span))]).Select(static finding => finding.ToFinding())];

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
        // Suppressions are asked about every finding, so that then there are no counts to choose by.
        if (Note.Chunks.Measure.Has(ChunkTraits.Directives))
        {
            List<PlacedFinding> left = [.. NotSuppressed()];
            var first = left.Count <= most ? left
                : [.. left.OrderByDescending(finding => finding.Found.Severity).ThenBy(finding => Math.Abs(finding.Span.Start - _edited)).Take(most)];
            return (InOrder(first), left.Count - first.Count);
        }

        var count = _chunks.Measure.Count + _ofNote.Sum(static found => found.Count);
        var chosen = count <= most ? [.. All()] : new NearestFindings(Note, _chunks, InNote(), _edited).Take(most);
        return (InOrder(chosen), count - chosen.Count);
    }

    // By place; at the same place by rule, then in the order in which they were found.
    private static PlacedFinding[] InOrder(List<PlacedFinding> findings)
    {
        var (places, order) = (new long[findings.Count], new int[findings.Count]);
        for (var index = 0; index < places.Length; index++)
        {
            var span = findings[index].Span;
            (places[index], order[index]) = (((long)span.Start << 32) + span.Length, index);
        }

        Array.Sort(places, order);
        for (int start = 0, end; start < places.Length; start = end)
        {
            for (end = start + 1; end < places.Length && places[end] == places[start]; end++)
            {
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort((one, other) =>
                    string.CompareOrdinal(findings[one].Found.Rule.Code, findings[other].Found.Rule.Code) is not 0 and var byRule ? byRule : one - other);
            }
        }

        return Array.ConvertAll(order, index => findings[index]);
    }

    private IEnumerable<PlacedFinding> InNote() => _ofNote.SelectMany(found => found.ByKey.Values).SelectMany(found => found.Placed(_edits));

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
        var edits = _edits.Then(Note.Source, edit.Replaced, note.Source, edit.NewLength);
        var ofNote = _ofNote.ToBuilder();
        var (was, isNow) = (new RuleInput(_workspace, Note.Part(before, removed), Whole), new RuleInput(_workspace, note.Part(before, inserted), whole));
        var (start, map) = (note.StartOf(before), EditMap.Of(edit.Replaced, edit.NewLength));
        var otherConflicts = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < ofNote.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rule = Diagnostics.Findings.Rules[index];
            if (rule.InNote is not { } check || !_rules.IsOn[index])
            {
                continue;
            }

            var isAll = removed == Note.Chunks.Count || (ofNote[index].AsksForWhole && !isAnswered);
            var keys = isAll ? [] : Said(check, was).UnlikeAfter(Said(check, isNow), start, map).ToList();
            if (check.KeysAfter is { } keysAfter && keys.Remove(NoteCheck.Whole))
            {
                keys = [.. keys.Union(keysAfter(note, before + inserted))];
            }

            if (isAll || keys.Count > 0)
            {
                edits = edits.Seal();
                ofNote[index] = Find(new(_workspace, note, whole), check, isAll ? null : keys, ofNote[index], edits.Now, cancellation);
                if (rule == ConflictingLayers.Rule)
                {
                    otherConflicts.UnionWith(isAll ? ofNote[index].ByKey.Keys.Union(_ofNote[index].ByKey.Keys) : keys);
                }
            }
        }

        chunks = BesideConflicts(note, chunks, before, before + inserted, ofNote[ConflictsIndex], edits, otherConflicts);
        return new NoteAnalysis(_workspace, note, chunks, ofNote.MoveToImmutable(), edits, edit.Replaced.Start + edit.NewLength).WithShortLog();

        int Next(int from) => chunks.FirstFrom(from, static measure => measure.AsksForWhole);
    }

    private static int ConflictsIndex { get; } = Diagnostics.Findings.Rules.IndexOf(ConflictingLayers.Rule);

    // With very many edits every look at a place would cost them.
    private NoteAnalysis WithShortLog()
    {
        if (_edits.Now - _edits.First <= MostEdits)
        {
            return this;
        }

        var ofNote = _ofNote.Select(found => found with
        {
            ByKey = found.ByKey.SetItems(found.ByKey
                .Where(one => one.Value.Since < _edits.Now)
                .Select(one => KeyValuePair.Create(one.Key, one.Value.MovedTo(Note.Source, _edits)))),
        });
        return new(_workspace, Note, _chunks, [.. ofNote], _edits.Seal().From(_edits.Now), _edited);
    }

    private static Sayings Said(NoteCheck check, RuleInput input)
    {
        var sayings = new Sayings(input.Note.Source);
        if (check.LooksAt == ChunkTraits.None || input.Note.Chunks.Measure.Has(check.LooksAt))
        {
            check.Say(input, sayings);
        }

        return sayings;
    }

    private ChunkFindings Find(Part part, NamedServices whole, CancellationToken cancellation)
    {
        List<Finding>? found = null;
        RuleInput? input = null;
        var traits = part.Measure;
        foreach (var check in _rules.InChunk)
        {
            if (check.LooksAt == ChunkTraits.None || traits.Has(check.LooksAt))
            {
                cancellation.ThrowIfCancellationRequested();
                input ??= new(_workspace, part.Note, whole);
                foreach (var finding in Shown(check.Find(input)))
                {
                    (found ??= []).Add(finding);
                }
            }
        }

        return new(found is null ? [] : [.. InOrder(found)], part.Named, input?.HasAskedForWhole == true);
    }

    /// <summary>What a rule finds about some keys, or for null about all, beside what is known of others.</summary>
    private RuleFindings Find(
        RuleInput input, NoteCheck check, List<string>? keys, RuleFindings known, int now, CancellationToken cancellation)
    {
        var source = input.Note.Source;
        if (keys is null)
        {
            known = RuleFindings.None;
            var all = check.LooksAt == ChunkTraits.None || input.Note.Chunks.Measure.Has(check.LooksAt) ? check.Find(input, null) : [];
            foreach (var group in all.GroupBy(found => found.Key, StringComparer.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                known = known.With(group.Key, source, [.. InOrder(Shown(group.Select(found => found.Finding)))], now);
            }
        }

        foreach (var key in keys ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            known = known.With(key, source, [.. InOrder(Shown(check.Find(input, key).Select(found => found.Finding)))], now);
        }

        return known with { AsksForWhole = known.AsksForWhole || input.HasAskedForWhole };
    }

    /// <summary>
    /// The findings of chunks beside the conflicts, since a conflict and a disagreement at the same place say the same: of chunks that
    /// are new, and of those with conflicts that were looked for again.
    /// </summary>
    private Sequence<ChunkFindings, FindingsMeasure> BesideConflicts(
        Note note, Sequence<ChunkFindings, FindingsMeasure> chunks, int from, int to, RuleFindings conflicts, EditLog edits, HashSet<string> services)
    {
        var others = new HashSet<int>();
        for (var index = Next(from); index < to; index = Next(index + 1))
        {
            others.Add(index);
        }

        foreach (var found in services.SelectMany(service => new[] { _ofNote[ConflictsIndex], conflicts }.Select(known => known.ByKey.GetValueOrDefault(service))))
        {
            others.UnionWith(found?.Placed(edits).Select(finding => note.ChunkAt(finding.Span.Start)) ?? []);
        }

        foreach (var index in others)
        {
            if (index < chunks.Count && chunks[index].Measure.Disagrees)
            {
                var span = TextSpan.FromBounds(note.StartOf(index), note.StartOf(index + 1));
                var places = note.Chunks[index].PlacedServices
                    .SelectMany(service => conflicts.ByKey.TryGetValue(service, out var found) ? found.PlacedIn(span, edits) : [])
                    .Select(finding => finding.Span.Shift(-span.Start))
                    .OrderBy(place => place.Start);
                var beside = chunks[index].Beside([.. places]);
                chunks = ReferenceEquals(beside, chunks[index]) ? chunks : chunks.Replace(index, 1, [beside]);
            }
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
    private sealed class Part(Note whole, int index)
    {
        private Note? _note;

        /// <summary>What is known of the chunk.</summary>
        public ChunkMeasure Measure { get; } = whole.Chunks[index].Measure;

        /// <summary>The chunk alone, made when a rule looks at it.</summary>
        public Note Note => _note ??= whole.Part(index, 1);

        /// <summary>What it names.</summary>
        public NamedServices Named => Measure.Has(ChunkTraits.Mentions) ? NamedServices.Of(Note.Mentions) : default;
    }
}
