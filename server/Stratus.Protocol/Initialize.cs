using System.Text.Json;

namespace Stratus.Protocol;

/// <summary>The first request of a session.</summary>
/// <param name="ProcessId">The client's process, or null; the server ends when it does.</param>
/// <param name="Capabilities">What the client can do.</param>
/// <param name="InitializationOptions">What a user gave the client for this server.</param>
/// <param name="WorkspaceFolders">The folders that are open; null where the client knows of none.</param>
/// <param name="RootUri">The one folder of an older client, or null.</param>
public sealed record InitializeParams(
    int? ProcessId = null,
    ClientCapabilities? Capabilities = null,
    JsonElement? InitializationOptions = null,
    WorkspaceFolder[]? WorkspaceFolders = null,
    string? RootUri = null);

/// <summary>The name and version of a server.</summary>
public sealed record ProductInfo(string Name, string? Version = null);

/// <summary>The answer to <c>initialize</c>.</summary>
public sealed record InitializeResult(ServerCapabilities Capabilities, ProductInfo ServerInfo);

/// <summary>What this server can do.</summary>
public sealed record ServerCapabilities(
    string PositionEncoding,
    TextDocumentSyncOptions TextDocumentSync,
    bool HoverProvider,
    bool DefinitionProvider,
    CompletionOptions CompletionProvider,
    CodeActionOptions? CodeActionProvider,
    DiagnosticOptions? DiagnosticProvider,
    bool? DocumentHighlightProvider,
    bool? SelectionRangeProvider,
    bool? InlayHintProvider,
    SemanticTokensOptions? SemanticTokensProvider,
    DocumentSymbolOptions? DocumentSymbolProvider,
    bool? FoldingRangeProvider,
    WorkspaceOptions Workspace);

/// <summary>What the server does with the workspace.</summary>
public sealed record WorkspaceOptions(WorkspaceFoldersOptions WorkspaceFolders);

/// <summary>How the server wants to be told of folders.</summary>
public sealed record WorkspaceFoldersOptions(bool Supported, bool ChangeNotifications);

/// <summary>How a client tells about documents.</summary>
public sealed record TextDocumentSyncOptions(bool OpenClose, TextDocumentSyncKind Change);

/// <summary>What a client sends of a changed document.</summary>
public enum TextDocumentSyncKind
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>All of it.</summary>
    Full,
    /// <summary>What changed.</summary>
    Incremental,
}

/// <summary>How the server completes.</summary>
public sealed record CompletionOptions(string[] TriggerCharacters, bool ResolveProvider);

/// <summary>Which code actions the server has.</summary>
public sealed record CodeActionOptions(string[] CodeActionKinds, bool? ResolveProvider);

/// <summary>How the server gives diagnostics to a client that asks for them.</summary>
public sealed record DiagnosticOptions(string Identifier, bool InterFileDependencies, bool WorkspaceDiagnostics);

/// <summary>How the server gives semantic tokens.</summary>
public sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Range, SemanticTokensFullOptions Full);

/// <summary>How the server gives all tokens of a document.</summary>
public sealed record SemanticTokensFullOptions(bool Delta);

/// <summary>How the server gives the outline of a document.</summary>
/// <param name="Label">What it is called where a client shows the outlines of several servers.</param>
public sealed record DocumentSymbolOptions(string Label);
