using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/semanticTokens/full</c></summary>
internal static class SemanticTokens
{
    internal static Protocol.SemanticTokens? Handle(OpenNote note, string runId, ClientSupport support)
    {
        var (id, data) = Of(note, runId, support);
        note.SentTokens.Keep(id, data);
        return new(id, data);
    }

    /// <summary>All tokens of a note, and the id of this answer.</summary>
    internal static (string Id, int[] Data) Of(OpenNote note, string runId, ClientSupport support)
    {
        var tokens = Features.Decorations.SemanticTokens.In(note.Workspace, note.Note, new(0, note.Source.Length));
        return ($"{runId}-{note.Serial}", SemanticTokenData.Encode(note.Source, tokens, support.Encoding));
    }
}
