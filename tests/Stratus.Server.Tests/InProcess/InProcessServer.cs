using System.Text.Json;
using Microsoft.VisualStudio.Threading;
using Stratus.Protocol;
using Stratus.Server.Api;
using Stratus.Server.Session;
using Stratus.Server.Transport;

namespace Stratus.Server.Tests.InProcess;

/// <summary>
/// A session in the process of the tests, with a client that records: all of the server but the connection. As there,
/// messages are handled one at a time, in order, on a synchronization context of the session's own.
/// </summary>
internal sealed class InProcessServer : IDisposable
{
    internal const string Note = "file:///notes/a.md";

    private readonly NonConcurrentSynchronizationContext _thread = new(sticky: true);
    private readonly StringWriter _lines = new();
    private readonly Log _log;
    private readonly ClientSession _session;
    private readonly LanguageServer _server;

    private InProcessServer(TimeProvider clock)
    {
        _log = new(TextWriter.Synchronized(_lines));
        _session = new(Client, _log, clock, _thread);
        _server = new(_session, Watched.Add);
    }

    internal RecordingClient Client { get; } = new();

    /// <summary>The processes with which the server shall end.</summary>
    internal List<int> Watched { get; } = [];

    /// <summary>What the log holds.</summary>
    internal string Log => _lines.ToString();

    /// <summary>Starts a session.</summary>
    /// <param name="capabilities">The client's capabilities, as JSON.</param>
    /// <param name="options">The initialization options, as JSON.</param>
    /// <param name="folder">The folder that is open, or null for none.</param>
    /// <param name="settings">What the editor answers when it is asked for its settings, as JSON; null for nothing.</param>
    /// <param name="processId">The client's process, as JSON.</param>
    /// <param name="clock">Tells what day it is; null for the day on which the test runs.</param>
    internal static async Task<InProcessServer> StartAsync(
        string capabilities = "{}", string options = "null", string? folder = null, string? settings = null, string processId = "null", TimeProvider? clock = null)
    {
        var server = new InProcessServer(clock ?? TimeProvider.System);
        server.Client.Settings = settings;
        var root = folder is null ? "null" : $"\"{Address(folder)}\"";
        await server.DoAsync(it => it.InitializeAsync(JsonElement.Parse(
            $$"""{"processId":{{processId}},"rootUri":{{root}},"capabilities":{{capabilities}},"initializationOptions":{{options}}}""")));
        await server.DoAsync(it => it.InitializedAsync(null));
        return server;
    }

    /// <summary>The address of a file.</summary>
    internal static string Address(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Hands the server a message, and waits until it is handled.</summary>
    internal async Task DoAsync(Func<LanguageServer, Task> handle)
    {
        var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _thread.Post(_ => _ = HandleAsync(), null);
        await handled.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);

        async Task HandleAsync()
        {
            try
            {
                await handle(_server);
                handled.SetResult();
            }
            catch (Exception problem)
            {
                handled.SetException(problem);
            }
        }
    }

    /// <summary>Hands the server a request, and waits only until it has taken it: what it answers is still to come.</summary>
    internal async Task<Answer<T>> AskAsync<T>(Func<LanguageServer, Task<T>> ask)
    {
        Task<T>? answer = null;
        await DoAsync(server =>
        {
            answer = ask(server);
            return Task.CompletedTask;
        });
        return new(answer!);
    }

    internal Task OpenAsync(string text, string uri = Note, int version = 1) =>
        DoAsync(server => server.DidOpenAsync(new(new(uri, text, "markdown", version))));

    /// <summary>Gives a note another text.</summary>
    internal Task ChangeAsync(int version, string text, string uri = Note) =>
        DoAsync(server => server.DidChangeAsync(new(new(uri, version), [new(text)])));

    internal Task CloseAsync(string uri = Note) => DoAsync(server => server.DidCloseAsync(new(new(uri))));

    /// <summary>Tells of changed settings, with what is sent along, as JSON.</summary>
    internal Task ConfigureAsync(string settings = "null") =>
        DoAsync(server => server.DidChangeConfigurationAsync(new(settings == "null" ? null : JsonElement.Parse(settings))));

    /// <summary>Tells of files that were written, made or deleted.</summary>
    internal Task TellOfFilesAsync(params string[] paths) =>
        DoAsync(server => server.DidChangeWatchedFilesAsync(new([.. paths.Select(path => new FileEvent(Address(path)))])));

    /// <summary>Hands the session what has changed, all at once.</summary>
    internal Task ApplyAsync(params Modification[] modifications) => DoAsync(_ =>
    {
        _session.Apply(modifications);
        return Task.CompletedTask;
    });

    public void Dispose()
    {
        _session.Dispose();
        _log.Dispose();
    }
}

/// <summary>What is still to be answered.</summary>
internal sealed record Answer<T>(Task<T> Coming)
{
    internal bool IsThere => Coming.IsCompleted;

    internal Task<T> ReceiveAsync() => Coming.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
}
