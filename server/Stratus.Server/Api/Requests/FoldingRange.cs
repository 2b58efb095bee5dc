using Stratus.Features.Navigation;
using Stratus.Notes.Text;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/foldingRange</c></summary>
internal static class FoldingRange
{
    internal static async Task<Protocol.FoldingRange[]?> HandleAsync(OpenNote note, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        return [.. Folding.Of(read, support.Folding.Limit).Select(span => Fold(note.Source, span, support))];
    }

    private static Protocol.FoldingRange Fold(SourceText source, TextSpan span, ClientSupport support)
    {
        var first = source.LineOf(span.Start);
        var end = source.PositionOf(span.End, support.Encoding);
        return support.Folding.WithinLines
            // The first line stays, from the text before the fold to its end.
            ? new(first, end.Line, source.PositionOf(source.Line(first).End, support.Encoding).Character, end.Character)
            : new(first, end.Line);
    }
}
