using System.Collections.Immutable;
using Stratus.Features.Hover.Cards;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>What made a client ask for a list.</summary>
/// <param name="Typed">The character that was typed last, before the cursor; null where no character opens the list.</param>
/// <param name="GoesOn">True where someone types on while a list is open, whoever opened it.</param>
public readonly record struct CompletionTrigger(char? Typed, bool GoesOn = false)
{
    /// <summary>A person asked for the list.</summary>
    public static CompletionTrigger Invoked => default;

    /// <summary>A person types on in a list that is open.</summary>
    public static CompletionTrigger Continued => new(null, GoesOn: true);

    /// <summary>True where nobody has asked for a list: only a sure hit may open one.</summary>
    public bool IsTyped => Typed is not null;

    /// <summary>
    /// True where a person has just asked. Only then may a list stand after a name or a layer that is written in full:
    /// elsewhere Enter is to break the line and not to take an item.
    /// </summary>
    public bool IsAsked => Typed is null && !GoesOn;

    /// <summary>True for a character that opens a cell of a table.</summary>
    public bool OpensCell => Typed is '|' or '>';
}

/// <summary>What a completion item stands for.</summary>
public enum CompletionKind
{
    /// <summary>A service.</summary>
    Service,
    /// <summary>A layer.</summary>
    Layer,
    /// <summary>A word that disables rules.</summary>
    Directive,
    /// <summary>A rule.</summary>
    Rule,
    /// <summary>A key of the front matter.</summary>
    Key,
    /// <summary>What a service does, in a sentence.</summary>
    Description,
    /// <summary>A row of a table, with its service.</summary>
    Row,
    /// <summary>A row of a table, to be filled in.</summary>
    EmptyRow,
}

/// <summary>An item of a completion list.</summary>
/// <param name="TermId">The id of the term, or of a rule or a word that disables rules: what <see cref="Completions.Resolve"/> takes; null for what stands for none.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Label">What the list shows.</param>
/// <param name="Detail">Shown after the label, less prominent: <c>L4 Transport</c>; or null.</param>
/// <param name="Description">Shown at the end of the line: the category; or null.</param>
/// <param name="FilterText">
/// What typed text is compared with. It begins with what is typed, and ends before a name or a layer is there in full: by the
/// letter that makes it so the client itself drops the item, before an Enter can take it.
/// </param>
/// <param name="InsertText">What is written.</param>
/// <param name="Insert">What an insertion replaces: up to the cursor.</param>
/// <param name="Replace">What an overwriting insertion replaces: the word under the cursor too. Contains <paramref name="Insert"/>; both stand in one line.</param>
/// <param name="IsDeprecated">True for what has ended.</param>
/// <param name="Snippet">The same as <paramref name="InsertText"/> with places to fill in, in the syntax of LSP's snippets; null where there are none.</param>
public sealed record CompletionItem(
    string? TermId,
    CompletionKind Kind,
    string Label,
    string? Detail,
    string? Description,
    string FilterText,
    string InsertText,
    TextSpan Insert,
    TextSpan Replace,
    bool IsDeprecated,
    string? Snippet = null);

/// <summary>A completion list.</summary>
/// <param name="Items">Best first; the server keeps this order.</param>
/// <param name="IsIncomplete">
/// True if the client is to ask again for every character: more typing can bring items that are not in the list, or it is
/// for the server to close it where a name is there in full.
/// </param>
public sealed record CompletionResult(ImmutableArray<CompletionItem> Items, bool IsIncomplete = true)
{
    /// <summary>A list of services stays under a hundred: nobody reads more.</summary>
    internal const int MostItems = 99;

    /// <summary>Nothing to offer.</summary>
    public static CompletionResult Empty { get; } = new([]);
}

