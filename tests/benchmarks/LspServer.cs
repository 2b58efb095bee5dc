using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stratus.Benchmarks;

/// <summary>The real server over pipes, with as little of a client in between as can be: one thread, which writes and then waits.</summary>
internal sealed class LspServer : IDisposable
{
    private readonly Stream _input;
    private readonly Stream _output;
    private byte[] _buffer = new byte[1 << 20];
    private int _filled;
    private int _lastId;

    public LspServer(Command command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process = Process.Start(start)!;
        _input = Process.StandardInput.BaseStream;
        _output = Process.StandardOutput.BaseStream;
    }

    public Process Process { get; }

    /// <summary>As VS Code begins, in what matters to the server.</summary>
    public void Initialize()
    {
        Request("initialize", $$$"""
            {
              "processId": {{{Environment.ProcessId}}},
              "rootUri": "file:///notes",
              "capabilities": {
                "textDocument": {
                  "hover": { "contentFormat": ["markdown", "plaintext"] },
                  "completion": { "completionItem": { "labelDetailsSupport": true, "insertReplaceSupport": true, "deprecatedSupport": true } },
                  "publishDiagnostics": { "versionSupport": true, "relatedInformation": true }
                }
              }
            }
            """);
        Notify("initialized", "{}");
    }

    public void Open(string uri, string text) => Notify("textDocument/didOpen", Opened(uri, text));

    /// <summary>Opens a note, and waits for its findings.</summary>
    public void OpenAndWait(string uri, string text) =>
        Exchange(Message(null, "textDocument/didOpen", Opened(uri, text)), body => IsFindingsOf(body, 1));

    /// <summary>Replaces a range within a line, and waits for the diagnostics of that version.</summary>
    /// <returns>How long that took, in milliseconds.</returns>
    public double Change(string uri, int version, (int Line, int Character) start, int length, string text)
    {
        var message = Message(null, "textDocument/didChange", string.Create(CultureInfo.InvariantCulture, $$$"""
            {
              "textDocument": { "uri": "{{{uri}}}", "version": {{{version}}} },
              "contentChanges": [{
                "range": {
                  "start": { "line": {{{start.Line}}}, "character": {{{start.Character}}} },
                  "end": { "line": {{{start.Line}}}, "character": {{{start.Character + length}}} }
                },
                "text": "{{{text}}}"
              }]
            }
            """));
        return Exchange(message, body => IsFindingsOf(body, version)).Milliseconds;
    }

    /// <summary>Asks about a place, and waits for the answer.</summary>
    public (double Milliseconds, JsonElement Result) At(string method, string uri, (int Line, int Character) place) => Request(
        method,
        string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{ "textDocument": { "uri": "{{{uri}}}" }, "position": { "line": {{{place.Line}}}, "character": {{{place.Character}}} } }"""));

    public void Dispose()
    {
        Request("shutdown", null);
        Notify("exit", null);
        Process.WaitForExit();
        Process.Dispose();
    }

    private static string Opened(string uri, string text) =>
        $$$"""{ "textDocument": { "uri": "{{{uri}}}", "languageId": "markdown", "version": 1, "text": "{{{JsonEncodedText.Encode(text)}}}" } }""";

    private static bool IsFindingsOf(JsonElement body, int version) =>
        body.TryGetProperty("method", out var method) && method.GetString() == "textDocument/publishDiagnostics"
        && body.GetProperty("params").GetProperty("version").GetInt32() == version;

    private (double Milliseconds, JsonElement Result) Request(string method, string? parameters)
    {
        var id = ++_lastId;
        var (milliseconds, body) = Exchange(
            Message(id, method, parameters),
            body => body.TryGetProperty("id", out var answered) && answered.ValueKind == JsonValueKind.Number && answered.GetInt32() == id);
        return body.TryGetProperty("result", out var result)
            ? (milliseconds, result)
            : throw new InvalidOperationException($"{method} was refused: {body}");
    }

    private void Notify(string method, string? parameters)
    {
        _input.Write(Message(null, method, parameters));
        _input.Flush();
    }

    private (double Milliseconds, JsonElement Body) Exchange(byte[] message, Func<JsonElement, bool> isAnswer)
    {
        var began = Stopwatch.GetTimestamp();
        _input.Write(message);
        _input.Flush();
        while (true)
        {
            var bytes = Read();
            var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            using var json = JsonDocument.Parse(bytes);
            if (isAnswer(json.RootElement))
            {
                return (milliseconds, json.RootElement.Clone());
            }
        }
    }

    private static byte[] Message(int? id, string method, string? parameters)
    {
        var body = new StringBuilder("{\"jsonrpc\":\"2.0\"");
        if (id is { } number)
        {
            body.Append(CultureInfo.InvariantCulture, $",\"id\":{number}");
        }

        body.Append(CultureInfo.InvariantCulture, $",\"method\":\"{method}\"");
        if (parameters is not null)
        {
            body.Append(",\"params\":").Append(parameters);
        }

        var bytes = Encoding.UTF8.GetBytes(body.Append('}').ToString());
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n")), .. bytes];
    }

    /// <summary>The body of the next message.</summary>
    private byte[] Read()
    {
        int headerEnd;
        while ((headerEnd = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            Fill();
        }

        var header = Encoding.ASCII.GetString(_buffer, 0, headerEnd);
        var length = int.Parse(header.AsSpan(header.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        var end = headerEnd + 4 + length;
        while (_filled < end)
        {
            Fill();
        }

        var body = _buffer[(headerEnd + 4)..end];
        _buffer.AsSpan(end, _filled - end).CopyTo(_buffer);
        _filled -= end;
        return body;
    }

    private void Fill()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _filled * 2);
        }

        var read = _output.Read(_buffer, _filled, _buffer.Length - _filled);
        _filled += read > 0 ? read : throw new EndOfStreamException("The server has ended.");
    }
}
