using System.Text.Json;
using Stratus.Features;
using Stratus.Features.Completion;
using Stratus.Server.Conversion;

namespace Stratus.Server.Api.Requests;

/// <summary><c>completionItem/resolve</c></summary>
internal static class CompletionResolve
{
    /// <summary>The document that the item was offered in; empty for an item that this server does not know.</summary>
    internal static string UriOf(Protocol.CompletionItem item) => Text(item, "uri") ?? "";

    internal static Protocol.CompletionItem Handle(Workspace workspace, Protocol.CompletionItem item, ClientSupport support) =>
        Text(item, "id") is { } id && Completions.Resolve(workspace, id) is { } card
            ? item with { Documentation = ToProtocol.Markup(card, support.Completion.Markdown) }
            : item;

    private static string? Text(Protocol.CompletionItem item, string name) =>
        item.Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
