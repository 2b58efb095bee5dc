using Stratus.Server.Conversion;
using Stratus.Server.Transport;

namespace Stratus.Server.Session;

/// <summary>
/// Pushes the findings of open notes. One worker, always on the newest snapshot of a note: a note that is edited while
/// its findings are being found is started again, and of a burst of edits only the last is looked at. The worker alone
/// sends, so that what a client gets last of a document is what holds, and nobody waits while it does.
/// </summary>
internal sealed class DiagnosticsPublisher(ILanguageClient client, ClientSupport support, Log log)
{
    private readonly Lock _lock = new();
    // The document that has waited longest first.
    private readonly OrderedDictionary<string, Job> _waiting = new(StringComparer.Ordinal);
    private Job? _current;

    /// <summary>Finds and sends what is in a note, unless a later call comes first.</summary>
    internal void Publish(OpenNote note) => Add(new(note.Uri, note));

    /// <summary>Takes back what was sent of a document.</summary>
    internal void Clear(string uri) => Add(new(uri, null));

    private void Add(Job job)
    {
        lock (_lock)
        {
            _waiting[job.Uri] = job;
            if (_current is null)
            {
                _current = job;
                _ = Task.Run(WorkAsync);
            }
            else if (_current.Uri == job.Uri)
            {
                // Not on this thread, which is the session's.
                _ = _current.Overtaken.CancelAsync();
            }
        }
    }

    private async Task WorkAsync()
    {
        while (Take() is { } job)
        {
            try
            {
                await SendAsync(job).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (job.Overtaken.IsCancellationRequested)
            {
                log.Write($"diagnostics of version {job.Note?.Version} of {job.Uri}: outdated");
            }
            catch (Exception problem)
            {
                // A fault in a rule must not end the worker: the next edit may be past it.
                log.Write($"diagnostics of {job.Uri} failed: {problem}");
            }
        }
    }

    private Job? Take()
    {
        lock (_lock)
        {
            _current = _waiting.Count == 0 ? null : _waiting.GetAt(0).Value;
            if (_current is not null)
            {
                _waiting.RemoveAt(0);
            }

            return _current;
        }
    }

    private async Task SendAsync(Job job)
    {
        if (job.Note is not { } note)
        {
            client.PublishDiagnostics(new(job.Uri, []));
            return;
        }

        var diagnostics = ToProtocol.Diagnostics(note, await note.Analysis.FindingsAsync(job.Overtaken.Token).ConfigureAwait(false), support);
        job.Overtaken.Token.ThrowIfCancellationRequested();
        client.PublishDiagnostics(new(job.Uri, diagnostics, support.Diagnostics.Version ? note.Version : null));
    }

    /// <summary>What is to be said of a document.</summary>
    /// <param name="Uri">The document.</param>
    /// <param name="Note">The snapshot whose findings are sent; null if there are none any more.</param>
    private sealed record Job(string Uri, OpenNote? Note)
    {
        /// <summary>
        /// Cancelled by a later job of the same document, perhaps just as this one ends: so it is never disposed. Without a
        /// timer it holds nothing that needs to be.
        /// </summary>
        internal CancellationTokenSource Overtaken { get; } = new();
    }
}
