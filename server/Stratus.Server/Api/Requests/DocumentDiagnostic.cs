using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/diagnostic</c></summary>
internal static class DocumentDiagnostic
{
    /// <summary>The answer for a document that is not open or is no note.</summary>
    internal static DocumentDiagnosticReport Nothing { get; } = new("full", Items: []);

    internal static async Task<DocumentDiagnosticReport?> HandleAsync(
        OpenNote note,
        DocumentDiagnosticParams request,
        string runId,
        ClientSupport support,
        CancellationToken cancellation)
    {
        var id = $"{runId}-{note.Serial}";
        return request.PreviousResultId == id
            ? new("unchanged", id)
            : new("full", id, ToProtocol.Diagnostics(note, await note.Analysis.FindingsAsync(cancellation).ConfigureAwait(false), support));
    }
}
