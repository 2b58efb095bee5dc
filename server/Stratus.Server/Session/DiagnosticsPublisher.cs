using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Transport;

namespace Stratus.Server.Session;

/// <summary>
/// Pushes the findings of open notes. Each job has a generation, and of the jobs of a document only the newest is done: of a burst of
/// edits only the last is looked at. What has been found is sent, so that the client sees the version, and as jobs take turns, what a
/// client gets last of a document is what holds.
/// </summary>
internal sealed class DiagnosticsPublisher(ILanguageClient client, ClientSupport support, DiagnosticsEncoder encoder, BackgroundLane lane, Log log)
{
    private const string Kind = "publishDiagnostics";

    // Only the session's thread counts.
    private long _generation;

    /// <summary>Finds and sends what is in a note, unless a later call comes first.</summary>
    internal void Publish(OpenNote note) => _ = SendAsync(
        note.Uri, note.Version, cancellation => note.ToTheEndAsync<PublishDiagnosticsParams>(async () => new(
            note.Uri,
            encoder.Encode(note, await note.Analysis.RulesAsync(cancellation).ConfigureAwait(false)),
            support.Diagnostics.Version ? note.Version : null)));

    /// <summary>Takes back what was sent of a document.</summary>
    internal void Clear(string uri) => _ = SendAsync(uri, null, _ => Task.FromResult<PublishDiagnosticsParams>(new(uri, EncodedDiagnostics.None)));

    private async Task SendAsync(string uri, int? version, Func<CancellationToken, Task<PublishDiagnosticsParams>> find)
    {
        try
        {
            await lane.RunAsync(Kind, uri, ++_generation, FindAndSendAsync, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OutdatedException)
        {
            log.Write($"diagnostics of version {version} of {uri}: outdated");
        }
        catch (Exception problem)
        {
            // A fault in a rule must not end anything: the next edit may be past it.
            log.Write($"diagnostics of {uri} failed: {problem}");
        }

        async Task<bool> FindAndSendAsync(CancellationToken cancellation)
        {
            client.PublishDiagnostics(await find(cancellation).ConfigureAwait(false));
            return true;
        }
    }
}
