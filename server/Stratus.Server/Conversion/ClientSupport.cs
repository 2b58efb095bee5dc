using Stratus.Notes.Text;
using Stratus.Protocol;

namespace Stratus.Server.Conversion;

/// <summary>What the client can take, decided once from its capabilities: a member for each feature, in it a line for each capability.</summary>
internal sealed class ClientSupport(ClientCapabilities client)
{
    /// <summary>Nothing but what every client takes.</summary>
    internal static ClientSupport Least { get; } = new(new());

    /// <summary>What positions count.</summary>
    internal PositionEncoding Encoding { get; } = ChooseEncoding(client.General?.PositionEncodings ?? []);

    /// <summary>Whether edits may name the version that they are for.</summary>
    internal bool VersionedEdits { get; } = client.Workspace?.WorkspaceEdit?.DocumentChanges == true;

    /// <summary>Whether the client can be asked to tell of changed files.</summary>
    internal bool WatchedFiles { get; } = client.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true;

    /// <summary>How the client gives its settings.</summary>
    internal ConfigurationSupport Configuration { get; } = new(client.Workspace);

    /// <summary>What a hover may hold.</summary>
    internal HoverSupport Hover { get; } = new(client.TextDocument?.Hover);

    /// <summary>How the client completes.</summary>
    internal CompletionSupport Completion { get; } = new(client.TextDocument?.Completion);

    /// <summary>Which code actions the client takes.</summary>
    internal CodeActionSupport CodeActions { get; } = new(client.TextDocument?.CodeAction, client.Experimental);

    /// <summary>How the client takes diagnostics.</summary>
    internal DiagnosticSupport Diagnostics { get; } = new(client);

    /// <summary>Whether the client asks for highlights.</summary>
    internal bool Highlights { get; } = client.TextDocument?.DocumentHighlight is not null;

    /// <summary>Whether the client asks for selection ranges.</summary>
    internal bool SelectionRanges { get; } = client.TextDocument?.SelectionRange is not null;

    /// <summary>Whether the client shows inlay hints.</summary>
    internal RefreshedSupport InlayHints { get; } = new(client.TextDocument?.InlayHint, client.Workspace?.InlayHint);

    /// <summary>Whether the client shows semantic tokens.</summary>
    internal RefreshedSupport SemanticTokens { get; } = new(client.TextDocument?.SemanticTokens, client.Workspace?.SemanticTokens);

    /// <summary>How the client shows the outline of a document.</summary>
    internal SymbolSupport Symbols { get; } = new(client.TextDocument?.DocumentSymbol);

    /// <summary>How the client folds.</summary>
    internal FoldingSupport Folding { get; } = new(client.TextDocument?.FoldingRange);

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
