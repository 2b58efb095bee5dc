using Stratus.Protocol;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>workspace/didChangeConfiguration</c></summary>
internal static class DidChangeConfiguration
{
    /// <summary>Asks for the settings where the client can be asked; else takes what it sends along.</summary>
    internal static async Task HandleAsync(ClientSession session, DidChangeConfigurationParams notification) =>
        // Back on the session's own thread after the answer: no ConfigureAwait(false) here.
        session.Apply(new Modification.SettingsGiven(session.Support.Configuration.CanBeAsked
            ? await session.Client.AskConfigurationAsync()
            : notification.Settings));
}
