using System.Text.Json;
using Stratus.Protocol;

namespace Stratus.Server.Conversion;

/// <summary>How the client gives its settings.</summary>
internal sealed class ConfigurationSupport(WorkspaceClientCapabilities? client)
{
    /// <summary>Whether the client can be asked for settings.</summary>
    internal bool CanBeAsked { get; } = client?.Configuration == true;

    /// <summary>Whether the client wants to be asked to tell of changed settings.</summary>
    internal bool Registers { get; } = client?.DidChangeConfiguration?.DynamicRegistration == true;
}

/// <summary>What a hover may hold.</summary>
internal sealed class HoverSupport(HoverClientCapabilities? client)
{
    /// <summary>Whether it may be Markdown.</summary>
    internal bool Markdown { get; } = TextFormat.PrefersMarkdown(client?.ContentFormat);
}

/// <summary>How the client completes.</summary>
internal sealed class CompletionSupport(CompletionClientCapabilities? client)
{
    private readonly KnownKinds<CompletionItemKind> _kinds = new(client?.CompletionItemKind, CompletionItemKind.Reference);

    /// <summary>Whether the card of an item may be Markdown.</summary>
    internal bool Markdown { get; } = TextFormat.PrefersMarkdown(client?.CompletionItem?.DocumentationFormat);

    /// <summary>Whether an item may tell what to insert from what to replace.</summary>
    internal bool InsertReplace { get; } = client?.CompletionItem?.InsertReplaceSupport == true;

    /// <summary>Whether a list shows something beside its labels.</summary>
    internal bool LabelDetails { get; } = client?.CompletionItem?.LabelDetailsSupport == true;

    /// <summary>Whether an item may have places to fill in.</summary>
    internal bool Snippets { get; } = client?.CompletionItem?.SnippetSupport == true;

    /// <summary>Whether the client can be told to indent nothing by itself.</summary>
    internal bool KeepsIndentation { get; } =
        client?.CompletionItem?.InsertTextModeSupport?.ValueSet?.Contains((int)InsertTextMode.AsIs) == true;

    /// <summary>Whether an item may be tagged as deprecated.</summary>
    internal bool DeprecatedTag { get; } = client?.CompletionItem?.TagSupport?.ValueSet?.Contains(CompletionItemTag.Deprecated) == true;

    /// <summary>Whether an item may be marked as deprecated the older way.</summary>
    internal bool DeprecatedMark { get; } = client?.CompletionItem?.DeprecatedSupport == true;

    /// <summary>A kind, or where the client does not know it, the other.</summary>
    internal CompletionItemKind Kind(CompletionItemKind kind, CompletionItemKind other) => _kinds.Choose(kind, other);
}

/// <summary>Which code actions the client takes.</summary>
internal sealed class CodeActionSupport(CodeActionClientCapabilities? client, JsonElement? experimental)
{
    /// <summary>Whether the client takes code actions, and not only commands.</summary>
    internal bool Offered { get; } = client?.CodeActionLiteralSupport is not null;

    /// <summary>Whether the client asks for the edit of an action once it is chosen.</summary>
    internal bool Resolved { get; } = client is { DataSupport: true, ResolveSupport.Properties: { } resolved } && resolved.Contains("edit");

    /// <summary>Whether one may be the preferred one.</summary>
    internal bool Preferred { get; } = client?.IsPreferredSupport == true;

    /// <summary>Whether one may be shown that cannot be chosen, with the reason.</summary>
    internal bool Disabled { get; } = client?.DisabledSupport == true;

    /// <summary>Whether the client has the command that shows the page of a rule.</summary>
    internal bool ExplainsRules { get; } = HasCommand(experimental, ExplainCommand.Name);

    // {"commands": {"commands": ["stratus.explainRule"]}}, as other servers have it; clients may say anything here.
    private static bool HasCommand(JsonElement? experimental, string name) =>
        experimental is { ValueKind: JsonValueKind.Object } all
        && all.TryGetProperty("commands", out var commands) && commands.ValueKind == JsonValueKind.Object
        && commands.TryGetProperty("commands", out var list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().Any(command => command.ValueKind == JsonValueKind.String && command.ValueEquals(name));
}

/// <summary>How the client takes diagnostics: pushed to it, or when it asks.</summary>
internal sealed class DiagnosticSupport(ClientCapabilities client)
{
    /// <summary>Whether the client asks for diagnostics; if so, none are pushed.</summary>
    internal bool Pulled { get; } = client.TextDocument?.Diagnostic is not null;

    /// <summary>Whether the client can be told to ask again.</summary>
    internal bool Refreshed { get; } = client.Workspace?.Diagnostics?.RefreshSupport == true;

