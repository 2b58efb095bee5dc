using System.Text.Json;
using Stratus.Protocol;

namespace Stratus.Server.Session;

/// <summary>What the server tells the client and asks of it. May be called on any thread; messages leave in the order of calls.</summary>
internal interface ILanguageClient
{
    /// <summary>Sends the diagnostics of a document.</summary>
    void PublishDiagnostics(PublishDiagnosticsParams diagnostics);

    /// <summary>Shows the user a message.</summary>
    void ShowMessage(MessageType type, string message);

    /// <summary>Asks for the user's settings below <c>stratus</c>; null where there are none or the client does not say.</summary>
    Task<JsonElement?> AskConfigurationAsync();

    /// <summary>Asks to be told of changed settings.</summary>
    Task RegisterConfigurationAsync();

    /// <summary>Asks to be told of notes and settings files that are made, written or deleted.</summary>
    Task RegisterWatchedFilesAsync();

    /// <summary>Asks the client to ask for all diagnostics again.</summary>
    Task RefreshDiagnosticsAsync();

    /// <summary>Asks the client to ask for all semantic tokens again.</summary>
    Task RefreshSemanticTokensAsync();

    /// <summary>Asks the client to ask for all inlay hints again.</summary>
    Task RefreshInlayHintsAsync();
}
