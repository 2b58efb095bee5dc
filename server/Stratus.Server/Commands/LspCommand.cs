using System.CommandLine;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using Microsoft.VisualStudio.Threading;
using Stratus.Protocol;
using Stratus.Server.Api;
using Stratus.Server.Session;
using Stratus.Server.Transport;
using StreamJsonRpc;

namespace Stratus.Server.Commands;

/// <summary><c>stratus lsp</c>: serves one editor over stdin and stdout.</summary>
internal static class LspCommand
{
    internal static Command Create()
    {
        var process = new Option<int?>("--clientProcessId", "--client-process-id") { Description = "Exit when this process ends.", HelpName = "PID" };
        var log = new Option<string?>("--log") { Description = "Append a log to FILE (- for stderr).", HelpName = "FILE" };
        var command = new Command("lsp", "Serve an editor over stdin and stdout (Language Server Protocol).")
        {
            new Option<bool>("--stdio") { Description = "Use stdin and stdout (the default)." },
            process,
            log,
        };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetValue(process), arguments.GetValue(log), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int? clientProcess, string? logPath, CancellationToken cancellation)
    {
        // Decoded while the client is still saying hello.
        _ = Task.Run(() => Catalog.Embedded.Matcher, cancellation);

        Log log;
        try
        {
            log = Log.Open(logPath);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"stratus: the log cannot be written: {problem.Message}").ConfigureAwait(false);
            return ExitCode.CouldNotRun;
        }

        using (log)
        {
            return await ServeAsync(clientProcess, log, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<int> ServeAsync(int? clientProcess, Log log, CancellationToken cancellation)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var clientEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellation.Register(() => clientEnded.TrySetResult());
        var lifecycle = new Lifecycle();
        using var formatter = CreateFormatter();
        await using var handler = new MessageHandler(
            PipeWriter.Create(new StandardOutput(), new StreamPipeWriterOptions(minimumBufferSize: 64 * 1024)),
            PipeReader.Create(Console.OpenStandardInput(), new StreamPipeReaderOptions(bufferSize: 64 * 1024)),
            formatter,
            lifecycle,
            log);
        var thread = new NonConcurrentSynchronizationContext(sticky: true);
        using var rpc = new Connection(handler, log)
        {
            CancelLocallyInvokedMethodsWhenConnectionIsClosed = true,
            SynchronizationContext = thread,
        };
        // The library writes each mistake of a client to the log of the system; what is worth knowing is in the log of the session.
        rpc.TraceSource.Switch.Level = SourceLevels.Off;
        using var session = new ClientSession(new Client(rpc, log), log, TimeProvider.System, thread);
        rpc.AddLocalRpcTarget(RpcTargetMetadata.FromShape<ILanguageServer>(), new LanguageServer(session, Watch), null);
        if (clientProcess is { } id)
        {
            Watch(id);
        }

        rpc.StartListening();
        await Task.WhenAny(rpc.Completion, handler.OutputLost, clientEnded.Task).ConfigureAwait(false);
        await watching.CancelAsync().ConfigureAwait(false);
        log.Write($"exits with code {lifecycle.ExitCode}");
        return clientEnded.Task.IsCompleted ? 1 : lifecycle.ExitCode;

        void Watch(int process) => _ = Task.Run(
            async () =>
            {
                await ClientProcess.WaitForEndAsync(process, watching.Token).ConfigureAwait(false);
                log.Write($"the client's process {process} has ended");
                clientEnded.TrySetResult();
            },
            watching.Token);
    }

    /// <summary>JSON with the protocol's types and those of the JSON-RPC library: without its own it drops <c>$/cancelRequest</c> without a word.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Every type on the wire has generated metadata, and reflection is switched off for JSON, so a missing one fails at once.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above.")]
    internal static SystemTextJsonFormatter CreateFormatter() => new()
    {
        JsonSerializerOptions = new(ProtocolJson.Default.Options)
        {
            TypeInfoResolverChain = { RpcJson.Default },
            // Letters of any script as they are: half the bytes for a Korean note.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        },
    };
}
