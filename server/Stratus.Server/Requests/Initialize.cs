using Stratus.Notes;
using Stratus.Protocol;
using Stratus.Server.Lsp;

namespace Stratus.Server.Requests;

/// <summary><c>initialize</c></summary>
internal static class Initialize
{
    /// <summary>
    /// What begins a cell of a pipe table and of an HTML table, what names are made of, and the space behind AWS. Most of
    /// what is typed is answered with nothing: a list opens where a name is surely meant.
    /// </summary>
    private static readonly string[] CompletionTriggers =
        ["|", ">", " ", .. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".Select(typed => typed.ToString())];

    internal static InitializeResult Handle(Session session, InitializeParams request)
    {
        var support = ClientSupport.Of(request.Capabilities ?? new());
        session.Begin(support);
        if (request.InitializationOptions is { } options)
        {
            session.Configure(Notifications.DidChangeConfiguration.SectionOf(options));
        }

        return new(
            new(
                support.Encoding switch
                {
                    PositionEncoding.Utf8 => PositionEncodingKind.Utf8,
                    PositionEncoding.Utf32 => PositionEncodingKind.Utf32,
                    _ => PositionEncodingKind.Utf16,
                },
                new(OpenClose: true, TextDocumentSyncKind.Incremental),
                HoverProvider: true,
                new(CompletionTriggers, ResolveProvider: true),
                support.CodeActions ? new([CodeActionKind.QuickFix]) : null,
                support.PullsDiagnostics ? new("stratus", InterFileDependencies: false, WorkspaceDiagnostics: false) : null),
            new("stratus", Product.Version));
    }
}
