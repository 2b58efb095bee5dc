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
    internal static Protocol.SelectionRange[]? Handle(OpenNote note, Position[] positions, ClientSupport support)
    {
        var offsets = Array.ConvertAll(positions, position => FromProtocol.Offset(note.Source, position, support.Encoding));
        return [.. SelectionRanges.At(note.Note, offsets).Select(Linked)];

        Protocol.SelectionRange Linked(ImmutableArray<TextSpan> spans) => spans
            .Reverse()
            .Aggregate(default(Protocol.SelectionRange), (parent, span) => new(ToProtocol.Range(note.Source, span, support.Encoding), parent))!;
    }
}
