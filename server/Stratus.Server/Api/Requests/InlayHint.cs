using Stratus.Features.Decorations;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/inlayHint</c></summary>
internal static class InlayHint
{
    internal static Protocol.InlayHint[]? Handle(OpenNote note, Protocol.Range range, ClientSupport support) =>
    [
        .. LayerHints.In(note.Workspace, note.Note, FromProtocol.Span(note.Source, range, support.Encoding)).Select(hint => new Protocol.InlayHint(
            ToProtocol.Position(note.Source, hint.Offset, support.Encoding),
            hint.Text,
            // No capability says what the tooltip of a hint may be; it is shown as a hover.
            ToProtocol.Markup(hint.Reason, support.Hover.Markdown),
            PaddingLeft: true)),
    ];
}
