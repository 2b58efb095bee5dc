using System.Text.Json;
using Stratus.Features;
using Stratus.Server.Conversion;
using Stratus.Server.Lsp;

namespace Stratus.Server.Requests;

/// <summary><c>completionItem/resolve</c></summary>
internal static class CompletionResolve
{
    internal static Protocol.CompletionItem Handle(Workspace workspace, Protocol.CompletionItem item, ClientSupport support) =>
        item.Data is { ValueKind: JsonValueKind.String } data && Features.Completion.Resolve(workspace, data.GetString()!) is { } card
            ? item with { Documentation = ToProtocol.Markup(card, support.DocumentationMarkdown) }
            : item;
}
