using System.Text.Json;

namespace Stratus.Protocol;

/// <summary>A place in a document where something can be written, and why the client asks.</summary>
/// <param name="TextDocument">The document.</param>
/// <param name="Position">The place.</param>
/// <param name="Context">Why the client asks, or null where it does not say.</param>
public sealed record CompletionParams(TextDocumentIdentifier TextDocument, Position Position, CompletionContext? Context = null);

/// <summary>Why a client asks for a list.</summary>
/// <param name="TriggerKind">What made it ask.</param>
/// <param name="TriggerCharacter">The character that was typed, where one made it ask.</param>
public sealed record CompletionContext(CompletionTriggerKind TriggerKind, string? TriggerCharacter = null);

/// <summary>What makes a client ask for a list.</summary>
public enum CompletionTriggerKind
{
    /// <summary>A person, or an identifier that is typed.</summary>
    Invoked = 1,
    /// <summary>One of the server's trigger characters was typed.</summary>
    TriggerCharacter = 2,
    /// <summary>Typing went on in a list that was not complete.</summary>
    TriggerForIncompleteCompletions = 3,
}

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
/// <param name="InsertTextFormat">How what it writes is read; null is plain text.</param>
/// <param name="InsertTextMode">Whether lines are indented as they are written; null leaves that to the client.</param>
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
    InsertTextFormat? InsertTextFormat = null,
    InsertTextMode? InsertTextMode = null,
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
    /// <summary>A class: a row, for clients that know no structures.</summary>
    Class = 7,
    /// <summary>A module: a service.</summary>
    Module = 9,
    /// <summary>A property: a key of the front matter.</summary>
    Property = 10,
    /// <summary>A value: a sentence for a cell.</summary>
    Value = 12,
    /// <summary>An enumeration: layers and rules, for clients that know no members of one.</summary>
    Enum = 13,
    /// <summary>A keyword: a word that disables rules.</summary>
    Keyword = 14,
    /// <summary>A snippet: a row to fill in.</summary>
    Snippet = 15,
    /// <summary>A reference: not used, and the last kind that the first version of the protocol had.</summary>
    Reference = 18,
    /// <summary>A member of an enumeration: a layer, a rule.</summary>
    EnumMember = 20,
    /// <summary>A structure: a row of a table.</summary>
    Struct = 22,
}

/// <summary>How a client reads what an item writes.</summary>
public enum InsertTextFormat
{
    /// <summary>As it is.</summary>
    PlainText = 1,
    /// <summary>With places to fill in.</summary>
    Snippet = 2,
}

/// <summary>What a client does with the indentation of what an item writes.</summary>
public enum InsertTextMode
{
    /// <summary>Nothing.</summary>
    AsIs = 1,
    /// <summary>It adds that of the line.</summary>
    AdjustIndentation = 2,
}

/// <summary>The one tag that completion items have.</summary>
public static class CompletionItemTag
{
    /// <summary>Should not be used.</summary>
    public const int Deprecated = 1;
}
