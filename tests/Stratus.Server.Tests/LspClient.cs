using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Stratus.Server.Tests;

/// <summary>A language client that is no more than the protocol: it starts the real server and speaks with it over pipes.</summary>
internal sealed class LspClient : IAsyncDisposable
{
    /// <summary>
    /// How long a test waits for what must come before it takes it for hung. It says nothing of how long anything may take: on a
    /// machine that is busy with other things all of it takes many times as long.
    /// </summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly List<JsonElement> _passedBy = [];
    private readonly Channel<JsonElement> _unasked = Channel.CreateUnbounded<JsonElement>();
    private readonly Lock _writing = new();
    private int _lastId;

    private LspClient(Process process)
    {
        _process = process;
        _ = Task.Run(ReadAsync);
    }

    /// <summary>Answers what the server asks, by method; a method without one gets an error.</summary>
    internal ConcurrentDictionary<string, Func<JsonElement, object?>> Answers { get; } = new();

    /// <summary>The server's answer to <c>initialize</c>.</summary>
    internal JsonElement Server { get; private set; }

    internal Process Process => _process;

    /// <summary>Starts a server, without a word to it.</summary>
    internal static LspClient Start(params string[] arguments) => new(StratusProgram.Start(["lsp", "--stdio", .. arguments]));

    /// <summary>Starts a server and initializes it as a client with these capabilities.</summary>
    internal static async Task<LspClient> InitializedAsync(object? capabilities = null, object? options = null, string? program = null)
    {
        var client = new LspClient(StratusProgram.Start(["lsp", "--stdio"], program: program));
        var answer = await client.RequestAsync("initialize", new { processId = Environment.ProcessId, capabilities = capabilities ?? new { }, initializationOptions = options });
        client.Server = answer.GetProperty("result");
        client.Notify("initialized", new { });
        return client;
    }

    /// <summary>Opens a note.</summary>
    internal void Open(string text, string uri = "file:///notes/a.md", string languageId = "markdown", int version = 1) =>
        Notify("textDocument/didOpen", new { textDocument = new { uri, languageId, version, text } });

    /// <summary>Changes a note: each change replaces a range (start line, start character, end line, end character), or everything.</summary>
    internal void Change(int version, params (int[]? Range, string Text)[] changes) => Notify("textDocument/didChange", new
    {
        textDocument = new { uri = "file:///notes/a.md", version },
        contentChanges = changes.Select(change => change.Range is { } at
            ? (object)new { range = new { start = new { line = at[0], character = at[1] }, end = new { line = at[2], character = at[3] } }, text = change.Text }
            : new { text = change.Text }),
    });

    /// <summary>Asks about a place of a note; gives the result.</summary>
    internal async Task<JsonElement> AtAsync(string method, int line, int character, string uri = "file:///notes/a.md")
    {
        var answer = await RequestAsync(method, new { textDocument = new { uri }, position = new { line, character } });
        return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException(answer.ToString());
    }

    /// <summary>Asks about a note as a whole, or a range of it (start line, start character, end line, end character); gives the result.</summary>
    internal async Task<JsonElement> AboutAsync(string method, int[]? range = null, string uri = "file:///notes/a.md")
    {
        var textDocument = new { uri };
        var answer = await RequestAsync(method, range is null
            ? new { textDocument }
            : new { textDocument, range = new { start = new { line = range[0], character = range[1] }, end = new { line = range[2], character = range[3] } } });
        return answer.TryGetProperty("result", out var result) ? result : throw new InvalidOperationException(answer.ToString());
    }

