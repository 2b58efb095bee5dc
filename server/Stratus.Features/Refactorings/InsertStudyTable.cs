using System.Collections.Immutable;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Markup;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Refactorings;

/// <summary>Writes a study table on a blank line: the services that the catalog teaches with each layer, in the style of the note's other tables.</summary>
internal static class InsertStudyTable
{
    private const int MostOfLayer = 4;
    private static readonly (string Words, ColumnRole Role)[] UsualHeader =
        [("OSI Layer", ColumnRole.Layer), ("AWS Service", ColumnRole.Service), ("What It Does", ColumnRole.Description)];

    /// <summary>The tables that can be written on the line: one of the layers that the heading above names, and one of all seven.</summary>
    public static ImmutableArray<Refactoring> At(Workspace workspace, Note note, TextSpan span)
    {
        var line = note.Source.Line(note.Source.LineOf(span.Start));
        if (span.Length > 0 || !note.Source.Slice(line).IsWhiteSpace() || note.KindAt(span.Start) != TextKind.Prose)
        {
            return [];
        }

        var refactorings = ImmutableArray.CreateBuilder<Refactoring>(2);
        if (LayersAbove(note, line.Start) is { IsEmpty: false, Count: < 7 } layers)
        {
            Add($"Insert a study table for {Names(layers)}", layers);
        }

        Add("Insert a study table of all seven layers", LayerSet.All);
        return refactorings.ToImmutable();

        void Add(string title, LayerSet wanted)
        {
            if (Edit(workspace, note, line, wanted) is { } edit)
            {
                refactorings.Add(new(title, RefactoringKind.InsertTable, [edit]));
            }
        }
    }

    private static LayerSet LayersAbove(Note note, int offset) => note.Headings.LastOrDefault(heading => heading.Span.End <= offset) is { } heading
        ? note.MentionsIn(heading.Title)
            .Where(mention => mention is { Layers: not null, Weight: MentionWeight.Certain } && heading.Title.Contains(mention.Span))
            .Aggregate(default(LayerSet), (all, mention) => all | mention.Layers!.Layers)
        : default;

    private static string Names(LayerSet layers)
    {
        var names = layers.Select(layer => $"L{layer}").ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static Edit? Edit(Workspace workspace, Note note, TextSpan line, LayerSet layers)
    {
        var model = note.Tables.LastOrDefault(table => table is { IsOsi: true, Header: not null, Format: not TableFormat.Grid }
            && table.ColumnOf(ColumnRole.Layer) >= 0 && table.ColumnOf(ColumnRole.Service) >= 0);
        var format = note.Tables.Count(table => table.Format == TableFormat.Html) * 2 > note.Tables.Count ? TableFormat.Html : TableFormat.Pipe;
        var rows = Rows(workspace, note, model, format, layers);
        var lines = new TableLines(line, "");
        var columns = rows[0].Select(_ => ColumnAlignment.None).ToImmutableArray();
        var edit = lines.Replace(note.Source, format == TableFormat.Html
            ? TableMarkup.Html(TableMarkup.StartTagOfOthers(note, null), columns, rows)
            : TableMarkup.Pipe(columns, rows));
        return Adds(note, NoteMeaning.After(note, [edit]), line.Start, rows.Count - 1) ? edit : null;
    }

    private static List<ImmutableArray<string>> Rows(Workspace workspace, Note note, StudyTable? model, TableFormat format, LayerSet layers)
    {
        var header = model is { Header: { } written } && written.Cells.Length == 3 && UsualHeader.All(column => model.Columns.Contains(column.Role))
            ? [.. written.Cells.OrderBy(cell => cell.Column).Select(cell => (cell.Text, model.Columns[cell.Column]))]
            : UsualHeader;
        var layerStyle = model is null ? new LayerColumnStyle("L", " ", "", ColumnEmphasis.None) : LayerColumnStyle.Of(note, model, model.ColumnOf(ColumnRole.Layer));
        var serviceStyle = model is null ? default : ServiceColumnStyle.Of(note.Source, model, model.ColumnOf(ColumnRole.Service));
        var isSame = model?.Format == format;
        var rows = new List<ImmutableArray<string>> { ImmutableArray.Create([.. header.Select(column => CellMarkup.Write(column.Item1, format))]) };
        var isDown = model is null || RowLayers.Of(note, model, out _) is not { } walk || RowLayers.Direction(walk) < 0;
        foreach (var number in isDown ? layers.Reverse() : layers)
        {
            var layer = workspace.Catalog.Layer(number);
            var services = layer.Examples.Select(workspace.Catalog.FindService).OfType<Service>().Where(service => !Standing.HasEnded(service, workspace.Today)).Take(MostOfLayer).ToList();
            foreach (var service in services.DefaultIfEmpty(null))
            {
                rows.Add(
                [
                    .. header.Select(column => column.Item2 switch
                    {
                        ColumnRole.Layer => Around(layerStyle.Emphasis, CellMarkup.Write(layerStyle.Write(layer), format)),
                        ColumnRole.Service => service is null ? "" : Around(serviceStyle.Emphasis, CellMarkup.Write(serviceStyle.Write(service), format)),
                        // No service works at this layer that one would learn it by.
                        _ => CellMarkup.Write(service?.Summary ?? layer.Function, format),
                    }),
                ]);
            }
        }

        return rows;

        string Around(ColumnEmphasis emphasis, string words) => isSame && emphasis != default ? emphasis.Around(words) : words;
    }

    // What is written is a study table, and nothing else of the note has changed.
    private static bool Adds(Note before, Note after, int offset, int rows)
    {
        var added = after.Tables.Where(table => table.Span.End > offset).FirstOrDefault();
        return added is not null
            && after.Tables.Count == before.Tables.Count + 1
            && added.Rows.Length == rows
            && added.ColumnOf(ColumnRole.Layer) >= 0 && added.ColumnOf(ColumnRole.Service) >= 0
            && after.Headings.Select(heading => heading.Text).SequenceEqual(before.Headings.Select(heading => heading.Text), StringComparer.Ordinal)
            && Tables(after.Tables.Where(table => table != added)).SequenceEqual(Tables(before.Tables), StringComparer.Ordinal);

        static IEnumerable<string> Tables(IEnumerable<StudyTable> tables) => tables.Select(table => NoteMeaning.Head(table) + string.Concat(table.Rows.Select(row => "\n" + NoteMeaning.Words(table, row))));
    }
}
