using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>initialized</c></summary>
internal static class Initialized
{
    internal static async Task HandleAsync(ClientSession session)
    {
        if (session.Support.Configuration.Registers)
        {
            _ = session.Client.RegisterConfigurationAsync();
        }

        if (session.Support.WatchedFiles)
        {
            _ = session.Client.RegisterWatchedFilesAsync();
        }

        if (session.Support.Configuration.CanBeAsked)
        {
            // Back on the session's own thread after the answer: no ConfigureAwait(false) here.
            session.Apply(new Modification.SettingsGiven(await session.Client.AskConfigurationAsync()));
        }
    }
}
