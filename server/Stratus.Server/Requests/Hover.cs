using Stratus.Server.Conversion;
using Stratus.Server.Lsp;

namespace Stratus.Server.Requests;

/// <summary><c>textDocument/hover</c></summary>
internal static class Hover
{
    internal static Protocol.Hover? Handle(OpenNote note, Protocol.Position position, ClientSupport support)
    {
        var offset = FromProtocol.Offset(note.Source, position, support.Encoding);
        return Features.Hover.At(note.Workspace, note.Note, offset) is { } hover
            ? new(ToProtocol.Markup(hover.Card, support.Hover.Markdown), ToProtocol.Range(note.Source, hover.Span, support.Encoding))
            : null;
    }
}
