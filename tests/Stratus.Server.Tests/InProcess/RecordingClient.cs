using System.Text.Json;
using Stratus.Protocol;
using Stratus.Server.Session;

namespace Stratus.Server.Tests.InProcess;

/// <summary>A client that keeps what the server tells it, and answers as a test wants it. Safe for use on several threads.</summary>
internal sealed class RecordingClient : ILanguageClient
{
    private readonly Lock _lock = new();
    private readonly List<PublishDiagnosticsParams> _published = [];
    private readonly List<string> _shown = [];
    private TaskCompletionSource _publishes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the editor answers when asked for the settings below <c>stratus</c>, as JSON; null for an error or nothing.</summary>
    internal string? Settings { get; set; }

    /// <summary>Called with what is published before it is recorded, on the thread that publishes.</summary>
    internal Action<PublishDiagnosticsParams>? BeforePublishing { get; set; }

    /// <summary>All that was published, in order.</summary>
    internal IReadOnlyList<PublishDiagnosticsParams> Published
    {
        get
        {
            lock (_lock)
            {
                return [.. _published];
            }
        }
    }

    /// <summary>The messages that the user was shown, in order.</summary>
    internal IReadOnlyList<string> Shown
    {
        get
        {
            lock (_lock)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>Waits until what was last published of a document is as expected.</summary>
    internal async Task<PublishDiagnosticsParams> PublishedAsync(string uri, Func<PublishDiagnosticsParams, bool> isExpected)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_published.FindLast(one => one.Uri == uri) is { } last && isExpected(last))
                {
                    return last;
                }

                next = _publishes.Task;
            }

            await next.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        }
    }

    public void PublishDiagnostics(PublishDiagnosticsParams diagnostics)
    {
        BeforePublishing?.Invoke(diagnostics);
        lock (_lock)
        {
            _published.Add(diagnostics);
            _publishes.SetResult();
            _publishes = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void ShowMessage(MessageType type, string message)
    {
        lock (_lock)
        {
            _shown.Add(message);
        }
    }

    public async Task<JsonElement?> AskConfigurationAsync()
    {
        await Task.Yield();
        return Settings is { } json ? JsonElement.Parse(json) : null;
    }

    public Task RegisterConfigurationAsync() => Task.CompletedTask;

    public Task RegisterWatchedFilesAsync() => Task.CompletedTask;

    public Task RefreshDiagnosticsAsync() => Task.CompletedTask;

    public Task RefreshSemanticTokensAsync() => Task.CompletedTask;

    public Task RefreshInlayHintsAsync() => Task.CompletedTask;
}
