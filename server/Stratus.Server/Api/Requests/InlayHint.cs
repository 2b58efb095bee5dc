using Stratus.Features.Decorations;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/inlayHint</c></summary>
internal static class InlayHint
{
    internal static async Task<Protocol.InlayHint[]?> HandleAsync(
        OpenNote note, Protocol.Range range, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var hints = LayerHints.In(note.Workspace, read, FromProtocol.Span(note.Source, range, support.Encoding));
        return
        [
            .. hints.Select(hint => new Protocol.InlayHint(
                ToProtocol.Position(note.Source, hint.Offset, support.Encoding),
                hint.Text,
                // No capability says what the tooltip of a hint may be; it is shown as a hover.
                ToProtocol.Markup(hint.Reason, support.Hover.Markdown),
                PaddingLeft: true)),
        ];
    }
}
