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
    private (string Uri, int? Version)? _latest;

    public LspServer(Command command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process = Process.Start(start)!;
        _input = Process.StandardInput.BaseStream;
        _output = Process.StandardOutput.BaseStream;
    }

    public Process Process { get; }

    /// <summary>The memory that it has at the moment (resident), in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            Process.Refresh();
            return Process.WorkingSet64 / 1e6;
        }
    }

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
                  "publishDiagnostics": { "versionSupport": true, "relatedInformation": true },
                  "codeAction": { "codeActionLiteralSupport": {}, "dataSupport": true, "resolveSupport": { "properties": ["edit"] } },
                  "documentHighlight": {},
                  "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                  "foldingRange": { "lineFoldingOnly": true },
                  "inlayHint": {},
                  "semanticTokens": {}
                }
              },
              "initializationOptions": { "inlayHints": { "layers": true } }
            }
            """);
        Notify("initialized", "{}");
    }

    public void Open(string uri, string text) => Notify("textDocument/didOpen", Opened(uri, text));

    /// <summary>Opens a note, and waits for its findings.</summary>
    public Answer OpenAndWait(string uri, string text) =>
        Exchange(Message(null, "textDocument/didOpen", Opened(uri, text)), body => FindingsIn(body) == (uri, 1));

    /// <summary>Closes a note, and waits until its findings are taken back.</summary>
    public void CloseAndWait(string uri) =>
        Exchange(
            Message(null, "textDocument/didClose", $$$"""{ "textDocument": { "uri": "{{{uri}}}" } }"""),
            body => FindingsIn(body) == (uri, null));

    /// <summary>Changes a note, all in one notification, and waits for the findings of that version.</summary>
    public Answer ChangeAndWait(string uri, int version, params IEnumerable<Replacement> changes) =>
        Exchange(Message(null, "textDocument/didChange", Changed(uri, version, changes)), body => FindingsIn(body) == (uri, version));

    /// <summary>Changes a note, all in one notification, and waits for nothing.</summary>
    public void Change(string uri, int version, IEnumerable<Replacement> changes) =>
        Notify("textDocument/didChange", Changed(uri, version, changes));

    /// <summary>Waits for the findings of a version, if they have not come while something else was waited for.</summary>
    public void WaitForFindings(string uri, int version)
    {
        if (_latest != (uri, version))
        {
            Await(Stopwatch.GetTimestamp(), body => FindingsIn(body) == (uri, version));
        }
    }

    /// <summary>Asks about a note, and waits for the answer.</summary>
    /// <param name="method">The method of the protocol.</param>
    /// <param name="uri">The note.</param>
    /// <param name="more">More parameters, as JSON.</param>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public Answer Ask(string method, string uri, string more = "") =>
        Request(method, $$$"""{ "textDocument": { "uri": "{{{uri}}}" }{{{(more.Length == 0 ? "" : ", " + more)}}} }""");

    /// <summary>Asks about a place, and waits for the answer.</summary>
    public Answer At(string method, string uri, (int Line, int Character) place) => Ask(
        method,
        uri,
        string.Create(CultureInfo.InvariantCulture, $$$""" "position": { "line": {{{place.Line}}}, "character": {{{place.Character}}} }"""));

    public void Dispose()
    {
        Request("shutdown", null);
        Notify("exit", null);
        Process.WaitForExit();
        Process.Dispose();
    }

    private static string Opened(string uri, string text) =>
        $$$"""{ "textDocument": { "uri": "{{{uri}}}", "languageId": "markdown", "version": 1, "text": "{{{JsonEncodedText.Encode(text)}}}" } }""";

    private static string Changed(string uri, int version, IEnumerable<Replacement> changes)
    {
        var written = changes.Select(change => string.Create(CultureInfo.InvariantCulture, $$$"""
            {
              "range": {
                "start": { "line": {{{change.Line}}}, "character": {{{change.Character}}} },
                "end": { "line": {{{change.Line}}}, "character": {{{change.Character + change.Length}}} }
              },
              "text": "{{{change.Text}}}"
            }
            """));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{ "textDocument": { "uri": "{{{uri}}}", "version": {{{version}}} }, "contentChanges": [{{{string.Join(',', written)}}}] }""");
    }

    /// <summary>Whose findings a message has, and of which version; null if it has none.</summary>
    private static (string Uri, int? Version)? FindingsIn(JsonElement body)
    {
        if (!body.TryGetProperty("method", out var method) || method.GetString() != "textDocument/publishDiagnostics")
        {
            return null;
        }

        var findings = body.GetProperty("params");
        return (findings.GetProperty("uri").GetString()!, findings.TryGetProperty("version", out var version) ? version.GetInt32() : null);
    }

    private Answer Request(string method, string? parameters)
    {
        var id = ++_lastId;
        var answer = Exchange(
            Message(id, method, parameters),
            body => body.TryGetProperty("id", out var answered) && answered.ValueKind == JsonValueKind.Number && answered.GetInt32() == id);
        return answer.Body.TryGetProperty("result", out _) ? answer : throw new InvalidOperationException($"{method} was refused: {answer.Body}");
    }

    private void Notify(string method, string? parameters)
    {
        _input.Write(Message(null, method, parameters));
        _input.Flush();
    }

    private Answer Exchange(byte[] message, Func<JsonElement, bool> isAnswer)
    {
        var began = Stopwatch.GetTimestamp();
        _input.Write(message);
        _input.Flush();
        return Await(began, isAnswer);
    }

    private Answer Await(long began, Func<JsonElement, bool> isAnswer)
    {
        while (true)
        {
            var bytes = Read();
            var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            using var json = JsonDocument.Parse(bytes);
            _latest = FindingsIn(json.RootElement) ?? _latest;
            if (isAnswer(json.RootElement))
            {
                return new(milliseconds, bytes.Length, json.RootElement.Clone());
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
