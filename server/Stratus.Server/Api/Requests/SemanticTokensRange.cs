using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/semanticTokens/range</c></summary>
internal static class SemanticTokensRange
{
    internal static Protocol.SemanticTokens? Handle(OpenNote note, Protocol.Range range, ClientSupport support)
    {
        var tokens = Features.Decorations.SemanticTokens.In(note.Workspace, note.Note, FromProtocol.Span(note.Source, range, support.Encoding));
        return new(Data: SemanticTokenData.Encode(note.Source, tokens, support.Encoding));
    }
}
