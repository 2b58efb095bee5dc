using System.Text;

namespace Stratus.Server.Tests;

/// <summary>What a client may send that is not quite a frame: while frames can be followed, the server answers and goes on.</summary>
public sealed class FramingTests
{
    private const string Hover = """{"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///notes/a.md"},"position":{"line":0,"character":0}}}""";

    [Theory]
    [InlineData("content-length: {0}\r\n\r\n")]
    [InlineData("CONTENT-LENGTH:{0}\r\n\r\n")]
    [InlineData("Content-Length : {0} \r\n\r\n")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: {0}\r\n\r\n")]
    [InlineData("Content-Length: {0}\r\nX-Other: 1\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n")]
    [InlineData("Content-Length: {0}\n\n")]
    [InlineData("\r\n\r\nContent-Length: {0}\r\n\r\n")]
    [InlineData("a line that is no header\r\nContent-Length: {0}\r\n\r\n")]
    public async Task A_frame_is_taken_with_this_header(string header)
    {
        await using var client = await OpenedAsync();
        client.SendRaw(string.Format(null, header, Hover.Length) + Hover);
        Assert.Contains("Route 53", (await client.AnswerTo(9)).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Content-Length: -5\r\n\r\n")]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999\r\n\r\n")]
    [InlineData("Content-Type: text/plain\r\n\r\n")]
    [InlineData("Content-Length: nothing\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"lost\"}")]
    public async Task A_header_without_a_usable_length_is_answered_and_the_next_frame_taken(string junk)
    {
        await using var client = await OpenedAsync();
        client.SendRaw(junk);
        client.SendBody(Hover);
        Assert.Contains("Route 53", (await client.AnswerTo(9)).ToString(), StringComparison.Ordinal);
        Assert.Equal(-32700, (await client.AnswerTo(null)).GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("{", -32700)]
    [InlineData("not json", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shut", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}]", -32600)]
    [InlineData("5", -32600)]
    [InlineData("\"text\"", -32600)]
    [InlineData("null", -32600)]
    [InlineData("{}", -32600)]
    public async Task A_body_that_is_no_message_is_answered_without_an_id(string body, int code)
    {
        await using var client = await OpenedAsync();
        client.SendBody(body);
        Assert.Equal(code, (await client.AnswerTo(null)).GetProperty("error").GetProperty("code").GetInt32());
        client.SendBody(Hover);
        Assert.Contains("Route 53", (await client.AnswerTo(9)).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":44}""")]
    [InlineData("""{"jsonrpc":"2.0","id":44,"method":5}""")]
    [InlineData("""{"jsonrpc":"2.0","id":44,"method":"textDocument/hover","params":"text"}""")]
    public async Task A_message_that_is_no_request_is_answered_with_its_id(string body)
    {
        await using var client = await OpenedAsync();
        client.SendBody(body);
        Assert.Contains((await client.AnswerTo(44)).GetProperty("error").GetProperty("code").GetInt32(), new[] { -32600, -32602 });
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_answered()
    {
        await using var client = await OpenedAsync();
        client.SendRaw([.. "Content-Length: 3\r\n\r\n"u8, 0xFF, 0xFE, 0x80]);
        Assert.Equal(-32700, (await client.AnswerTo(null)).GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task Frames_may_come_byte_by_byte()
    {
        await using var client = await OpenedAsync();
        foreach (var part in Encoding.UTF8.GetBytes($"Content-Length: {Hover.Length}\r\n\r\n{Hover}"))
        {
            client.SendRaw([part]);
        }

        Assert.Contains("Route 53", (await client.AnswerTo(9)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_frames_may_come_at_once()
    {
        await using var client = await OpenedAsync();
        var all = new StringBuilder();
        for (var id = 100; id < 300; id++)
        {
            var body = Hover.Replace("\"id\":9", $"\"id\":{id}", StringComparison.Ordinal);
            all.Append(null, $"Content-Length: {body.Length}\r\n\r\n{body}");
        }

        client.SendRaw(all.ToString());
        for (var id = 100; id < 300; id++)
        {
            Assert.True((await client.AnswerTo(id)).TryGetProperty("result", out _));
        }
    }

    [Fact]
    public async Task A_note_of_five_megabytes_can_be_opened()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("Route 53\n\n" + string.Concat(Enumerable.Repeat("Plain words that name nothing at all.\n\n", 130_000)));
        Assert.Contains("Route 53", (await client.AtAsync("textDocument/hover", 0, 2)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_line_without_an_end_costs_no_memory_without_bounds()
    {
        await using var client = await OpenedAsync();
        client.SendRaw(new string('x', 4_000_000));
        client.SendRaw("\r\n");
        client.SendBody(Hover);
        Assert.Contains("Route 53", (await client.AnswerTo(9)).ToString(), StringComparison.Ordinal);
    }

    private static async Task<LspClient> OpenedAsync()
    {
        var client = await LspClient.InitializedAsync();
        client.Open("Route 53");
        return client;
    }
}
