using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Folder;

/// <summary>What a note says of services and layers, as far as the cards of other notes show it: small, so that thousands can be kept.</summary>
/// <param name="Address">The address (URI) of the note.</param>
/// <param name="Placements">What it places, in the order of the text.</param>
public sealed record NoteDigest(string Address, ImmutableArray<NotedPlacement> Placements)
{
    /// <summary>What it places, by service and layers, in the order in which these come first.</summary>
    internal ImmutableArray<NotedPlaces> Places { get; } = NotedPlaces.Of(Address, Placements);

    /// <summary>The digest of a note.</summary>
    public static NoteDigest Of(string address, Note note) =>
        new(address, [.. note.Placements.SelectMany(placement => NotedPlacement.Of(note, placement))]);
}

/// <summary>A service, the layers that a note places it at, and where.</summary>
/// <param name="ServiceId">The id of the service.</param>
/// <param name="Layers">The layers; at least one.</param>
/// <param name="Line">The line of its name, from 0.</param>
/// <param name="Words">What else the row or the line says of it, in plain words and perhaps cut short; empty where it says nothing.</param>
public sealed record NotedPlacement(string ServiceId, LayerSet Layers, int Line, string Words)
{
    private const int MostWords = 96;
    private const int FewestWords = 3;

    /// <summary>One for each service of a placement.</summary>
    public static IEnumerable<NotedPlacement> Of(Note note, Placement placement) =>
        placement.Subjects.Select(subject => new NotedPlacement(
            subject.Service.Id, placement.Layers, note.Source.LineOf(subject.Span.Start), WordsOf(note, placement, subject.Span)));

    private static string WordsOf(Note note, Placement placement, TextSpan name) =>
        Shorten(placement.Table < 0 ? LineWords(note, placement, name) : RowWords(note.Tables[placement.Table], placement.Span));

    // What the row says beside its layer and its service: the description, or otherwise all other cells.
    private static string RowWords(StudyTable table, TextSpan span)
    {
        // In a transposed table a placement is a cell, and beside it stands what is said of other services.
        if (table.RowAt(span) is not (>= 0 and var index) || table.Rows[index] is not { } row || row.Span != span)
        {
            return "";
        }

        if (row.CellIn(table, ColumnRole.Description) is { Text.Length: > 0 } described)
        {
            return described.Text;
        }

        return string.Join(" · ", row.Cells
            .Where(cell => cell.Text.Length > 0 && table.Columns.ElementAtOrDefault(cell.Column) is ColumnRole.Other or ColumnRole.Description)
            .Select(cell => cell.Text));
    }

    // "- **NLB (L4)** – balances connections": what stands after the dash or the colon.
    private static string LineWords(Note note, Placement placement, TextSpan name)
    {
        var after = note.Source.Slice(TextSpan.FromBounds(name.End, Math.Max(name.End, placement.Span.End)));
        var separator = after.IndexOfAny('–', '—', ':');
        if (separator < 0)
        {
            separator = after.IndexOf(" - ") is >= 0 and var hyphen ? hyphen + 1 : -1;
        }

        if (separator < 0)
        {
            return "";
        }

        var words = string.Join(' ', after[(separator + 1)..].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('*', '_', '`')));
        return words.Count(unit => unit == ' ') + 1 >= FewestWords ? words : "";
    }

    private static string Shorten(string words)
    {
        if (words.Length <= MostWords)
        {
            return words;
        }

        // At a space, so that neither a word nor a surrogate pair is cut.
        var end = words.LastIndexOf(' ', MostWords);
        if (end < MostWords / 2)
        {
            end = char.IsLowSurrogate(words[MostWords]) ? MostWords - 1 : MostWords;
        }

        return words[..end].TrimEnd(' ', ',', ';', ':', '–', '—', '·', '(') + "…";
    }
}
