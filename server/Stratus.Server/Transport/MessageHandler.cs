using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Stratus.Server.Transport;

/// <summary>
/// The messages of one client over a pair of pipes. The library's own handler takes one spelling of one header and ends
/// at the first body that it cannot read; this one answers and goes on. What the <see cref="Lifecycle"/> forbids is
/// answered here too, so that it holds for methods that do not exist as well.
/// </summary>
internal sealed class MessageHandler : PipeMessageHandler
{
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(2);

    private readonly Frames _frames;
    private readonly Lifecycle _lifecycle;
    private readonly Log _log;
    private readonly Lock _countLock = new();
    private readonly TaskCompletionSource _outputLost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _allAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<RequestId> _awaited = [];
    private readonly YoungGeneration _young = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private int _unanswered;
    private bool _hasEnded;

    internal MessageHandler(PipeWriter output, PipeReader input, IJsonRpcMessageFormatter formatter, Lifecycle lifecycle, Log log)
        : base(output, input, formatter)
    {
        _frames = new Frames(input);
        _lifecycle = lifecycle;
        _log = log;
    }

    /// <summary>Completes when nobody takes any more what the server says.</summary>
    internal Task OutputLost => _outputLost.Task;

    /// <summary>The next message to serve, or null at the end: of the stream, or by <c>exit</c>.</summary>
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (await _frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } body)
        {
            await _lifecycle.Decided.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (Parse(LenientText.Mend(body), out var id, out var code, out var problem) is not { } message)
            {
                await RefuseAsync(id, code, problem, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (message is not JsonRpcRequest request)
            {
                if (IsAwaited(message))
                {
                    return message;
                }

                // The library takes an answer that nobody asked for as a reason to hang up.
                _log.Write("<- a response to no request");
                continue;
            }

            _log.Received(request);
            if (request.Method == Lifecycle.Exit)
            {
                break;
            }

            if (_lifecycle.Refuse(request) is not { } refusal)
            {
                Count(request.IsResponseExpected ? 1 : 0);
                return message;
            }

            if (request.IsResponseExpected)
            {
                await RefuseAsync(request.RequestId, refusal.Code, refusal.Message, cancellationToken).ConfigureAwait(false);
            }
        }

        await EndAsync().ConfigureAwait(false);
        return null;
    }

    /// <summary>Writes one frame.</summary>
    protected override void Write(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        // One message is written at a time.
        _body.ResetWrittenCount();
        Formatter.Serialize(_body, content);
        Span<byte> header = stackalloc byte[48];
        System.Text.Unicode.Utf8.TryWrite(header, $"Content-Length: {_body.WrittenCount}\r\n\r\n", out var written);
        Writer!.Write(header[..written]);
        Writer!.Write(_body.WrittenSpan);
        _log.Sent(content);
        if (content is JsonRpcResult or JsonRpcError)
        {
            _lifecycle.Answered(content);
            Count(-1);
        }
        else if (content is JsonRpcRequest { IsResponseExpected: true } request)
        {
            lock (_countLock)
            {
                _awaited.Add(request.RequestId);
            }
        }
    }

    /// <summary>Hands on what has been written.</summary>
    protected override async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await base.FlushAsync(cancellationToken).ConfigureAwait(false);
            _young.CollectIfGrown();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            _log.Write($"the output cannot be written: {problem.Message}");
            _outputLost.TrySetResult();
            throw;
        }
    }

    private bool IsAwaited(JsonRpcMessage answer)
    {
        lock (_countLock)
        {
            return answer is IJsonRpcMessageWithId { RequestId: var id } && _awaited.Remove(id);
        }
    }

    private JsonRpcMessage? Parse(ReadOnlyMemory<byte> body, out RequestId id, out int code, out string problem)
    {
        (id, code, problem) = (RequestId.Null, (int)JsonRpcErrorCode.ParseError, "A message has no valid Content-Length or no content.");
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            var message = Formatter.Deserialize(new ReadOnlySequence<byte>(body));
            if (message is not JsonRpcRequest { Method: null })
            {
                return message;
            }

            problem = "The message has no method.";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever the formatter throws at what a client sent is the client's mistake; it documents no type.
            problem = exception.Message;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            (id, code) = (IdOf(json.RootElement), (int)JsonRpcErrorCode.InvalidRequest);
            problem = json.RootElement.ValueKind == JsonValueKind.Array ? "Batches are not part of LSP." : "The message is not a JSON-RPC 2.0 request.";
        }
        catch (JsonException exception)
        {
            problem = $"Invalid JSON: {exception.Message}";
        }

        return null;
    }

    private static RequestId IdOf(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("id", out var id)
            ? id.ValueKind switch
            {
                JsonValueKind.Number when id.TryGetInt64(out var number) => new RequestId(number),
                JsonValueKind.String => new RequestId(id.GetString()),
                _ => RequestId.Null,
            }
            : RequestId.Null;

    private async ValueTask RefuseAsync(RequestId id, int code, string message, CancellationToken cancellation)
    {
        var error = ((IJsonRpcMessageFactory)Formatter).CreateErrorMessage();
        error.RequestId = id;
        error.Error = new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)code, Message = message };
        Count(1);
        await WriteAsync(error, cancellation).ConfigureAwait(false);
    }

    private void Count(int change)
    {
        lock (_countLock)
        {
            _unanswered += change;
            SignalIfDone();
        }
    }

    /// <summary>The connection ends with the last message; what was asked before is answered first, if it does not take long.</summary>
    private async Task EndAsync()
    {
        lock (_countLock)
        {
            _hasEnded = true;
            SignalIfDone();
        }

        await Task.WhenAny(_allAnswered.Task, Task.Delay(LastAnswers)).ConfigureAwait(false);
    }

    private void SignalIfDone()
    {
        if (_hasEnded && _unanswered <= 0)
        {
            _allAnswered.TrySetResult();
        }
    }
}
