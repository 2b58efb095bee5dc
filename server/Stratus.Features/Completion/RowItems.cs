using System.Collections.Immutable;
using System.Globalization;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Markup;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Completion;

/// <summary>Items that are whole rows of a study table, in the table's own markup.</summary>
internal static class RowItems
{
    private const int MostRows = 10;
    private const int FewestAsked = 2;
    private const int FewestTyped = 3;

    /// <summary>
    /// The rows that can be begun at the offset: an empty one to fill in, and those of services of the layer above that the
    /// table lacks, or of the services whose name is begun there. Null where no row can stand or none is meant.
    /// </summary>
    public static CompletionResult? At(Workspace workspace, Note note, int offset, CompletionTrigger trigger)
    {
        if (trigger.Typed == ' ' || RowPlace.Find(note, offset) is not { } place || !MayOpen(place, trigger)
            || RowTemplate.Of(note.Source, place.Table, place.Above) is not { } template)
        {
            return null;
        }

        var writer = new RowWriter(workspace, note, place, template);
        var rows = Matches(workspace, place, writer).Select(match => writer.Filled(match));
        ImmutableArray<CompletionItem> items = place.Words.Length == 0 ? [writer.Empty(), .. rows] : [.. rows];
        // An empty line may begin all rows.
        return items.IsEmpty ? null : new(items, !trigger.IsTyped || place.Words.Length == 0 || items.Length == MostRows);
    }

    /// <summary>Rows together with what the first cell of a row that is begun may hold.</summary>
    public static CompletionResult WithCell(CompletionResult rows, CompletionResult cell, CompletionPlace place)
    {
        var isIncomplete = rows.IsIncomplete || cell.IsIncomplete;
        if (rows.Items[0].Kind != CompletionKind.EmptyRow)
        {
            return new([.. cell.Items, .. rows.Items], isIncomplete);
        }

        // Seven layers are soon passed; a whole list of services is not.
        return place.Role == ColumnRole.Layer
            ? new([rows.Items[0], .. cell.Items, .. rows.Items[1..]], isIncomplete)
            : new([.. rows.Items, .. cell.Items.Take(CompletionResult.MostItems - rows.Items.Length)], isIncomplete);
    }

    // An empty line opens no list by itself; a bar at its start, the tag of a row and the beginning of a name do.
    private static bool MayOpen(RowPlace place, CompletionTrigger trigger) => !trigger.IsTyped
        || (trigger.OpensCell ? place is { Words.Length: 0, Marks.Length: > 0 } : place is { Words.Length: >= FewestTyped, Marks.Length: 0 });

    private static IEnumerable<NameMatch> Matches(Workspace workspace, RowPlace place, RowWriter writer)
    {
        if (place.Words.Length > 0)
        {
            var named = place.Words.Length < FewestAsked ? [] : NameMatch.Find(workspace.Catalog.Names, place.Words);
            return Ranking.Of(workspace, named, writer.LayersAbove, writer.Present).Take(MostRows);
        }

        var ofLayer = workspace.Catalog.Services
            .Where(service => service.ShownLayers is { } layers && layers.All.Overlaps(writer.LayersAbove)
                && !writer.Present.Contains(service.Id) && !Standing.HasEnded(service, workspace.Today))
            .Select(service => new NameMatch(service, MatchRank.Name, service.Name))
            .ToList();
        return Ranking.Of(workspace, ofLayer, writer.LayersAbove, writer.Present).Take(MostRows);
    }

    /// <summary>Writes rows of one table at one place.</summary>
    private sealed class RowWriter
    {
        private readonly Workspace _workspace;
        private readonly RowPlace _place;
        private readonly RowTemplate _template;
        private readonly ServiceColumnStyle _services;
        private readonly LayerColumnStyle _layers;
        private readonly int _layerColumn;
        private readonly bool _leavesLayersOut;
        private readonly TextSpan _insert;
        private readonly TextSpan _replace;
        private readonly string _indentation;

