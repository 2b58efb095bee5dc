using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Files;
using Stratus.Server.Session;
using Stratus.Terms;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/definition</c></summary>
internal static class Definition
{
    internal static async Task<Location[]?> HandleAsync(
        OpenNote note, Position position, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var offset = FromProtocol.Offset(note.Source, position, support.Encoding);
        return Features.Navigation.Definition.At(read, offset) is { } definition
            ? [.. definition.Places.Select(place => new Location(NoteAddress.OfPath(place.Path), LineStart(place)))]
            : null;
    }

    // Entries begin after only white space and list marks, so that every encoding counts alike.
    private static Protocol.Range LineStart(GlossaryPlace place)
    {
        var start = new Position(place.Line, place.Character);
        return new(start, start);
    }
}
