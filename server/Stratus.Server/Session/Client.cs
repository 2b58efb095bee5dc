using System.Text.Json;
using Stratus.Protocol;
using Stratus.Server.Transport;
using StreamJsonRpc;

namespace Stratus.Server.Session;

/// <summary>The client at the other end of the connection.</summary>
internal sealed class Client(JsonRpc rpc, Log log) : ILanguageClient
{
    /// <summary>A question is kept until it is answered. A client that leaves so many open answers none: more would only fill the memory.</summary>
    internal const int MostUnanswered = 100;

    /// <summary>Notes, and what decides how they are read and which of them.</summary>
    private static readonly Protocol.FileSystemWatcher[] WatchedFiles =
        [new("**/*.{md,markdown}"), new("**/.stratus.json"), new("**/*.glossary.yml"), new("**/{.gitignore,.stratusignore}")];

    private int _unanswered;

    /// <inheritdoc/>
    public void PublishDiagnostics(PublishDiagnosticsParams diagnostics) => Notify(
        "textDocument/publishDiagnostics",
        diagnostics.Diagnostics,
        ("uri", diagnostics.Uri, typeof(string)),
        ("version", diagnostics.Version, typeof(int)),
        ("diagnostics", diagnostics.Diagnostics, typeof(EncodedDiagnostics)));

    /// <inheritdoc/>
    public void ShowMessage(MessageType type, string message) => Notify(
        "window/showMessage",
        null,
        ("type", type, typeof(MessageType)),
        ("message", message, typeof(string)));

    /// <inheritdoc/>
    public async Task<JsonElement?> AskConfigurationAsync()
    {
        var answer = await AskAsync<JsonElement?[]>(
            "workspace/configuration",
            ("items", new[] { new ConfigurationItem("stratus") }, typeof(ConfigurationItem[]))).ConfigureAwait(false);
        return answer is [var settings, ..] ? settings : null;
    }

    /// <inheritdoc/>
    public Task RegisterConfigurationAsync() => AskAsync<JsonElement?>(
        "client/registerCapability",
        ("registrations", new[] { new Registration("configuration", "workspace/didChangeConfiguration") }, typeof(Registration[])));

    /// <inheritdoc/>
    public Task RegisterWatchedFilesAsync() => AskAsync<JsonElement?>(
        "client/registerCapability",
        ("registrations", new[] { new Registration("notes", "workspace/didChangeWatchedFiles", new(WatchedFiles)) }, typeof(Registration[])));

    /// <inheritdoc/>
    public Task RefreshDiagnosticsAsync() => AskAsync<JsonElement?>("workspace/diagnostic/refresh");

    /// <inheritdoc/>
    public Task RefreshSemanticTokensAsync() => AskAsync<JsonElement?>("workspace/semanticTokens/refresh");

    /// <inheritdoc/>
    public Task RefreshInlayHintsAsync() => AskAsync<JsonElement?>("workspace/inlayHint/refresh");

    /// <summary>Tells the client something.</summary>
    /// <param name="method">The method.</param>
    /// <param name="sent">What is not needed any more once the message is sent; null for nothing.</param>
    /// <param name="arguments">Its parameters.</param>
    private void Notify(string method, EncodedDiagnostics? sent, params ReadOnlySpan<(string Name, object? Value, Type Type)> arguments)
    {
        var (values, types) = Split(arguments);
        _ = NotifyAsync();

        async Task NotifyAsync()
        {
            try
            {
                await rpc.NotifyWithParameterObjectAsync(method, values, types).ConfigureAwait(false);
                sent?.Dispose();
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
            if (Interlocked.Increment(ref _unanswered) > MostUnanswered)
            {
                Interlocked.Decrement(ref _unanswered);
                log.Write($"{method} was not sent: {MostUnanswered} requests are unanswered");
                return default;
            }

            try
            {
                return await rpc.InvokeWithParameterObjectAsync<T>(method, values, types, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                log.Write($"{method} was not answered: {problem.Message}");
                return default;
            }
            finally
            {
                Interlocked.Decrement(ref _unanswered);
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
