using System.Diagnostics;

namespace Stratus.Server.Tests;

public sealed class ClientDeathTests
{
    [Fact]
    public async Task The_server_ends_with_1_when_its_input_closes()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Process.StandardInput.Close();
        Assert.Equal(1, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task The_server_ends_with_0_when_its_input_closes_after_shutdown()
    {
        await using var client = await LspClient.InitializedAsync();
        await client.RequestAsync("shutdown");
        client.Process.StandardInput.Close();
        Assert.Equal(0, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task The_server_ends_when_its_input_closes_within_a_frame()
    {
        await using var client = await LspClient.InitializedAsync();
        client.SendRaw("Content-Length: 500\r\n\r\n{\"jsonrpc\"");
        client.Process.StandardInput.Close();
        Assert.Equal(1, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task The_server_ends_when_nobody_reads_what_it_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a pipe of Windows closes in another way");
        using var server = StratusProgram.Start(["lsp"]);
        server.StandardOutput.Close();
        const string body = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""";
        await server.StandardInput.WriteAsync($"Content-Length: {body.Length}\r\n\r\n{body}");
        await server.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(1, server.ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_server_ends_after_the_process_it_was_told_of(bool onCommandLine)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs the program ‘sleep’");
        using var editor = Process.Start("sleep", "600");
        await using var client = LspClient.Start(onCommandLine ? [$"--clientProcessId={editor.Id}"] : []);
        await client.RequestAsync("initialize", new { processId = onCommandLine ? (int?)null : editor.Id, capabilities = new { } });
        Assert.False(client.Process.HasExited);
        editor.Kill();
        Assert.Equal(1, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task A_client_without_a_process_id_is_served()
    {
        await using var client = LspClient.Start();
        await client.RequestAsync("initialize", new { processId = (int?)null, capabilities = new { } });
        client.Open("Route 53");
        Assert.Contains("Route 53", (await client.AtAsync("textDocument/hover", 0, 2)).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await client.ExitAsync());
    }
}
