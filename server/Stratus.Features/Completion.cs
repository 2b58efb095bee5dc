using System.Collections.Immutable;
using Stratus.Features.Cards;
using Stratus.Features.Completions;
using Stratus.Notes;

namespace Stratus.Features;

/// <summary>What a completion item stands for.</summary>
public enum CompletionKind
{
    /// <summary>A service.</summary>
    Service,
    /// <summary>A layer.</summary>
    Layer,
    /// <summary>A word that silences rules.</summary>
    Directive,
    /// <summary>A rule.</summary>
    Rule,
    /// <summary>A key of the front matter.</summary>
    Key,
}

/// <summary>An item of a completion list.</summary>
/// <param name="TermId">The id of the term, or of a rule or a word that silences rules: what <see cref="Completion.Resolve"/> takes.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Label">What the list shows.</param>
/// <param name="Detail">Shown behind the label, less prominent: <c>L4 Transport</c>; or null.</param>
/// <param name="Description">Shown at the end of the line: the category; or null.</param>
/// <param name="FilterText">What typed text is compared with.</param>
/// <param name="InsertText">What is written.</param>
/// <param name="Insert">What an insertion replaces: up to the cursor.</param>
/// <param name="Replace">What an overwriting insertion replaces: the word under the cursor too. Contains <paramref name="Insert"/>; both stand in one line.</param>
/// <param name="IsDeprecated">True for what has ended.</param>
public sealed record CompletionItem(
    string TermId,
    CompletionKind Kind,
    string Label,
    string? Detail,
    string? Description,
    string FilterText,
    string InsertText,
    TextSpan Insert,
    TextSpan Replace,
    bool IsDeprecated);

/// <summary>A completion list.</summary>
/// <param name="Items">Best first; the server keeps this order.</param>
/// <param name="IsIncomplete">True if more typing can bring items that are not in the list.</param>
public sealed record CompletionResult(ImmutableArray<CompletionItem> Items, bool IsIncomplete)
{
    /// <summary>Nothing to offer.</summary>
    public static CompletionResult Empty { get; } = new([], false);
}

/// <summary>Completion: names of services and layers, and what silences rules, by the place where the cursor stands.</summary>
public static class Completion
{
    /// <summary>What can be written at the offset; in comments and front matter only what silences rules, in code, addresses and tags nothing.</summary>
    public static CompletionResult At(Workspace workspace, Note note, int offset)
    {
        if (DirectiveItems.At(workspace, note, offset) is { } directives)
        {
            return directives;
        }

        var place = CompletionPlace.Find(note, offset);
        // An empty cell is nothing but the markup around it, so its kind of text says little.
        if (place is not { IsEmpty: true } && !IsText(note.KindAt(offset)))
        {
            return CompletionResult.Empty;
        }

        var from = place?.Words.Start ?? note.Source.Line(note.Source.LineOf(offset)).Start;
        return place?.Role switch
        {
            ColumnRole.Service => ServiceItems.InCell(workspace, note, place, offset),
            ColumnRole.Layer when place.Table.IsOsi => LayerItems.InCell(workspace, note, place, offset),
            _ => LayerItems.InText(workspace, note, from, offset) is { Items.IsEmpty: false } layers
                ? layers
                : ServiceItems.InText(workspace, note, from, offset),
        };
    }

    /// <summary>The card of an item, or the page of its rule; null where it is not known (any more).</summary>
    public static Card? Resolve(Workspace workspace, string termId)
    {
        if (workspace.Catalog.FindService(termId) is { } service)
        {
            return ServiceCard.Of(workspace, service);
        }

        return workspace.Catalog.Layers.FirstOrDefault(layer => layer.Id == termId) is { } found
            ? LayerCard.Of(workspace, found)
            : DirectiveItems.Resolve(termId);
    }

    private static bool IsText(TextKind kind) =>
        kind is TextKind.Prose or TextKind.Heading or TextKind.TableCell or TextKind.LinkText or TextKind.HtmlText or TextKind.Diagram;
}
