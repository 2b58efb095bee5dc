using System.Text.Json;

namespace Stratus.Protocol;

/// <summary>The answer to <c>textDocument/completion</c>.</summary>
public sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);

/// <summary>An item of a completion list.</summary>
/// <param name="Label">What the list shows.</param>
/// <param name="LabelDetails">What it shows beside the label, or null.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Tags">What is special about it, or null.</param>
/// <param name="Detail">What else it says, or null.</param>
/// <param name="Documentation">Its card, once it is resolved.</param>
/// <param name="Deprecated">True for what should not be used, where the client takes that and no tag.</param>
/// <param name="SortText">What the list is sorted by.</param>
/// <param name="FilterText">What typed text is compared with.</param>
/// <param name="TextEdit">What it writes.</param>
/// <param name="Data">What the server needs to resolve it.</param>
public sealed record CompletionItem(
    string Label,
    CompletionItemLabelDetails? LabelDetails = null,
    CompletionItemKind? Kind = null,
    int[]? Tags = null,
    string? Detail = null,
    MarkupContent? Documentation = null,
    bool? Deprecated = null,
    string? SortText = null,
    string? FilterText = null,
    CompletionEdit? TextEdit = null,
    JsonElement? Data = null);

/// <summary>What this server needs to resolve an item.</summary>
/// <param name="Id">What the item stands for.</param>
/// <param name="Uri">The document that it was offered in.</param>
public sealed record CompletionItemData(string Id, string Uri);

/// <summary>What a list shows beside a label.</summary>
public sealed record CompletionItemLabelDetails(string? Detail = null, string? Description = null);

/// <summary>A <c>TextEdit</c> (with <paramref name="Range"/>) or an <c>InsertReplaceEdit</c> (with the other two).</summary>
public sealed record CompletionEdit(string NewText, Range? Range = null, Range? Insert = null, Range? Replace = null);

/// <summary>The kinds of items that are used, by the protocol's numbers.</summary>
public enum CompletionItemKind
{
    /// <summary>A module: a service.</summary>
    Module = 9,
    /// <summary>A property: a key of the front matter.</summary>
    Property = 10,
    /// <summary>A keyword: a word that silences rules.</summary>
    Keyword = 14,
    /// <summary>A member of an enumeration: a layer, a rule.</summary>
    EnumMember = 20,
}

/// <summary>The one tag that completion items have.</summary>
public static class CompletionItemTag
{
    /// <summary>Should not be used.</summary>
    public const int Deprecated = 1;
}
