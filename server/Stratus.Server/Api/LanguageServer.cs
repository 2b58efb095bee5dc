using System.Runtime.CompilerServices;
using System.Text.Json;
using Stratus.Protocol;
using Stratus.Server.Api.Notifications;
using Stratus.Server.Session;
using StreamJsonRpc;

namespace Stratus.Server.Api;

/// <summary>
/// Gives each message to the file that is named as it is. Notifications are handled on the spot, in order; a request
/// takes its snapshot on the spot and is then answered on the pool, so that no request waits for a later edit, and what a person
/// waits for waits for nothing else.
/// </summary>
internal sealed class LanguageServer(ClientSession session, Action<int> watchProcess) : ILanguageServer
{
    public Task<InitializeResult> InitializeAsync(JsonElement request)
    {
        var client = Lenient.Read(request, ProtocolJson.Default.InitializeParams);
        var result = Requests.Initialize.Handle(session, client);
        if (client.ProcessId is { } id)
        {
            watchProcess(id);
        }

        return Task.FromResult(result);
    }

    public Task InitializedAsync(JsonElement? request) => Initialized.HandleAsync(session);

    public Task<JsonElement?> ShutdownAsync(JsonElement? request) => Task.FromResult<JsonElement?>(null);

    public Task DidOpenAsync(DidOpenTextDocumentParams notification) => Now(() => DidOpen.Handle(session, notification.TextDocument));

    public Task DidChangeAsync(DidChangeTextDocumentParams notification) => Now(() => DidChange.Handle(session, notification));

    public Task DidCloseAsync(DidCloseTextDocumentParams notification) => Now(() => DidClose.Handle(session, notification.TextDocument));

    public Task DidChangeConfigurationAsync(DidChangeConfigurationParams notification) => DidChangeConfiguration.HandleAsync(session, notification);

    public Task DidChangeWorkspaceFoldersAsync(DidChangeWorkspaceFoldersParams notification) => Now(() => DidChangeWorkspaceFolders.Handle(session, notification.Event));

    public Task DidChangeWatchedFilesAsync(DidChangeWatchedFilesParams notification) => Now(() => DidChangeWatchedFiles.Handle(session, notification));

    public Task<Hover?> HoverAsync(TextDocumentPositionParams request, CancellationToken cancellation)
    {
        var folder = session.FolderNotes;
        return AtOnce(
            request.TextDocument,
            note => Requests.Hover.HandleAsync(note, folder, request.Position, session.Support, cancellation),
            cancellation);
    }

    public Task<Location[]?> DefinitionAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        AtOnce(
            request.TextDocument,
            note => Requests.Definition.HandleAsync(note, request.Position, session.Support, cancellation),
            cancellation);

    public Task<CompletionList?> CompletionAsync(CompletionParams request, CancellationToken cancellation) =>
        AtOnce(request.TextDocument, note => Requests.Completion.HandleAsync(note, request, session.Support, cancellation), cancellation);

    public Task<CompletionItem> ResolveCompletionAsync(CompletionItem request, CancellationToken cancellation)
    {
        var workspace = session.WorkspaceOf(Requests.CompletionResolve.UriOf(request));
        return Task.Run(() => Requests.CompletionResolve.Handle(workspace, request, session.Support), cancellation);
    }

    public Task<CodeAction[]?> CodeActionAsync(CodeActionParams request, CancellationToken cancellation) =>
        AtOnce(request.TextDocument, note => Requests.CodeAction.HandleAsync(note, request, session.Support, cancellation), cancellation);

    public Task<CodeAction> ResolveCodeActionAsync(CodeAction request, CancellationToken cancellation)
    {
        var data = Requests.CodeActionResolve.DataOf(request);
        var note = data is null ? null : session.Find(data.Uri);
        return Task.Run(() => Requests.CodeActionResolve.HandleAsync(note, request, data, session.Support, cancellation), cancellation);
    }

    public Task<DocumentHighlight[]?> DocumentHighlightAsync(TextDocumentPositionParams request, CancellationToken cancellation) =>
        AtOnce(
            request.TextDocument,
            note => Requests.DocumentHighlight.HandleAsync(note, request.Position, session.Support, cancellation),
            cancellation);

