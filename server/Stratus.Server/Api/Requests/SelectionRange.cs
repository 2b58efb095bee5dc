using System.Collections.Immutable;
using Stratus.Features.Navigation;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/selectionRange</c></summary>
internal static class SelectionRange
{
    internal static async Task<Protocol.SelectionRange[]?> HandleAsync(
        OpenNote note, Position[] positions, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var offsets = Array.ConvertAll(positions, position => FromProtocol.Offset(note.Source, position, support.Encoding));
        return [.. SelectionRanges.At(read, offsets).Select(Linked)];

        Protocol.SelectionRange Linked(ImmutableArray<TextSpan> spans) => spans
            .Reverse()
            .Aggregate(default(Protocol.SelectionRange), (parent, span) => new(ToProtocol.Range(note.Source, span, support.Encoding), parent))!;
    }
}
