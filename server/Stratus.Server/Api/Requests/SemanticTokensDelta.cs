using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/semanticTokens/full/delta</c></summary>
internal static class SemanticTokensDelta
{
    /// <summary>The difference to what the client has, or everything where that is no longer known.</summary>
    internal static async Task<Protocol.SemanticTokens?> HandleAsync(
        OpenNote note, string previousId, string runId, ClientSupport support, CancellationToken cancellation)
    {
        var previous = note.SentTokens.Find(previousId);
        var tokens = await note.Analysis.TokensAsync(support.Encoding, cancellation).ConfigureAwait(false);
        var id = SemanticTokens.IdOf(note, runId);
        note.SentTokens.Keep(id, tokens);
        return previous is null ? new(id, SemanticTokenData.Encode(tokens)) : new(id, Edits: SemanticTokenData.Difference(previous, tokens));
    }
}
