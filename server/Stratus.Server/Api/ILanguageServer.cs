using PolyType;
using Stratus.Protocol;
using StreamJsonRpc;

namespace Stratus.Server.Api;

/// <summary>The methods that the server answers to.</summary>
[JsonRpcContract]
[GenerateShape(IncludeMethods = MethodShapeFlags.PublicInstance)]
internal partial interface ILanguageServer
{
    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    Task<InitializeResult> InitializeAsync(System.Text.Json.JsonElement request);

    [JsonRpcMethod("initialized", UseSingleObjectParameterDeserialization = true)]
    Task InitializedAsync(System.Text.Json.JsonElement? request = null);

    [JsonRpcMethod("shutdown", UseSingleObjectParameterDeserialization = true)]
    Task<System.Text.Json.JsonElement?> ShutdownAsync(System.Text.Json.JsonElement? request = null);

    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    Task DidOpenAsync(DidOpenTextDocumentParams notification);

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    Task DidChangeAsync(DidChangeTextDocumentParams notification);

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    Task DidCloseAsync(DidCloseTextDocumentParams notification);

    [JsonRpcMethod("workspace/didChangeConfiguration", UseSingleObjectParameterDeserialization = true)]
    Task DidChangeConfigurationAsync(DidChangeConfigurationParams notification);

    [JsonRpcMethod("workspace/didChangeWorkspaceFolders", UseSingleObjectParameterDeserialization = true)]
    Task DidChangeWorkspaceFoldersAsync(DidChangeWorkspaceFoldersParams notification);

    [JsonRpcMethod("workspace/didChangeWatchedFiles", UseSingleObjectParameterDeserialization = true)]
    Task DidChangeWatchedFilesAsync(DidChangeWatchedFilesParams notification);

    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    Task<Hover?> HoverAsync(TextDocumentPositionParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    Task<Location[]?> DefinitionAsync(TextDocumentPositionParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    Task<CompletionList?> CompletionAsync(CompletionParams request, CancellationToken cancellation);

    [JsonRpcMethod("completionItem/resolve", UseSingleObjectParameterDeserialization = true)]
    Task<CompletionItem> ResolveCompletionAsync(CompletionItem request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    Task<CodeAction[]?> CodeActionAsync(CodeActionParams request, CancellationToken cancellation);

    [JsonRpcMethod("codeAction/resolve", UseSingleObjectParameterDeserialization = true)]
    Task<CodeAction> ResolveCodeActionAsync(CodeAction request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/documentHighlight", UseSingleObjectParameterDeserialization = true)]
    Task<DocumentHighlight[]?> DocumentHighlightAsync(TextDocumentPositionParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/selectionRange", UseSingleObjectParameterDeserialization = true)]
    Task<SelectionRange[]?> SelectionRangeAsync(SelectionRangeParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/inlayHint", UseSingleObjectParameterDeserialization = true)]
    Task<InlayHint[]?> InlayHintAsync(TextDocumentRangeParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/semanticTokens/full", UseSingleObjectParameterDeserialization = true)]
    Task<SemanticTokens?> SemanticTokensAsync(TextDocumentParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/semanticTokens/full/delta", UseSingleObjectParameterDeserialization = true)]
    Task<SemanticTokens?> SemanticTokensDeltaAsync(SemanticTokensDeltaParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/semanticTokens/range", UseSingleObjectParameterDeserialization = true)]
    Task<SemanticTokens?> SemanticTokensRangeAsync(TextDocumentRangeParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    Task<DocumentSymbol[]?> DocumentSymbolAsync(TextDocumentParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/foldingRange", UseSingleObjectParameterDeserialization = true)]
    Task<FoldingRange[]?> FoldingRangeAsync(TextDocumentParams request, CancellationToken cancellation);

    [JsonRpcMethod("textDocument/diagnostic", UseSingleObjectParameterDeserialization = true)]
    Task<DocumentDiagnosticReport> DocumentDiagnosticAsync(DocumentDiagnosticParams request, CancellationToken cancellation);

    [JsonRpcMethod("stratus/explain", UseSingleObjectParameterDeserialization = true)]
    Task<ExplainResult?> ExplainAsync(ExplainParams request);
}
