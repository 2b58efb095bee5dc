using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Stratus.Server.Transport;

/// <summary>
/// The life of a session as LSP prescribes it, which nothing in the JSON-RPC library enforces: what may be asked when,
/// and with which exit code it ends. Told of each message in the order of arrival, by the one that reads them.
/// </summary>
internal sealed class Lifecycle
{
    /// <summary>The server has not been initialized.</summary>
    internal const int ServerNotInitialized = -32002;

    /// <summary>The method of the notification that ends the process.</summary>
    internal const string Exit = "exit";

    private volatile Stage _stage;
    private RequestId _initialize;
    private TaskCompletionSource _decided = new();

    private enum Stage
    {
        New,
        Initializing,
        Running,
        ShutDown,
    }

    /// <summary>0 after <c>shutdown</c>, else 1.</summary>
    internal int ExitCode => _stage == Stage.ShutDown ? 0 : 1;

    /// <summary>
    /// Completes when it is known what may be served next: while `initialize` is served that depends on its answer, since
    /// one that was refused has not happened.
    /// </summary>
    internal Task Decided => _stage == Stage.Initializing ? _decided.Task : Task.CompletedTask;

    /// <summary>Why a request or notification must not be served now, or null where it may be. A request that may, moves the session on.</summary>
    internal (int Code, string Message)? Refuse(JsonRpcRequest message)
    {
        switch (_stage)
        {
            case Stage.New when message.Method == "initialize" && message.IsResponseExpected:
                (_initialize, _decided) = (message.RequestId, new(TaskCreationOptions.RunContinuationsAsynchronously));
                _stage = Stage.Initializing;
                return null;
            case Stage.New:
                return (ServerNotInitialized, "The server is not initialized: send `initialize` first.");
            case Stage.Running when message.Method == "initialize":
                return ((int)JsonRpcErrorCode.InvalidRequest, "The server is initialized already.");
            case Stage.Running when message.Method == "shutdown" && message.IsResponseExpected:
                _stage = Stage.ShutDown;
                return null;
            case Stage.ShutDown:
                return ((int)JsonRpcErrorCode.InvalidRequest, "The server is shut down: only `exit` may follow.");
            default:
                return null;
        }
    }

    /// <summary>Takes note of an answer that is sent: one to `initialize` decides whether the session begins.</summary>
    internal void Answered(JsonRpcMessage answer)
    {
        if (_stage == Stage.Initializing && answer is IJsonRpcMessageWithId { RequestId: var id } && id == _initialize)
        {
            _stage = answer is JsonRpcResult ? Stage.Running : Stage.New;
            _decided.SetResult();
        }
    }
}