    public Task<SelectionRange[]?> SelectionRangeAsync(SelectionRangeParams request, CancellationToken cancellation) =>
        AtOnce(
            request.TextDocument,
            note => Requests.SelectionRange.HandleAsync(note, request.Positions, session.Support, cancellation),
            cancellation);

    public Task<InlayHint[]?> InlayHintAsync(TextDocumentRangeParams request, CancellationToken cancellation) =>
        InBackground(
            request.TextDocument,
            (note, token) => Requests.InlayHint.HandleAsync(note, request.Range, session.Support, token),
            cancellation);

    public Task<SemanticTokens?> SemanticTokensAsync(TextDocumentParams request, CancellationToken cancellation) =>
        InBackground(
            request.TextDocument,
            (note, token) => Requests.SemanticTokens.HandleAsync(note, session.RunId, session.Support, token),
            cancellation);

    public Task<SemanticTokens?> SemanticTokensDeltaAsync(SemanticTokensDeltaParams request, CancellationToken cancellation) =>
        InBackground(
            request.TextDocument,
            (note, token) => Requests.SemanticTokensDelta.HandleAsync(note, request.PreviousResultId, session.RunId, session.Support, token),
            cancellation);

    public Task<SemanticTokens?> SemanticTokensRangeAsync(TextDocumentRangeParams request, CancellationToken cancellation) =>
        InBackground(
            request.TextDocument,
            (note, token) => Requests.SemanticTokensRange.HandleAsync(note, request.Range, session.Support, token),
            cancellation);

    public Task<DocumentSymbol[]?> DocumentSymbolAsync(TextDocumentParams request, CancellationToken cancellation) =>
        InBackground(
            request.TextDocument,
            (note, token) => Requests.DocumentSymbol.HandleAsync(note, session.Support, token),
            cancellation);

    public Task<FoldingRange[]?> FoldingRangeAsync(TextDocumentParams request, CancellationToken cancellation) =>
        InBackground(request.TextDocument, (note, token) => Requests.FoldingRange.HandleAsync(note, session.Support, token), cancellation);

    public async Task<DocumentDiagnosticReport> DocumentDiagnosticAsync(DocumentDiagnosticParams request, CancellationToken cancellation) =>
        await InBackground(
            request.TextDocument,
            (note, token) => Requests.DocumentDiagnostic.HandleAsync(note, request, session.RunId, session.Encoder, token),
            cancellation).ConfigureAwait(false)
            ?? Requests.DocumentDiagnostic.Nothing;

    public Task<ExplainResult?> ExplainAsync(ExplainParams request) => Task.FromResult(Requests.Explain.Handle(request));

    private static Task Now(Action handle)
    {
        handle();
        return Task.CompletedTask;
    }

    /// <summary>Answers what a person waits for, on the pool, from the note as it is now; null for a document that is not open or is no note.</summary>
    private Task<T?> AtOnce<T>(TextDocumentIdentifier document, Func<OpenNote, Task<T?>> answer, CancellationToken cancellation)
        where T : class =>
        session.Find(document.Uri) is { } note
            ? Task.Run(() => answer(note), cancellation)
            : Task.FromResult<T?>(null);

    /// <summary>
    /// Answers what an editor asks for by itself, when its turn comes; null for a document that is not open or is no note. A request
    /// that a later one of its kind makes outdated is refused, as LSP has it.
    /// </summary>
    private async Task<T?> InBackground<T>(
        TextDocumentIdentifier document,
        Func<OpenNote, CancellationToken, Task<T?>> answer,
        CancellationToken cancellation,
        [CallerMemberName] string kind = "")
        where T : class
    {
        if (session.Find(document.Uri) is not { } note)
        {
            return null;
        }

        try
        {
            return await session.Background.RunAsync(
                kind, note.Uri, note.Serial, token => note.ToTheEndAsync(() => answer(note, token)), cancellation).ConfigureAwait(false);
        }
        catch (OutdatedException)
        {
            throw new LocalRpcException("The note has changed, and the same was requested of it again.") { ErrorCode = ErrorCodes.ContentModified };
        }
    }
}
