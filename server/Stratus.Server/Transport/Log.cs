using System.Globalization;
using StreamJsonRpc.Protocol;

namespace Stratus.Server.Transport;

/// <summary>What happens in a session, for someone who looks for a fault. Writes nothing unless asked for: editors show what a server writes to stderr as errors.</summary>
internal sealed class Log : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TextWriter? _writer;
    private bool _isClosed;

    /// <summary>A log that is written to a writer, which it owns; null for none.</summary>
    internal Log(TextWriter? writer) => _writer = writer;

    /// <summary>Opens a log: null for none, <c>-</c> for stderr, else a file to append to.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    internal static Log Open(string? path) => new(path switch
    {
        null => null,
        "-" => Console.Error,
        _ => new StreamWriter(path, append: true) { AutoFlush = true },
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _writer?.Dispose();
        }
    }

    internal void Received(JsonRpcRequest message)
    {
        if (_writer is not null)
        {
            Write(message.IsResponseExpected ? $"<- {message.Method} ({message.RequestId})" : $"<- {message.Method}");
        }
    }

    internal void Sent(JsonRpcMessage message)
    {
        if (_writer is null)
        {
            return;
        }

        Write(message switch
        {
            JsonRpcResult result => $"-> result ({result.RequestId})",
            JsonRpcError error => $"-> error ({error.RequestId}) {(int)(error.Error?.Code ?? 0)} {error.Error?.Message}",
            JsonRpcRequest request => $"-> {request.Method}",
            _ => "->",
        });
    }

    /// <summary>A line of any other kind; none after the end, when work in the background may still be ending.</summary>
    internal void Write(string line)
    {
        if (_writer is null)
        {
            return;
        }

        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:HH:mm:ss.fff} {line}"));
        }
    }
}
