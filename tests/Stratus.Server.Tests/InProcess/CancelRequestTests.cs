using System.IO.Pipelines;
using System.Reflection;
using System.Text;
using Stratus.Server.Api;
using Stratus.Server.Commands;
using Stratus.Server.Transport;
using StreamJsonRpc;

namespace Stratus.Server.Tests.InProcess;

/// <summary>What is cancelled while it is being answered, over the connection of the real program.</summary>
public sealed class CancelRequestTests
{
    [Fact]
    public async Task A_request_that_is_cancelled_before_it_is_answered_is_answered_as_cancelled()
    {
        var (input, output) = (new Pipe(), new Pipe());
        using var log = new Log(TextWriter.Null);
        using var formatter = LspCommand.CreateFormatter();
        await using var handler = new MessageHandler(output.Writer, input.Reader, formatter, new Lifecycle(), log);
        using var rpc = new Connection(handler, log);
        rpc.AddLocalRpcTarget(RpcTargetMetadata.FromShape<ILanguageServer>(), DispatchProxy.Create<ILanguageServer, SlowServer>(), null);
        rpc.StartListening();

        await SendAsync(input.Writer, """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""");
        await SendAsync(input.Writer, """{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"a"},"position":{"line":0,"character":0}}}""");
        await SendAsync(input.Writer, """{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}""");
        Assert.Contains("\"code\":-32800", await AnswerAsync(output.Reader, "\"id\":2"), StringComparison.Ordinal);
        await input.Writer.CompleteAsync();
    }

    private static async Task SendAsync(PipeWriter writer, string body) =>
        await writer.WriteAsync(Encoding.UTF8.GetBytes($"Content-Length: {body.Length}\r\n\r\n{body}"), TestContext.Current.CancellationToken);

    // What came up to the answer with this id, whole or in part, and then all of it.
    private static async Task<string> AnswerAsync(PipeReader reader, string id)
    {
        using var patience = new CancellationTokenSource(LspClient.Patience);
        while (true)
        {
            var read = await reader.ReadAsync(patience.Token);
            var text = Encoding.UTF8.GetString(read.Buffer);
            if (text.Contains(id, StringComparison.Ordinal) && text.EndsWith('}'))
            {
                return text;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>A server that answers nothing before it is asked to stop, whatever the speed of the machine; it begins at once.</summary>
    // Not sealed: the proxy is derived from it.
    public class SlowServer : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(ILanguageServer.InitializeAsync) => Task.FromResult<Protocol.InitializeResult>(null!),
            nameof(ILanguageServer.HoverAsync) => UntilCancelledAsync((CancellationToken)args![1]!),
            _ => Task.CompletedTask,
        };

        private static async Task<Protocol.Hover?> UntilCancelledAsync(CancellationToken cancellation)
        {
            var cancelled = new TaskCompletionSource<Protocol.Hover?>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var registration = cancellation.Register(() => cancelled.TrySetCanceled(cancellation));
            return await cancelled.Task;
        }
    }
}
