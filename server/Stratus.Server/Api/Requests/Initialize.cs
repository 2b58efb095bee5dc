using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>initialize</c></summary>
internal static class Initialize
{
    /// <summary>
    /// What begins a cell of a pipe table and of an HTML table, what names are made of, and the space after AWS. Most of
    /// what is typed is answered with nothing: a list opens where a name is surely meant.
    /// </summary>
    private static readonly string[] CompletionTriggers =
        ["|", ">", " ", .. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".Select(typed => typed.ToString())];

    internal static InitializeResult Handle(ClientSession session, InitializeParams request)
    {
        var support = new ClientSupport(request.Capabilities ?? new());
        session.Begin(support, request.WorkspaceFolders?.Select(folder => folder.Uri) ?? (request.RootUri is { } root ? [root] : []));
        session.Apply(new Modification.OptionsGiven(request.InitializationOptions));
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
                DefinitionProvider: true,
                new(CompletionTriggers, ResolveProvider: true),
                support.CodeActions.Offered ? new([CodeActionKind.QuickFix, CodeActionKind.FixAll, CodeActionKind.Rewrite], Has(support.CodeActions.Resolved)) : null,
                support.Diagnostics.Pulled ? new("stratus", InterFileDependencies: false, WorkspaceDiagnostics: false) : null,
                Has(support.Highlights),
                Has(support.SelectionRanges),
                Has(support.InlayHints.Offered),
                support.SemanticTokens.Offered ? new(SemanticTokenData.Legend, Range: true, new(Delta: true)) : null,
                support.Symbols.Offered ? new("Stratus") : null,
                Has(support.Folding.Offered),
                new(new(Supported: true, ChangeNotifications: true))),
            new("stratus", Product.Version));
    }

    /// <summary>True, or null for nothing to be said.</summary>
    private static bool? Has(bool support) => support ? true : null;
}
