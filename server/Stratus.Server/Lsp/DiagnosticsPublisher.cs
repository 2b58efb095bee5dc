using Stratus.Server.Conversion;

namespace Stratus.Server.Lsp;

/// <summary>
/// Pushes the findings of open notes. One worker, always on the newest snapshot of a note: a note that is edited while
/// its findings are being found is started anew, and of a burst of edits only the last is looked at.
/// </summary>
internal sealed class DiagnosticsPublisher(Client client, ClientSupport support, Log log)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OpenNote> _waiting = [];
    private CancellationTokenSource? _current;
    private string? _currentUri;
    private bool _isWorking;

    /// <summary>Finds and sends what is in a note, unless a later call comes first.</summary>
    internal void Publish(OpenNote note)
    {
        lock (_lock)
        {
            Drop(note.Uri);
            _waiting[note.Uri] = note;
            if (!_isWorking)
            {
                _isWorking = true;
                _ = Task.Run(Work);
            }
        }
    }

    /// <summary>Takes back what was sent of a document.</summary>
    internal void Clear(string uri)
    {
        lock (_lock)
        {
            Drop(uri);
            client.PublishDiagnostics(new(uri, []));
        }
    }

    private void Drop(string uri)
    {
        _waiting.Remove(uri);
        if (_currentUri == uri)
        {
            _current?.Cancel();
        }
    }

    private void Work()
    {
        while (Take() is { } note)
        {
            using var cancellation = note.Cancellation;
            try
            {
                var diagnostics = ToProtocol.Diagnostics(note.Note, support, cancellation.Token);
                lock (_lock)
                {
                    if (!cancellation.IsCancellationRequested)
                    {
                        client.PublishDiagnostics(new(note.Note.Uri, diagnostics, support.Diagnostics.Version ? note.Note.Version : null));
                    }
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                log.Write($"diagnostics of version {note.Note.Version} of {note.Note.Uri}: overtaken");
            }
            catch (Exception problem)
            {
                // A fault in a rule must not end the worker: the next edit may be past it.
                log.Write($"diagnostics of {note.Note.Uri} failed: {problem}");
            }
        }
    }

    private (OpenNote Note, CancellationTokenSource Cancellation)? Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                (_isWorking, _current, _currentUri) = (false, null, null);
                return null;
            }

            var (uri, note) = _waiting.First();
            _waiting.Remove(uri);
            (_current, _currentUri) = (new CancellationTokenSource(), uri);
            return (note, _current);
        }
    }
}