    /// <summary>Whether pushed diagnostics may name their version.</summary>
    internal bool Version { get; } = client.TextDocument?.PublishDiagnostics?.VersionSupport == true;

    /// <summary>Whether a diagnostic may point at other places.</summary>
    internal bool RelatedInformation { get; } =
        client.TextDocument?.PublishDiagnostics?.RelatedInformation == true || client.TextDocument?.Diagnostic?.RelatedInformation == true;

    /// <summary>Whether a diagnostic may say where its code is described.</summary>
    internal bool CodeDescription { get; } =
        client.TextDocument?.PublishDiagnostics?.CodeDescriptionSupport == true
        || client.TextDocument?.Diagnostic?.CodeDescriptionSupport == true;

    /// <summary>Whether a diagnostic may be tagged as deprecated.</summary>
    internal bool DeprecatedTag { get; } = Takes(client, DiagnosticTag.Deprecated);

    /// <summary>Whether a diagnostic may be tagged as unnecessary.</summary>
    internal bool UnnecessaryTag { get; } = Takes(client, DiagnosticTag.Unnecessary);

    private static bool Takes(ClientCapabilities client, int tag) =>
        client.TextDocument?.PublishDiagnostics?.TagSupport?.ValueSet?.Contains(tag) == true
        || client.TextDocument?.Diagnostic?.TagSupport?.ValueSet?.Contains(tag) == true;
}

/// <summary>How the client shows something that it asks for again when it is told to.</summary>
internal sealed class RefreshedSupport(PresentCapability? client, RefreshCapability? workspace)
{
    /// <summary>Whether the client asks for it.</summary>
    internal bool Offered { get; } = client is not null;

    /// <summary>Whether the client can be told to ask again.</summary>
    internal bool Refreshed { get; } = workspace?.RefreshSupport == true;
}

/// <summary>How the client shows the outline of a document.</summary>
internal sealed class SymbolSupport(DocumentSymbolClientCapabilities? client)
{
    private readonly KnownKinds<SymbolKind> _kinds = new(client?.SymbolKind, SymbolKind.Array);

    /// <summary>Whether the client asks for it.</summary>
    internal bool Offered { get; } = client is not null;

    /// <summary>Whether it may be a tree.</summary>
    internal bool Tree { get; } = client?.HierarchicalDocumentSymbolSupport == true;

    /// <summary>Whether an entry may be tagged as deprecated.</summary>
    internal bool DeprecatedTag { get; } = client?.TagSupport?.ValueSet?.Contains(SymbolTag.Deprecated) == true;

    /// <summary>A kind, or where the client does not know it, the other.</summary>
    internal SymbolKind Kind(SymbolKind kind, SymbolKind other) => _kinds.Choose(kind, other);
}

/// <summary>How the client folds.</summary>
internal sealed class FoldingSupport(FoldingRangeClientCapabilities? client)
{
    /// <summary>Whether the client asks for what can be folded.</summary>
    internal bool Offered { get; } = client is not null;

    /// <summary>Whether the client folds from and to a character.</summary>
    internal bool WithinLines { get; } = client?.LineFoldingOnly != true;

    /// <summary>How many folds the client takes at most.</summary>
    internal int Limit { get; } = (int)Math.Clamp(client?.RangeLimit ?? int.MaxValue, 0, int.MaxValue);
}

/// <summary>The kinds that a client knows: those that it lists, or where it lists none, those of the first version of the protocol.</summary>
/// <param name="listed">What the client lists, by number.</param>
/// <param name="lastOfFirst">The last kind that the first version of the protocol had.</param>
internal sealed class KnownKinds<T>(ValueSetCapability? listed, T lastOfFirst)
    where T : struct, Enum
{
    /// <summary>A kind; the other where the client knows only that one. A client that lists kinds shows any other in a way of its own.</summary>
    internal T Choose(T kind, T other) => !Has(kind) && Has(other) ? other : kind;

    private bool Has(T kind) => listed?.ValueSet?.Contains(NumberOf(kind)) ?? NumberOf(kind) <= NumberOf(lastOfFirst);

    private static int NumberOf(T kind) => Convert.ToInt32(kind, null);
}

/// <summary>Which texts a client takes.</summary>
internal static class TextFormat
{
    /// <summary>Whether Markdown is the first of the known formats that the client names; plain text where it names none.</summary>
    internal static bool PrefersMarkdown(string[]? formats) =>
        formats?.FirstOrDefault(format => format is MarkupKind.Markdown or MarkupKind.PlainText) == MarkupKind.Markdown;
}
