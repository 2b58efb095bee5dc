using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Markup;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A row about a service without a word in its description cell.</summary>
internal static class EmptyCell
{
    public static Rule Rule { get; } = new(
        "empty-cell",
        Severity.Hint,
        "A description cell is empty")
    {
        InChunk = new(ChunkTraits.Tables, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var note = input.Note;
        foreach (var table in note.Tables)
        {
            var (service, description) = (table.ColumnOf(ColumnRole.Service), table.ColumnOf(ColumnRole.Description));
            if (service < 0 || description < 0)
            {
                continue;
            }

            List<(TableRow Row, TableCell Cell)>? empty = null;
            var filled = 0;
            foreach (var row in table.Rows)
            {
                // A row that has no such cell shares it with rows above.
                if (row.CellIn(description) is not { } cell)
                {
                    continue;
                }

                if (!CellText.IsBlank(note.Source, cell))
                {
                    filled++;
                }
                else if (SubjectsOf(note, row, service) is not [])
                {
                    (empty ??= []).Add((row, cell));
                }
            }

            // A column that nobody has begun to fill is a form, not a gap.
            if (empty is null || filled < empty.Count)
            {
                continue;
            }

            foreach (var (row, cell) in empty)
            {
                yield return FindingAt(note, table, cell, SubjectsOf(note, row, service));
            }
        }
    }

    private static ImmutableArray<NamedService> SubjectsOf(Note note, TableRow row, int column)
    {
        if (row.Claim is { } claim)
        {
            return claim.Subjects;
        }

        // Without a layer a row makes no claim; the one name of its service cell is its subject.
        return row.CellIn(column) is { Content.Length: > 0 } cell
            && note.MentionAt(cell.Content.Start) is { Services: [var named], Weight: MentionWeight.Certain, Written.Generic: false } mention
            ? [new(named, mention.Span)]
            : [];
    }

    private static Finding FindingAt(Note note, StudyTable table, TableCell cell, ImmutableArray<NamedService> subjects) => new(
        Rule,
        Severity.Hint,
        Mark(note.Source, table, cell, subjects[0].Span),
        $"The description of {TextList.And(subjects.Select(subject => subject.Service.Name))} is empty.",
        [],
        subjects is [var (service, _)] && CellText.Fill(note.Source, table, cell, CellMarkup.Write(service.Summary, table.Format)) is { } edit
            ? [new("Fill in what the catalog says", [edit], IsPreferred: true)]
            : []);

    // An empty cell has no text to mark: the space between its pipes is marked, or its tags, or otherwise the name of the row.
    private static TextSpan Mark(SourceText source, StudyTable table, TableCell cell, TextSpan name)
    {
        if (table.Format != TableFormat.Html)
        {
            return cell.Area.Length > 0 ? cell.Area : name;
        }

        var open = source.Slice(TextSpan.FromBounds(table.Span.Start, cell.Area.Start)).LastIndexOf('<');
        var after = source.Slice(TextSpan.FromBounds(cell.Area.End, Math.Max(cell.Area.End, table.Span.End)));
        var close = after.StartsWith("</") ? after.IndexOf('>') : -1;
        return open < 0 ? name : TextSpan.FromBounds(table.Span.Start + open, close >= 0 ? cell.Area.End + close + 1 : cell.Area.Start);
    }
}
