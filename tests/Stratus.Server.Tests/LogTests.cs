namespace Stratus.Server.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task A_log_is_written_where_it_is_asked_for_and_tells_no_text_of_a_note()
    {
        using var folder = new Folder();
        await using var client = LspClient.Start("--log", folder["stratus.log"]);
        await client.RequestAsync("initialize", new { capabilities = new { } });
        client.Open("Route 53");
        await client.ExitAsync();
        var log = await File.ReadAllTextAsync(folder["stratus.log"], TestContext.Current.CancellationToken);
        Assert.Contains("<- initialize (1)", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Route 53", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("textDocument/didOpen", """{"nothing":1}""")]
    [InlineData("workspace/didChangeWorkspaceFolders", """{"event":{"added":[null],"removed":[]}}""")]
    public async Task A_notification_that_fails_is_told_in_the_log_and_the_server_goes_on(string method, string parameters)
    {
        using var folder = new Folder();
        await using var client = LspClient.Start("--log", folder["stratus.log"]);
        await client.RequestAsync("initialize", new { capabilities = new { } });
        client.SendBody($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");
        Assert.Equal(0, await client.ExitAsync());
        var log = await File.ReadAllLinesAsync(folder["stratus.log"], TestContext.Current.CancellationToken);
        Assert.Contains(log, line => line.Contains(method, StringComparison.Ordinal) && line.Contains("failed: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_goes_to_the_log_of_the_system()
    {
        // Makes the runtime write to stderr too what it writes to the log of the system.
        using var server = StratusProgram.Start(["lsp"], environment: [new("DOTNET_DebugWriteToStdErr", "1")]);
        string[] messages =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""",
            """{"jsonrpc":"2.0","id":2,"method":"no/such"}""",
            """{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{}}""",
            """{"jsonrpc":"2.0","method":"exit"}""",
        ];
        foreach (var body in messages)
        {
            await server.StandardInput.WriteAsync($"Content-Length: {body.Length}\r\n\r\n{body}");
        }

        server.StandardInput.Close();
        Assert.Contains("-32601", await server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("", await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_refused_in_words()
    {
        var (code, _, error) = await StratusProgram.RunAsync(".", "lsp", "--log", "no/such/folder/x.log");
        Assert.Equal(2, code);
        Assert.Contains("the log cannot be written", error, StringComparison.Ordinal);
    }
}
