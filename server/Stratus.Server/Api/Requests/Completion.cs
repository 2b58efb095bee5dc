using Stratus.Features.Completion;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/completion</c></summary>
internal static class Completion
{
    internal static async Task<Protocol.CompletionList?> HandleAsync(
        OpenNote note, Protocol.CompletionParams request, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var offset = FromProtocol.Offset(note.Source, request.Position, support.Encoding);
        var result = Completions.At(note.Workspace, read, offset, FromProtocol.Trigger(request.Context), cancellation);
        return new(result.IsIncomplete, [.. result.Items.Select((item, rank) => ToProtocol.CompletionItem(note, item, rank, support))]);
    }
}
