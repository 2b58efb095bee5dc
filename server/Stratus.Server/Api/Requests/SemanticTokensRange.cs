using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/semanticTokens/range</c></summary>
internal static class SemanticTokensRange
{
    internal static async Task<Protocol.SemanticTokens?> HandleAsync(
        OpenNote note, Protocol.Range range, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var tokens = Features.Decorations.SemanticTokens.In(note.Workspace, read, FromProtocol.Span(note.Source, range, support.Encoding));
        return new(Data: SemanticTokenData.Encode(note.Source, tokens, support.Encoding));
    }
}