    /// <summary>A range on the wire, as <c>start line:character-end line:character</c>.</summary>
    internal static string Text(JsonElement range)
    {
        var (start, end) = (range.GetProperty("start"), range.GetProperty("end"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{start.GetProperty("line").GetInt32()}:{start.GetProperty("character").GetInt32()}-{end.GetProperty("line").GetInt32()}:{end.GetProperty("character").GetInt32()}");
    }

    /// <summary>Asks, and gives the whole answer.</summary>
    internal Task<JsonElement> RequestAsync(string method, object? parameters = null) => AnswerTo(BeginRequest(method, parameters));

    /// <summary>Asks without waiting; gives the id.</summary>
    internal int BeginRequest(string method, object? parameters = null)
    {
        var id = Interlocked.Increment(ref _lastId);
        _asked[Key(id)] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(parameters is null ? new { jsonrpc = "2.0", id, method } : new { jsonrpc = "2.0", id, method, @params = parameters });
        return id;
    }

    /// <summary>The answer to a request with this id; null is the id of answers to what could not be read.</summary>
    internal async Task<JsonElement> AnswerTo(int? id)
    {
        var key = id is { } number ? Key(number) : "null";
        var answer = _asked.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        return await answer.Task.WaitAsync(Patience);
    }

    internal void Notify(string method, object? parameters = null) =>
        Send(parameters is null ? new { jsonrpc = "2.0", method } : new { jsonrpc = "2.0", method, @params = parameters });

    /// <summary>The next notification of this kind; those of other kinds before it are passed over.</summary>
    internal async Task<JsonElement> NextAsync(string method)
    {
        using var impatience = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await _unasked.Reader.ReadAsync(impatience.Token);
            if (message.GetProperty("method").GetString() == method)
            {
                return message.GetProperty("params");
            }

            _passedBy.Add(message);
        }
    }

    /// <summary>Everything of this kind that has come and not been looked at yet, also what came before something that was waited for.</summary>
    internal List<JsonElement> Pending(string method)
    {
        var all = _passedBy.Where(message => message.GetProperty("method").GetString() == method).Select(message => message.GetProperty("params")).ToList();
        _passedBy.Clear();
        while (_unasked.Reader.TryRead(out var message))
        {
            if (message.GetProperty("method").GetString() == method)
            {
                all.Add(message.GetProperty("params"));
            }
        }

        return all;
    }

    internal void Send(object message) => SendBody(JsonSerializer.Serialize(message));

    internal void SendBody(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        SendRaw([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n")), .. bytes]);
    }

    internal void SendRaw(byte[] bytes)
    {
        lock (_writing)
        {
            _process.StandardInput.BaseStream.Write(bytes);
            _process.StandardInput.BaseStream.Flush();
        }
    }

    internal void SendRaw(string text) => SendRaw(Encoding.UTF8.GetBytes(text));

    /// <summary>Says goodbye as LSP has it; gives the exit code.</summary>
    internal async Task<int> ExitAsync()
    {
        await RequestAsync("shutdown");
        Notify("exit");
        return await ExitCodeAsync();
    }

    /// <summary>Waits for the end of the process.</summary>
    internal async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        while (await ReadLengthAsync(output) is { } length)
        {
            var body = new byte[length];
            await output.ReadExactlyAsync(body);
            using var json = JsonDocument.Parse(body);
            Take(json.RootElement.Clone());
        }

        _unasked.Writer.TryComplete();
        foreach (var waiting in _asked.Values)
        {
            waiting.TrySetException(new EndOfStreamException("The server has closed its output."));
        }
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("method", out var method))
        {
            _asked.GetOrAdd(message.GetProperty("id").GetRawText(), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(message);
            return;
        }

        if (!message.TryGetProperty("id", out var id))
        {
            _unasked.Writer.TryWrite(message);
            return;
        }

        Send(Answers.TryGetValue(method.GetString()!, out var answer)
            ? new { jsonrpc = "2.0", id, result = answer(message.TryGetProperty("params", out var parameters) ? parameters : default) }
            : new { jsonrpc = "2.0", id, error = new { code = -32601, message = "not here" } });
    }

    private static async Task<int?> ReadLengthAsync(Stream output)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (await output.ReadAsync(one) == 1)
        {
            header.Append((char)one[0]);
            if (header.Length >= 4 && header.ToString(header.Length - 4, 4) == "\r\n\r\n")
            {
                return int.Parse(header.ToString().Split("Content-Length:")[1].Split('\r')[0], CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
