using System.Text.Json;
using Stratus.Protocol;
using Stratus.Server.Lsp;

namespace Stratus.Server.Notifications;

/// <summary><c>workspace/didChangeConfiguration</c></summary>
internal static class DidChangeConfiguration
{
    /// <summary>Asks for the settings where the client can be asked; else takes what it sends along.</summary>
    internal static async Task HandleAsync(Session session, DidChangeConfigurationParams notification) =>
        // Back on the session's own thread after the answer: no ConfigureAwait(false) here.
        session.Configure(session.Support.Configuration.CanBeAsked
            ? await session.Client.AskConfigurationAsync()
            : notification.Settings is { } settings ? SectionOf(settings) : null);

    /// <summary>The part for this server, which clients send by itself or below its name.</summary>
    internal static JsonElement? SectionOf(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty("stratus", out var section) ? section : settings;
}
