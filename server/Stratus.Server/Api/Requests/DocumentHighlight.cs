using Stratus.Features.Navigation;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/documentHighlight</c></summary>
internal static class DocumentHighlight
{
    /// <summary>Null where no term stands: the editor's own way to highlight a word is then not changed.</summary>
    internal static async Task<Protocol.DocumentHighlight[]?> HandleAsync(
        OpenNote note, Position position, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var spans = Highlights.At(read, FromProtocol.Offset(note.Source, position, support.Encoding));
        return spans.IsEmpty
            ? null
            : Array.ConvertAll(
                ToProtocol.Ranges(note.Source, spans, support.Encoding), static range => new Protocol.DocumentHighlight(range, DocumentHighlightKind.Text));
    }
}
