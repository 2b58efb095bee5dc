using Stratus.Features.Completion;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/completion</c></summary>
internal static class Completion
{
    internal static Protocol.CompletionList Handle(OpenNote note, Protocol.CompletionParams request, ClientSupport support)
    {
        var offset = FromProtocol.Offset(note.Source, request.Position, support.Encoding);
        var result = Completions.At(note.Workspace, note.Note, offset, FromProtocol.Trigger(request.Context));
        return new(result.IsIncomplete, [.. result.Items.Select((item, rank) => ToProtocol.CompletionItem(note, item, rank, support))]);
    }
}
