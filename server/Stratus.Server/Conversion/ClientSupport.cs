using System.Text.Json;
using Stratus.Notes.Text;
using Stratus.Protocol;

namespace Stratus.Server.Conversion;

/// <summary>What the client can take, decided once from its capabilities.</summary>
/// <param name="Encoding">What positions count.</param>
/// <param name="HoverMarkdown">Whether a hover may be Markdown.</param>
/// <param name="DocumentationMarkdown">Whether the card of a completion item may be Markdown.</param>
/// <param name="InsertReplace">Whether a completion item may tell what to insert from what to replace.</param>
/// <param name="LabelDetails">Whether a list shows something beside its labels.</param>
/// <param name="Snippets">Whether a completion item may have places to fill in.</param>
/// <param name="KeepsIndentation">Whether the client can be told to indent nothing by itself.</param>
/// <param name="DeprecatedItemTag">Whether a completion item may be tagged as deprecated.</param>
/// <param name="DeprecatedItem">Whether a completion item may be marked as deprecated the older way.</param>
/// <param name="CodeActions">Whether the client takes code actions, and not only commands.</param>
/// <param name="PreferredActions">Whether a code action may be the preferred one.</param>
/// <param name="DisabledActions">Whether a code action may be one that cannot be chosen, with the reason.</param>
/// <param name="ResolvesActions">Whether the client asks for the edit of a code action once it is chosen.</param>
/// <param name="ExplainsRules">Whether the client has the command that shows the page of a rule.</param>
/// <param name="CodeDescription">Whether a diagnostic may say where its code is described.</param>
/// <param name="DocumentChanges">Whether edits may name the version that they are for.</param>
/// <param name="PullsDiagnostics">Whether the client asks for diagnostics; if so, none are pushed.</param>
/// <param name="DiagnosticVersion">Whether pushed diagnostics may name their version.</param>
/// <param name="RelatedInformation">Whether a diagnostic may point at other places.</param>
/// <param name="DeprecatedDiagnosticTag">Whether a diagnostic may be tagged as deprecated.</param>
/// <param name="UnnecessaryDiagnosticTag">Whether a diagnostic may be tagged as unnecessary.</param>
/// <param name="RefreshesDiagnostics">Whether the client can be told to ask for diagnostics again.</param>
/// <param name="Highlights">Whether the client asks for highlights.</param>
/// <param name="SelectionRanges">Whether the client asks for selection ranges.</param>
/// <param name="InlayHints">Whether the client asks for inlay hints.</param>
/// <param name="RefreshesInlayHints">Whether the client can be told to ask for inlay hints again.</param>
/// <param name="SemanticTokens">Whether the client asks for semantic tokens.</param>
/// <param name="RefreshesSemanticTokens">Whether the client can be told to ask for semantic tokens again.</param>
/// <param name="Symbols">Whether the client asks for the outline of a document.</param>
/// <param name="SymbolTree">Whether the outline may be a tree.</param>
/// <param name="DeprecatedSymbolTag">Whether an entry of the outline may be tagged as deprecated.</param>
/// <param name="Folding">Whether the client asks for what can be folded.</param>
/// <param name="FoldsWithinLines">Whether the client folds from and to a character.</param>
/// <param name="MostFolds">How many folds the client takes at most.</param>
/// <param name="Configuration">Whether the client can be asked for settings.</param>
/// <param name="RegistersConfiguration">Whether the client wants to be asked to tell of changed settings.</param>
/// <param name="RegistersWatchedFiles">Whether the client can be asked to tell of changed files.</param>
internal sealed record ClientSupport(
    PositionEncoding Encoding,
    bool HoverMarkdown,
    bool DocumentationMarkdown,
    bool InsertReplace,
    bool LabelDetails,
    bool Snippets,
    bool KeepsIndentation,
    bool DeprecatedItemTag,
    bool DeprecatedItem,
    bool CodeActions,
    bool PreferredActions,
    bool DisabledActions,
    bool ResolvesActions,
    bool ExplainsRules,
    bool CodeDescription,
    bool DocumentChanges,
    bool PullsDiagnostics,
    bool DiagnosticVersion,
    bool RelatedInformation,
    bool DeprecatedDiagnosticTag,
    bool UnnecessaryDiagnosticTag,
    bool RefreshesDiagnostics,
    bool Highlights,
    bool SelectionRanges,
    bool InlayHints,
    bool RefreshesInlayHints,
    bool SemanticTokens,
    bool RefreshesSemanticTokens,
    bool Symbols,
    bool SymbolTree,
    bool DeprecatedSymbolTag,
    bool Folding,
    bool FoldsWithinLines,
    int MostFolds,
    bool Configuration,
    bool RegistersConfiguration,
    bool RegistersWatchedFiles)
{
    /// <summary>Nothing but what every client takes.</summary>
    internal static ClientSupport Least { get; } = Of(new ClientCapabilities());

    internal static ClientSupport Of(ClientCapabilities client)
    {
        var item = client.TextDocument?.Completion?.CompletionItem;
        var action = client.TextDocument?.CodeAction;
        var publish = client.TextDocument?.PublishDiagnostics;
        var pull = client.TextDocument?.Diagnostic;
        var symbols = client.TextDocument?.DocumentSymbol;
        var folding = client.TextDocument?.FoldingRange;
        return new(
            ChooseEncoding(client.General?.PositionEncodings ?? []),
            HoverMarkdown: PrefersMarkdown(client.TextDocument?.Hover?.ContentFormat),
            DocumentationMarkdown: PrefersMarkdown(item?.DocumentationFormat),
            InsertReplace: item?.InsertReplaceSupport == true,
            LabelDetails: item?.LabelDetailsSupport == true,
            Snippets: item?.SnippetSupport == true,
            KeepsIndentation: item?.InsertTextModeSupport?.ValueSet?.Contains((int)InsertTextMode.AsIs) == true,
            DeprecatedItemTag: item?.TagSupport?.ValueSet?.Contains(CompletionItemTag.Deprecated) == true,
            DeprecatedItem: item?.DeprecatedSupport == true,
            CodeActions: action?.CodeActionLiteralSupport is not null,
            PreferredActions: action?.IsPreferredSupport == true,
            DisabledActions: action?.DisabledSupport == true,
            ResolvesActions: action is { DataSupport: true, ResolveSupport.Properties: { } resolved } && resolved.Contains("edit"),
            ExplainsRules: HasCommand(client.Experimental, Api.Requests.Explain.Command),
            CodeDescription: publish?.CodeDescriptionSupport == true || pull?.CodeDescriptionSupport == true,
            DocumentChanges: client.Workspace?.WorkspaceEdit?.DocumentChanges == true,
            PullsDiagnostics: pull is not null,
            DiagnosticVersion: publish?.VersionSupport == true,
            RelatedInformation: publish?.RelatedInformation == true || pull?.RelatedInformation == true,
            DeprecatedDiagnosticTag: TakesTag(client, DiagnosticTag.Deprecated),
            UnnecessaryDiagnosticTag: TakesTag(client, DiagnosticTag.Unnecessary),
            RefreshesDiagnostics: client.Workspace?.Diagnostics?.RefreshSupport == true,
            Highlights: client.TextDocument?.DocumentHighlight is not null,
            SelectionRanges: client.TextDocument?.SelectionRange is not null,
            InlayHints: client.TextDocument?.InlayHint is not null,
            RefreshesInlayHints: client.Workspace?.InlayHint?.RefreshSupport == true,
            SemanticTokens: client.TextDocument?.SemanticTokens is not null,
            RefreshesSemanticTokens: client.Workspace?.SemanticTokens?.RefreshSupport == true,
            Symbols: symbols is not null,
            SymbolTree: symbols?.HierarchicalDocumentSymbolSupport == true,
            DeprecatedSymbolTag: symbols?.TagSupport?.ValueSet?.Contains(SymbolTag.Deprecated) == true,
            Folding: folding is not null,
            FoldsWithinLines: folding?.LineFoldingOnly != true,
            MostFolds: folding?.RangeLimit ?? int.MaxValue,
            Configuration: client.Workspace?.Configuration == true,
            RegistersConfiguration: client.Workspace?.DidChangeConfiguration?.DynamicRegistration == true,
            RegistersWatchedFiles: client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true);
    }

    // {"commands": {"commands": ["stratus.explainRule"]}}, as other servers have it; clients may say anything here.
    private static bool HasCommand(JsonElement? experimental, string name) =>
        experimental is { ValueKind: JsonValueKind.Object } all
        && all.TryGetProperty("commands", out var commands) && commands.ValueKind == JsonValueKind.Object
        && commands.TryGetProperty("commands", out var list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().Any(command => command.ValueKind == JsonValueKind.String && command.ValueEquals(name));

    private static bool TakesTag(ClientCapabilities client, int tag) =>
        client.TextDocument?.PublishDiagnostics?.TagSupport?.ValueSet?.Contains(tag) == true
        || client.TextDocument?.Diagnostic?.TagSupport?.ValueSet?.Contains(tag) == true;

    /// <summary>The best format that the client names first; plain text where it names none.</summary>
    private static bool PrefersMarkdown(string[]? formats) =>
        formats?.FirstOrDefault(format => format is MarkupKind.Markdown or MarkupKind.PlainText) == MarkupKind.Markdown;

    /// <summary>UTF-16 where the client takes it: text is kept in it, so positions cost nothing. Else the first that it names.</summary>
    private static PositionEncoding ChooseEncoding(string[] offered)
    {
        if (offered.Contains(PositionEncodingKind.Utf16))
        {
            return PositionEncoding.Utf16;
        }

        return offered.FirstOrDefault(name => name is PositionEncodingKind.Utf8 or PositionEncodingKind.Utf32) switch
        {
            PositionEncodingKind.Utf8 => PositionEncoding.Utf8,
            PositionEncodingKind.Utf32 => PositionEncoding.Utf32,
            _ => PositionEncoding.Utf16,
        };
    }
}
