using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/diagnostic</c></summary>
internal static class DocumentDiagnostic
{
    /// <summary>The answer for a document that is not open or is no note.</summary>
    internal static DocumentDiagnosticReport Nothing { get; } = new("full", Items: EncodedDiagnostics.None);

    internal static async Task<DocumentDiagnosticReport?> HandleAsync(
        OpenNote note,
        DocumentDiagnosticParams request,
        string runId,
        DiagnosticsEncoder encoder,
        CancellationToken cancellation)
    {
        var id = $"{runId}-{note.Serial}";
        return request.PreviousResultId == id
            ? new("unchanged", id)
            : new("full", id, encoder.Encode(note, await note.Analysis.RulesAsync(cancellation).ConfigureAwait(false)));
    }
}
