using Stratus.Features.Navigation;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary><c>textDocument/documentSymbol</c></summary>
internal static class DocumentSymbol
{
    internal static async Task<Protocol.DocumentSymbol[]?> HandleAsync(OpenNote note, ClientSupport support, CancellationToken cancellation)
    {
        var read = await note.Analysis.NoteAsync(cancellation).ConfigureAwait(false);
        var outline = Outline.Of(note.Workspace, read);
        return support.Symbols.Tree
            ? [.. outline.Select(entry => Tree(note, entry, support))]
            : [.. outline.SelectMany(entry => Flat(note, entry, null, support))];
    }

    private static Protocol.DocumentSymbol Tree(OpenNote note, OutlineEntry entry, ClientSupport support) => new(
        entry.Name,
        Kind(entry, support),
        Tags(entry, support),
        ToProtocol.Range(note.Source, entry.Span, support.Encoding),
        ToProtocol.Range(note.Source, entry.Selection, support.Encoding),
        entry.Children.IsEmpty ? null : [.. entry.Children.Select(child => Tree(note, child, support))]);

    private static IEnumerable<Protocol.DocumentSymbol> Flat(OpenNote note, OutlineEntry entry, string? container, ClientSupport support) =>
        entry.Children.SelectMany(child => Flat(note, child, entry.Name, support)).Prepend(new(
            entry.Name,
            Kind(entry, support),
            Tags(entry, support),
            Location: new(note.Uri, ToProtocol.Range(note.Source, entry.Span, support.Encoding)),
            ContainerName: container));

    private static SymbolKind Kind(OutlineEntry entry, ClientSupport support) => entry.Kind switch
    {
        OutlineKind.Section => SymbolKind.String,
        OutlineKind.Table => support.Symbols.Kind(SymbolKind.Struct, SymbolKind.Array),
        _ => SymbolKind.Field,
    };

    private static int[]? Tags(OutlineEntry entry, ClientSupport support) =>
        entry.HasEnded && support.Symbols.DeprecatedTag ? [SymbolTag.Deprecated] : null;
}
