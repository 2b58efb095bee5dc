using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/semanticTokens/full</c></summary>
internal static class SemanticTokens
{
    internal static async Task<Protocol.SemanticTokens?> HandleAsync(
        OpenNote note, string runId, ClientSupport support, CancellationToken cancellation)
    {
        var tokens = await note.Analysis.TokensAsync(support.Encoding, cancellation).ConfigureAwait(false);
        var id = IdOf(note, runId);
        note.SentTokens.Keep(id, tokens);
        return new(id, SemanticTokenData.Encode(tokens));
    }

    /// <summary>The id of an answer.</summary>
    internal static string IdOf(OpenNote note, string runId) => $"{runId}-{note.Serial}";
}
