using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Stratus.Server.Transport;

/// <summary>The JSON-RPC connection: the library's, save that a failure tells the client what it did wrong and nothing of the server's inside.</summary>
internal sealed class Connection(IJsonRpcMessageHandler handler, Log log) : JsonRpc(handler)
{
    /// <inheritdoc/>
    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        // What was refused on purpose has nothing more to say than its message.
        log.Write($"{request.Method} ({request.RequestId}) failed: {(exception is LocalRpcException ? exception.Message : exception)}");
        var (code, message) = exception switch
        {
            LocalRpcException problem => ((JsonRpcErrorCode)problem.ErrorCode, problem.Message),
            RpcArgumentDeserializationException or JsonException =>
                (JsonRpcErrorCode.InvalidParams, $"Invalid parameters of `{request.Method}`: {Innermost(exception).Message}"),
            _ => (JsonRpcErrorCode.InternalError, $"`{request.Method}` failed in the server."),
        };
        return new() { Code = code, Message = message };
    }

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;
}