/// <summary>Completion: names of services and layers, and what disables rules, by the place where the cursor stands.</summary>
public static class Completions
{
    /// <summary>What can be written at the offset; in comments and front matter only what disables rules, in code, addresses and tags nothing.</summary>
    /// <param name="workspace">What may be known beside the note.</param>
    /// <param name="note">The note.</param>
    /// <param name="offset">Where the cursor is.</param>
    /// <param name="trigger">What made the client ask.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CompletionResult At(
        Workspace workspace, Note note, int offset, CompletionTrigger trigger = default, CancellationToken cancellation = default)
    {
        // Between the two characters of a line end nothing can be written.
        if (offset > note.Source.Line(note.Source.LineOf(offset)).End || (trigger.IsTyped && !MayAnswer(workspace, trigger))
            || (!trigger.IsAsked && WholeName.EndsAt(workspace.Catalog, note.Source, offset)))
        {
            return CompletionResult.Empty;
        }

        var found = Find(workspace, note, offset, trigger, cancellation);
        return !trigger.IsAsked && found.Items.Any(item => item.Kind is CompletionKind.Directive or CompletionKind.Rule or CompletionKind.Key or CompletionKind.Description
            && note.Source.Slice(item.Insert).Equals(item.FilterText, StringComparison.OrdinalIgnoreCase))
            ? CompletionResult.Empty
            : found;
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

    private static CompletionResult Find(
        Workspace workspace, Note note, int offset, CompletionTrigger trigger, CancellationToken cancellation)
    {
        if (DirectiveItems.At(workspace, note, offset, trigger.IsTyped) is { } directives)
        {
            return directives;
        }

        cancellation.ThrowIfCancellationRequested();
        var place = CompletionPlace.Find(note, offset);
        if (RowItems.At(workspace, note, offset, trigger) is { } rows)
        {
            // A line that only holds "|" begins a row, and its first cell too.
            return place is null ? rows : RowItems.WithCell(rows, InPlace(workspace, note, place, offset, trigger), place);
        }

        return InPlace(workspace, note, place, offset, trigger);
    }

    private static CompletionResult InPlace(Workspace workspace, Note note, CompletionPlace? place, int offset, CompletionTrigger trigger)
    {
        // An empty cell is only the markup around it, so its kind of text says little.
        var kind = note.KindAt(offset);
        if ((place is not { IsEmpty: true } && !IsText(kind)) || Unfinished.IsMarkup(note.Source, offset)
            || (trigger.IsTyped && Unfinished.IsOnItsWay(note.Source, offset)))
        {
            return CompletionResult.Empty;
        }

        // A table with a column of names need not be about services: unasked, its cells are text like other text.
        var role = trigger.IsTyped && place is not null && !place.IsOfServices(note) ? ColumnRole.Other : place?.Role;
        return role switch
        {
            ColumnRole.Service => ServiceItems.InCell(workspace, note, place!, offset, trigger),
            ColumnRole.Layer when place!.Table.IsOsi => LayerItems.InCell(workspace, note, place, offset, trigger),
            ColumnRole.Description when DescriptionItems.InCell(note, place!, offset, trigger) is { } sentences => sentences,
            _ => InText(workspace, note, place, offset, trigger, kind),
        };
    }

    private static CompletionResult InText(
        Workspace workspace, Note note, CompletionPlace? place, int offset, CompletionTrigger trigger, TextKind kind)
    {
        if (trigger.OpensCell)
        {
            return CompletionResult.Empty;
        }

        var from = place?.Words.Start ?? note.Source.Line(note.Source.LineOf(offset)).Start;
        var setting = kind == TextKind.Diagram ? DiagramPlace.SettingAt(note.Source, offset) : NameSetting.Text;
        return setting == NameSetting.Text && LayerItems.InText(workspace, note, from, offset, trigger) is { Items.IsEmpty: false } layers
            ? layers
            : ServiceItems.InText(workspace, note, new(from, offset, setting, kind is TextKind.Heading or TextKind.Diagram), trigger);
    }

    private static bool MayAnswer(Workspace workspace, CompletionTrigger trigger) =>
        trigger.OpensCell
        || (workspace.Settings.CompleteAsYouType && (trigger.Typed == ' ' || char.IsAsciiLetterOrDigit(trigger.Typed.GetValueOrDefault())));

    private static bool IsText(TextKind kind) =>
        kind is TextKind.Prose or TextKind.Heading or TextKind.TableCell or TextKind.LinkText or TextKind.HtmlText or TextKind.Diagram;
}
