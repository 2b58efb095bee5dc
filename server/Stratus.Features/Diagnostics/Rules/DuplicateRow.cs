using System.Text;
using System.Text.RegularExpressions;
using Stratus.Configuration;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>Two rows of a table that say the same.</summary>
internal static partial class DuplicateRow
{
    public static Rule Rule { get; } = new(
        "duplicate-row",
        Severity.Information,
        "A row repeats another row of its table")
    {
        InChunk = new(ChunkTraits.Tables, Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input)
    {
        var note = input.Note;
        foreach (var table in note.Tables)
        {
            // What a row says, as one text: the first row that says it is found at once, however many rows there are.
            Dictionary<string, int>? seen = null;
            for (var index = 0; index < table.Rows.Length; index++)
            {
                if (table.Rows[index].Claim is not { Subjects.IsEmpty: false, Layers.IsEmpty: false, IsHedged: false } || !IsRightlyNamed(note, table.Rows[index]))
                {
                    continue;
                }

                seen ??= new(StringComparer.Ordinal);
                if (!seen.TryAdd(Said(note.Source, table, table.Rows[index]), index))
                {
                    yield return FindingAt(note.Source, table, seen[Said(note.Source, table, table.Rows[index])], index);
                }
            }
        }
    }

    // The claim is the same, and so is what stands around the names and in all other cells: "S3 | L7 | Versioning" and
    // "S3 | L7 | Replication" are two rows, and so are "Lambda (sync)" and "Lambda (async)".
    private static string Said(SourceText source, StudyTable table, TableRow row)
    {
        var said = new StringBuilder();
        said.AppendJoin(',', row.Claim!.Subjects.Select(subject => subject.Service.Id).Distinct().Order(StringComparer.Ordinal)).Append('\n').Append(row.Claim.Layers.ToString());
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (table.Columns[column] != ColumnRole.Layer)
            {
                var cell = row.CellIn(column);
                said.Append('\n').Append(table.Columns[column] == ColumnRole.Service ? Around(source, row, cell) : Letters(cell?.Text ?? "")).Append('\n');
                said.Append(table.Columns[column] == ColumnRole.Service ? [] : Opaque(source, cell));
            }
        }

        return said.ToString();
    }

    // A name that is wrongly written ("CloudFornt") is to be fixed first: then it shows whether it was meant.
    private static bool IsRightlyNamed(Note note, TableRow row) =>
        row.Claim!.Subjects.All(subject => note.MentionAt(subject.Span.Start) is not { Written.Correction: not null });

    private static Finding FindingAt(SourceText source, StudyTable table, int other, int index)
    {
        var (first, again) = (table.Rows[other].Claim!, table.Rows[index].Claim!);
        var name = TextList.And(again.Subjects.Select(subject => subject.Service.Name));
        return new Finding(
            Rule,
            Severity.Information,
            again.Subjects[0].Span,
            $"This row repeats a row above: {name} at {again.Layers}. Remove one of them, or write how they differ.",
            [new(first.Subjects[0].Span, $"The first row: {name} at {first.Layers}.")],
            Removal(source, table, index) is { } edit ? [new("Remove this row", [edit], IsPreferred: true)] : [],
            IsUnnecessary: true);
    }

    /// <summary>The edit that takes the row away; null where rows around it would then say something else.</summary>
    private static Edit? Removal(SourceText source, StudyTable table, int index)
    {
        var row = table.Rows[index];
        var isShared = row.Cells.Length != table.Columns.Length || row.Cells.Any(cell => !row.Span.Contains(cell.Area));
        var isNeeded = !row.Claim!.IsInherited && index + 1 < table.Rows.Length && table.Rows[index + 1].Claim is { IsInherited: true };
        if (isShared || isNeeded || table.Format == TableFormat.Grid)
        {
            return null;
        }

        // The lines that the row fills alone go with their ends.
        var (first, last) = (source.Line(source.LineOf(row.Span.Start)), source.Line(source.LineOf(row.Span.End)));
        var isAlone = source.Slice(new(first.Start, row.Span.Start - first.Start)).IsWhiteSpace()
            && source.Slice(new(row.Span.End, last.End - row.Span.End)).IsWhiteSpace();
        if (!isAlone)
        {
            return table.Format == TableFormat.Html ? new(row.Span, "") : null;
        }

        var next = source.LineOf(row.Span.End) + 1;
        return next < source.LineCount
            ? new(TextSpan.FromBounds(first.Start, source.Line(next).Start), "")
            : new(TextSpan.FromBounds(source.Line(source.LineOf(row.Span.Start) - 1).End, last.End), "");
    }

    // Code, images and links say more than their words: they are compared as they are written.
    private static ReadOnlySpan<char> Opaque(SourceText source, TableCell? cell) =>
        cell is not null && source.Slice(cell.Area).Trim() is var markup && markup.ContainsAny("`[<") ? markup : [];

    // What a service cell says beside the names of its services.
    private static string Around(SourceText source, TableRow row, TableCell? cell)
    {
        if (cell is null)
        {
            return "";
        }

        var rest = new StringBuilder();
        var at = cell.Area.Start;
        foreach (var subject in row.Claim!.Subjects.Where(subject => cell.Area.Contains(subject.Span)).OrderBy(subject => subject.Span.Start))
        {
            rest.Append(source.Slice(TextSpan.FromBounds(at, Math.Max(at, subject.Span.Start)))).Append(' ');
            at = Math.Max(at, subject.Span.End);
        }

        return Letters(Tag().Replace(rest.Append(source.Slice(TextSpan.FromBounds(at, cell.Area.End))).ToString(), " "));
    }

    // "✓" and "✗" say something; a full stop, a dash or emphasis does not.
    private static string Letters(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit) && !char.IsPunctuation(unit) && unit is not ('`' or '~' or '|'))).ToUpperInvariant();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
