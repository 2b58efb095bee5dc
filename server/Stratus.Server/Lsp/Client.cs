using System.Text.Json;
using Stratus.Protocol;
using StreamJsonRpc;

namespace Stratus.Server.Lsp;

/// <summary>The client at the other end: what the server tells it and asks of it.</summary>
internal sealed class Client(JsonRpc rpc, Log log)
{
    /// <summary>Sends the diagnostics of a document. Messages leave in the order of these calls.</summary>
    internal void PublishDiagnostics(PublishDiagnosticsParams diagnostics) => Notify(
        "textDocument/publishDiagnostics",
        ("uri", diagnostics.Uri, typeof(string)),
        ("version", diagnostics.Version, typeof(int)),
        ("diagnostics", diagnostics.Diagnostics, typeof(Diagnostic[])));

    /// <summary>Shows the user a message.</summary>
    internal void ShowMessage(MessageType type, string message) => Notify(
        "window/showMessage",
        ("type", type, typeof(MessageType)),
        ("message", message, typeof(string)));

    /// <summary>Asks for the user's settings below <c>stratus</c>; null where there are none or the client does not say.</summary>
    internal async Task<JsonElement?> AskConfigurationAsync()
    {
        var answer = await AskAsync<JsonElement?[]>(
            "workspace/configuration",
            ("items", new[] { new ConfigurationItem("stratus") }, typeof(ConfigurationItem[]))).ConfigureAwait(false);
        return answer is [var settings, ..] ? settings : null;
    }

    /// <summary>Asks to be told of changed settings.</summary>
    internal Task RegisterConfigurationAsync() => AskAsync<JsonElement?>(
        "client/registerCapability",
        ("registrations", new[] { new Registration("configuration", "workspace/didChangeConfiguration") }, typeof(Registration[])));

    /// <summary>Asks to be told of notes and settings files that are made, written or deleted.</summary>
    internal Task RegisterWatchedFilesAsync() => AskAsync<JsonElement?>(
        "client/registerCapability",
        ("registrations", new[] { new Registration("notes", "workspace/didChangeWatchedFiles", new([new("**/*.{md,markdown}"), new("**/.stratus.json"), new("**/*.glossary.yml")])) }, typeof(Registration[])));

    /// <summary>Asks the client to ask for all diagnostics again.</summary>
    internal Task RefreshDiagnosticsAsync() => AskAsync<JsonElement?>("workspace/diagnostic/refresh");

    /// <summary>Asks the client to ask for all semantic tokens again.</summary>
    internal Task RefreshSemanticTokensAsync() => AskAsync<JsonElement?>("workspace/semanticTokens/refresh");

    /// <summary>Asks the client to ask for all inlay hints again.</summary>
    internal Task RefreshInlayHintsAsync() => AskAsync<JsonElement?>("workspace/inlayHint/refresh");

    private void Notify(string method, params ReadOnlySpan<(string Name, object? Value, Type Type)> arguments)
    {
        var (values, types) = Split(arguments);
        _ = NotifyAsync();

        async Task NotifyAsync()
        {
            try
            {
                await rpc.NotifyWithParameterObjectAsync(method, values, types).ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                // Nobody waits for this, so that whatever goes wrong is told here or nowhere.
                log.Write($"{method} was not sent: {problem}");
            }
        }
    }

    /// <summary>Asks the client; an error for an answer, or none before the end, counts as null.</summary>
    private Task<T?> AskAsync<T>(string method, params ReadOnlySpan<(string Name, object? Value, Type Type)> arguments)
    {
        var (values, types) = Split(arguments);
        return InvokeAsync();

        async Task<T?> InvokeAsync()
        {
            try
            {
                return await rpc.InvokeWithParameterObjectAsync<T>(method, values, types, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                log.Write($"{method} was not answered: {problem.Message}");
                return default;
            }
        }
    }

    private static (Dictionary<string, object?> Values, Dictionary<string, Type> Types) Split(ReadOnlySpan<(string Name, object? Value, Type Type)> arguments)
    {
        var values = new Dictionary<string, object?>();
        var types = new Dictionary<string, Type>();
        foreach (var (name, value, type) in arguments)
        {
            if (value is not null)
            {
                values[name] = value;
                types[name] = type;
            }
        }

        return (values, types);
    }
}
