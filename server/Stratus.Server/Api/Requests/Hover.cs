using Stratus.Features.Hover;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/hover</c></summary>
internal static class Hover
{
    internal static async Task<Protocol.Hover?> HandleAsync(
        OpenNote note, FolderNotes folder, Protocol.Position position, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var notes = await folder.IndexForAsync(note.Workspace.Address, cancellation).ConfigureAwait(false);
        var offset = FromProtocol.Offset(note.Source, position, support.Encoding);
        return HoverCard.At(note.Workspace with { Notes = notes }, read, offset, cancellation) is { } hover
            ? new(ToProtocol.Markup(hover.Card, support.Hover.Markdown), ToProtocol.Range(note.Source, hover.Span, support.Encoding))
            : null;
    }
}
