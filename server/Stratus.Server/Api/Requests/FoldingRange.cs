using Stratus.Features.Navigation;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/foldingRange</c></summary>
internal static class FoldingRange
{
    internal static Protocol.FoldingRange[]? Handle(OpenNote note, ClientSupport support) =>
    [
        .. Folding.Of(note.Note, support.Folding.Limit).Select(span =>
        {
            var first = note.Source.LineOf(span.Start);
            var end = note.Source.PositionOf(span.End, support.Encoding);
            return support.Folding.WithinLines
                // The first line stays, from the text before the fold to its end.
                ? new Protocol.FoldingRange(first, end.Line, note.Source.PositionOf(note.Source.Line(first).End, support.Encoding).Character, end.Character)
                : new(first, end.Line);
        }),
    ];
}
