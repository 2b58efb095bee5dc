using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/semanticTokens/full</c></summary>
internal static class SemanticTokens
{
    internal static async Task<Protocol.SemanticTokens?> HandleAsync(
        OpenNote note, string runId, ClientSupport support, CancellationToken cancellation)
    {
        var (id, data) = await AllAsync(note, runId, support, cancellation).ConfigureAwait(false);
        note.SentTokens.Keep(id, data);
        return new(id, data);
    }

    /// <summary>All tokens of a note, and the id of this answer.</summary>
    internal static async Task<(string Id, int[] Data)> AllAsync(
        OpenNote note, string runId, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var tokens = Features.Decorations.SemanticTokens.In(note.Workspace, read, new(0, note.Source.Length));
        return ($"{runId}-{note.Serial}", SemanticTokenData.Encode(note.Source, tokens, support.Encoding));
    }
}
