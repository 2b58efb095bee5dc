namespace Stratus.Protocol;

/// <summary>What a client can do, as far as this server asks. What is null the client does not have.</summary>
/// <param name="General">What is common to all requests.</param>
/// <param name="Workspace">What concerns the workspace.</param>
/// <param name="TextDocument">What concerns documents.</param>
/// <param name="Experimental">Whatever the client wants to say beyond the protocol: anything.</param>
public sealed record ClientCapabilities(
    GeneralClientCapabilities? General = null,
    WorkspaceClientCapabilities? Workspace = null,
    TextDocumentClientCapabilities? TextDocument = null,
    System.Text.Json.JsonElement? Experimental = null);

/// <summary>What is common to all requests.</summary>
public sealed record GeneralClientCapabilities(string[]? PositionEncodings = null);

/// <summary>What concerns the workspace.</summary>
public sealed record WorkspaceClientCapabilities(
    bool? Configuration = null,
    DynamicRegistrationCapability? DidChangeConfiguration = null,
    DynamicRegistrationCapability? DidChangeWatchedFiles = null,
    WorkspaceEditClientCapabilities? WorkspaceEdit = null,
    RefreshCapability? Diagnostics = null,
    RefreshCapability? InlayHint = null,
    RefreshCapability? SemanticTokens = null);

/// <summary>Whether something can be registered after initialization.</summary>
public sealed record DynamicRegistrationCapability(bool? DynamicRegistration = null);

/// <summary>Whether the server may ask the client to ask again.</summary>
public sealed record RefreshCapability(bool? RefreshSupport = null);

/// <summary>Which edits the client applies.</summary>
public sealed record WorkspaceEditClientCapabilities(bool? DocumentChanges = null);

/// <summary>What concerns documents.</summary>
public sealed record TextDocumentClientCapabilities(
    HoverClientCapabilities? Hover = null,
    CompletionClientCapabilities? Completion = null,
    CodeActionClientCapabilities? CodeAction = null,
    PublishDiagnosticsClientCapabilities? PublishDiagnostics = null,
    DiagnosticClientCapabilities? Diagnostic = null,
    PresentCapability? DocumentHighlight = null,
    PresentCapability? SelectionRange = null,
    PresentCapability? InlayHint = null,
    PresentCapability? SemanticTokens = null,
    DocumentSymbolClientCapabilities? DocumentSymbol = null,
    FoldingRangeClientCapabilities? FoldingRange = null);

/// <summary>Present where the client asks for something; more need not be known of it.</summary>
public sealed record PresentCapability;

/// <summary>How the client shows the outline of a document.</summary>
public sealed record DocumentSymbolClientCapabilities(
    bool? HierarchicalDocumentSymbolSupport = null,
    ValueSetCapability? SymbolKind = null,
    ValueSetCapability? TagSupport = null);

/// <summary>How the client folds.</summary>
/// <param name="RangeLimit">How many ranges it takes at most, or null.</param>
/// <param name="LineFoldingOnly">True if it folds whole lines and passes over characters.</param>
public sealed record FoldingRangeClientCapabilities(
    double? RangeLimit = null,
    bool? LineFoldingOnly = null);

/// <summary>Which texts a hover may hold, the best first.</summary>
public sealed record HoverClientCapabilities(string[]? ContentFormat = null);

/// <summary>How the client completes.</summary>
public sealed record CompletionClientCapabilities(
    CompletionItemClientCapabilities? CompletionItem = null,
    ValueSetCapability? CompletionItemKind = null);

/// <summary>What a completion item may hold.</summary>
public sealed record CompletionItemClientCapabilities(
    string[]? DocumentationFormat = null,
    bool? DeprecatedSupport = null,
    ValueSetCapability? TagSupport = null,
    bool? InsertReplaceSupport = null,
    bool? LabelDetailsSupport = null,
    bool? SnippetSupport = null,
    ValueSetCapability? InsertTextModeSupport = null);

/// <summary>Which kinds, tags or modes the client knows, by number.</summary>
public sealed record ValueSetCapability(int[]? ValueSet = null);

/// <summary>What a code action may hold.</summary>
public sealed record CodeActionClientCapabilities(
    CodeActionLiteralCapability? CodeActionLiteralSupport = null,
    bool? IsPreferredSupport = null,
    bool? DisabledSupport = null,
    bool? DataSupport = null,
    ResolveCapability? ResolveSupport = null);

/// <summary>Which members the client asks for once they are needed.</summary>
public sealed record ResolveCapability(string[]? Properties = null);

/// <summary>Present where the client takes code actions and not only commands.</summary>
public sealed record CodeActionLiteralCapability;

/// <summary>What a published diagnostic may hold.</summary>
public sealed record PublishDiagnosticsClientCapabilities(
    bool? RelatedInformation = null,
    ValueSetCapability? TagSupport = null,
    bool? VersionSupport = null,
    bool? CodeDescriptionSupport = null);

/// <summary>Present where the client asks for diagnostics. What one may hold is told here by clients of later versions of the protocol.</summary>
public sealed record DiagnosticClientCapabilities(
    bool? RelatedInformation = null,
    ValueSetCapability? TagSupport = null,
    bool? CodeDescriptionSupport = null);
