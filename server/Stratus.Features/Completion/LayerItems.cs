using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stratus.Features.Editing;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Completion;

/// <summary>Items that are OSI layers.</summary>
internal static partial class LayerItems
{
    /// <summary>What can stand in a cell of a layer column, in the table's own style: the layer of the row's service first.</summary>
    public static CompletionResult InCell(Workspace workspace, Note note, CompletionPlace place, int offset, CompletionTrigger trigger)
    {
        if (trigger.IsTyped && (trigger.Typed == ' ' || trigger.OpensCell) && !place.IsEmpty)
        {
            return CompletionResult.Empty;
        }

        var style = LayerColumnStyle.Of(note, place.Table, place.Cell.Column);
        var insert = TextSpan.FromBounds(StartOf(note.Source, place.Words.Start, offset), offset);
        var replace = TextSpan.FromBounds(insert.Start, place.Words.End);
        var typed = note.Source.Slice(insert).ToString();
        if (!trigger.IsAsked && workspace.Catalog.Layers.Any(layer => IsWhole(layer, typed.Trim())))
        {
            return CompletionResult.Empty;
        }

        var emphasis = place.IsBlank(note.Source) ? style.Emphasis : ColumnEmphasis.None;
        var items = ImmutableArray.CreateBuilder<CompletionItem>(8);
        foreach (var layer in Ordered(workspace.Catalog, place))
        {
            var text = style.Write(layer);
            if (FilterText(layer, text, typed) is { } filter)
            {
                items.Add(Item(layer, text, DetailOf(layer, text), Before(layer, filter, typed.Length), emphasis.Around(text), insert, replace));
            }
        }

        // The layer to teach first stays in front; both of them come next.
        if (place.Subjects is [var (service, _), ..] && service.ShownLayers is { All.Count: 2 } two && insert.Start == place.Words.Start)
        {
            var text = LayerPairStyle.Of(note, place.Table, place.Cell.Column, style).Write(two.All, workspace.Catalog);
            if (text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            {
                var both = string.Join(", ", two.All.Select(layer => workspace.Catalog.Layer(layer).Name));
                items.Insert(Math.Min(1, items.Count), Item(workspace.Catalog.Layer(two.Primary), text, both, Before(workspace.Catalog.Layer(two.Primary), typed + text[typed.Length..], typed.Length), emphasis.Around(text), insert, replace));
            }
        }

        return new CompletionResult(items.ToImmutable(), IsIncomplete: !trigger.IsTyped);
    }

    /// <summary>What completes a layer in running text: after <c>layer </c>, and after <c>L</c> with a digit.</summary>
    public static CompletionResult InText(Workspace workspace, Note note, int from, int offset, CompletionTrigger trigger)
    {
        if (trigger.IsTyped && !(note.SpeaksOfAws && trigger.Typed == ' '))
        {
            return CompletionResult.Empty;
        }

        var match = Typed().Match(note.Source.Slice(TextSpan.FromBounds(from, offset)).ToString());
        // "layer 4" and "L4" say all that there is to say. "| OSI Layer |" is the header of a table to be.
        if (!match.Success || (!trigger.IsAsked && match.Groups["number"].Length > 0)
            || (trigger.IsTyped && note.Source.Slice(new(from, offset - from)).TrimStart().StartsWith("|")))
        {
            return CompletionResult.Empty;
        }

        var insert = TextSpan.FromBounds(from + match.Index, offset);
        var replace = TypedText.Replace(note, insert);
        var word = match.Groups["word"].Value;
        var items = ImmutableArray.CreateBuilder<CompletionItem>();
        foreach (var layer in workspace.Catalog.Layers)
        {
            if (match.Groups["number"].Value is { Length: > 0 } number && number[0] - '0' != layer.Number)
            {
                continue;
            }

            foreach (var text in word == "L" ? [$"L{layer.Number}", LayerText.Label(layer)] : (ReadOnlySpan<string>)[$"{word}{layer.Number}"])
            {
                items.Add(Item(layer, text, DetailOf(layer, text), Before(layer, text, insert.Length), text, insert, replace));
            }
        }

        return new CompletionResult(items.ToImmutable(), IsIncomplete: !trigger.IsTyped);
    }

    private static IEnumerable<OsiLayer> Ordered(Catalog catalog, CompletionPlace place)
    {
        var ofService = place.Subjects is [var (service, _), ..] ? service.ShownLayers : null;
        // Tables of the model begin at the top, unless this one has begun at the bottom.
        var first = place.Table.Rows.Select(row => row.Claim?.Layers.Lowest ?? 0).FirstOrDefault(layer => layer != 0);
        var last = place.Table.Rows.Select(row => row.Claim?.Layers.Lowest ?? 0).LastOrDefault(layer => layer != 0);
        return catalog.Layers
            .OrderBy(layer => ofService is null ? 0 : layer.Number == ofService.Primary ? 0 : ofService.All.Contains(layer.Number) ? 1 : 2)
            .ThenBy(layer => first < last ? layer.Number : -layer.Number);
    }

    // "L3/|": each half of a pair is a layer of its own.
    private static int StartOf(SourceText source, int from, int offset)
    {
        var at = source.Slice(new(from, offset - from)).LastIndexOfAny("/,&*_") + from + 1;
        at = at > from ? at : from;
        while (at < offset && source[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    /// <summary>The way to write the layer that what is typed begins, its beginning just as typed; null where it begins none.</summary>
    private static string? FilterText(OsiLayer layer, string text, string typed)
    {
        foreach (var way in (IEnumerable<string>)[text, .. Ways(layer)])
        {
            if (way.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            {
                return typed + way[typed.Length..];
            }
        }

        return null;
    }

    /// <summary>What a client may compare with what is typed on: all that stands before the layer is there in full.</summary>
    private static string Before(OsiLayer layer, string filter, int typed)
    {
        for (var end = Math.Max(typed, 1) + 1; end <= filter.Length; end++)
        {
            if (IsWhole(layer, filter[..end]))
            {
                return filter[..(end - 1)];
            }
        }

        return filter;
    }

    private static bool IsWhole(OsiLayer layer, string typed) =>
        typed.Equals($"L{layer.Number}", StringComparison.OrdinalIgnoreCase) || Ways(layer).Contains(typed, StringComparer.OrdinalIgnoreCase);

    private static string[] Ways(OsiLayer layer) => [$"L{layer.Number} {layer.Name}", $"Layer {layer.Number}", layer.Name, $"{layer.Number}"];

    private static string? DetailOf(OsiLayer layer, string text) =>
        text.Contains(layer.Name, StringComparison.OrdinalIgnoreCase) ? null : layer.Name;

    private static CompletionItem Item(OsiLayer layer, string label, string? detail, string filter, string text, TextSpan insert, TextSpan replace) =>
        new(layer.Id, CompletionKind.Layer, label, detail, "OSI layer", filter, text, insert, replace, IsDeprecated: false);

    [GeneratedRegex(@"(?<![\w-])(?:(?<word>[Ll]ayer[ -])(?<number>[1-7]?)|(?<word>L)(?<number>[1-7]))$")]
    private static partial Regex Typed();
}