        public RowWriter(Workspace workspace, Note note, RowPlace place, RowTemplate template)
        {
            (_workspace, _place, _template) = (workspace, place, template);
            var table = place.Table;
            _services = ServiceColumnStyle.Of(note.Source, table, table.ColumnOf(ColumnRole.Service));
            _layerColumn = table.IsOsi ? table.ColumnOf(ColumnRole.Layer) : -1;
            _layers = _layerColumn < 0 ? default : LayerColumnStyle.Of(note, table, _layerColumn);
            _leavesLayersOut = table.Rows.Any(row => row.Claim is { IsInherited: true, Layers.IsEmpty: false });
            LayersAbove = place.Above >= 0 && table.Rows[place.Above].Claim is { } claim ? claim.Layers : default;
            Present = ServiceItems.PresentIn(table, -1);

            // Indentation that is there already stays, so that what is compared with what is typed begins with it.
            var typed = note.Source.Slice(place.Line);
            var there = typed[..(typed.Length - typed.TrimStart().Length)];
            var isIndented = there.SequenceEqual(template.Indentation);
            _indentation = isIndented ? "" : template.Indentation;
            _insert = TextSpan.FromBounds(place.Line.Start + (isIndented ? there.Length : 0), place.Line.End);
            _replace = TextSpan.FromBounds(_insert.Start, place.LineEnd);
        }

        /// <summary>The layers of the row above, its own or inherited.</summary>
        public LayerSet LayersAbove { get; }

        /// <summary>Ids of the services that have a row.</summary>
        public HashSet<string> Present { get; }

        /// <summary>A row with places to fill in.</summary>
        public CompletionItem Empty()
        {
            var stops = new string[_place.Table.Columns.Length];
            var blanks = new string[stops.Length];
            for (var column = 0; column < stops.Length; column++)
            {
                var number = (column + 1).ToString(CultureInfo.InvariantCulture);
                (stops[column], blanks[column]) = _place.Table.Columns[column] switch
                {
                    ColumnRole.Layer when column == _layerColumn && !_leavesLayersOut => Stop(_layers.Emphasis, $"${{{number}|{Choices()}|}}"),
                    ColumnRole.Service => Stop(_services.Emphasis, $"${number}"),
                    _ => ($"${number}", ""),
                };
            }

            return new(
                null,
                CompletionKind.EmptyRow,
                "New row",
                null,
                "table",
                $"{_place.Marks} New row".TrimStart(),
                _indentation + _template.Write(blanks, markup => markup),
                _insert,
                _replace,
                IsDeprecated: false,
                Escape(_indentation) + _template.Write(stops, Escape));
        }

        /// <summary>The row of a service.</summary>
        public CompletionItem Filled(NameMatch match)
        {
            var service = match.Service;
            var name = _services.Write(service);
            var cells = new string[_place.Table.Columns.Length];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = _place.Table.Columns[column] switch
                {
                    ColumnRole.Layer when column == _layerColumn => LayerOf(service),
                    ColumnRole.Service => _services.Emphasis.Around(CellMarkup.Write(name, _place.Table.Format)),
                    ColumnRole.Description => CellMarkup.Write(service.Summary, _place.Table.Format),
                    _ => "",
                };
            }

            var typed = _place.Words;
            var filter = typed.Length == 0
                ? $"{_place.Marks} {name}".TrimStart()
                : _place.Marks + WholeName.Before(_workspace.Catalog.Names, ServiceItems.FilterText(typed, match, name), typed.Length);
            return new(
                service.Id,
                CompletionKind.Row,
                name,
                service.ShownLayers is { } layers ? LayerText.Label(_workspace.Catalog, layers.Primary) : null,
                "new row",
                filter,
                _indentation + _template.Write(cells, markup => markup),
                _insert,
                _replace,
                Standing.HasEnded(service, _workspace.Today));
        }

        private static (string Stop, string Blank) Stop(ColumnEmphasis emphasis, string stop) => (Escape(emphasis.Open) + stop + Escape(emphasis.Close), emphasis.Around(""));

        private string LayerOf(Service service)
        {
            if (service.ShownLayers is not { } layers || (_leavesLayersOut && LayersAbove.Overlaps(layers.All)))
            {
                return "";
            }

            var fitting = layers.All.Where(LayersAbove.Contains).DefaultIfEmpty(layers.Primary).ToList();
            return _layers.Emphasis.Around(_layers.Write(_workspace.Catalog.Layer(fitting.Contains(layers.Primary) ? layers.Primary : fitting[0])));
        }

        // The layer of the row above first: rows of one layer mostly follow each other.
        private string Choices() => string.Join(',', _workspace.Catalog.Layers
            .OrderByDescending(layer => LayersAbove.Contains(layer.Number))
            .ThenByDescending(layer => layer.Number)
            .Select(layer => _layers.Write(layer).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)));

        private static string Escape(string text) => text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal)
            .Replace("}", "\\}", StringComparison.Ordinal);
    }
}
