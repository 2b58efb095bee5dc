using Stratus.Features.Hover;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/hover</c></summary>
internal static class Hover
{
    internal static Protocol.Hover? Handle(OpenNote note, Protocol.Position position, ClientSupport support)
    {
        var offset = FromProtocol.Offset(note.Source, position, support.Encoding);
        return HoverCard.At(note.Workspace, note.Note, offset) is { } hover
            ? new(ToProtocol.Markup(hover.Card, support.Hover.Markdown), ToProtocol.Range(note.Source, hover.Span, support.Encoding))
            : null;
    }
}
