using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Initialize_tells_name_version_and_what_the_server_can_do()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.Equal("stratus", client.Server.GetProperty("serverInfo").GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", client.Server.GetProperty("serverInfo").GetProperty("version").GetString());
        var can = client.Server.GetProperty("capabilities");
        Assert.Equal("utf-16", can.GetProperty("positionEncoding").GetString());
        Assert.Equal(2, can.GetProperty("textDocumentSync").GetProperty("change").GetInt32());
        Assert.True(can.GetProperty("hoverProvider").GetBoolean());
        Assert.True(can.GetProperty("completionProvider").GetProperty("resolveProvider").GetBoolean());
        Assert.False(can.TryGetProperty("diagnosticProvider", out _), "a client that does not pull is pushed to");
        Assert.False(can.TryGetProperty("codeActionProvider", out _), "a client without code action literals takes only commands");
    }

    [Fact]
    public async Task Shutdown_and_exit_end_with_0()
    {
        await using var client = await LspClient.InitializedAsync();
        var answer = await client.RequestAsync("shutdown");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("result").ValueKind);
        client.Notify("exit");
        Assert.Equal(0, await client.ExitCodeAsync());
        Assert.Equal("", await client.Process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_with_1()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Notify("exit");
        Assert.Equal(1, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task Exit_before_initialize_ends_with_1()
    {
        await using var client = LspClient.Start();
        client.Notify("exit");
        Assert.Equal(1, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task Shutdown_and_exit_in_one_breath_still_answer_the_shutdown()
    {
        await using var client = await LspClient.InitializedAsync();
        var id = client.BeginRequest("shutdown");
        client.Notify("exit");
        Assert.Equal(JsonValueKind.Null, (await client.AnswerTo(id)).GetProperty("result").ValueKind);
        Assert.Equal(0, await client.ExitCodeAsync());
    }

    [Theory]
    [InlineData("textDocument/hover")]
    [InlineData("shutdown")]
    [InlineData("no/such")]
    public async Task Before_initialize_every_request_is_refused(string method)
    {
        await using var client = LspClient.Start();
        Assert.Equal(-32002, Code(await client.RequestAsync(method, new { })));
        Assert.True((await client.RequestAsync("initialize", new { capabilities = new { } })).TryGetProperty("result", out _));
    }

    [Fact]
    public async Task What_a_client_calls_itself_is_its_own_affair()
    {
        await using var client = LspClient.Start();
        var answer = await client.RequestAsync("initialize", new { clientInfo = "vim", capabilities = new { } });
        Assert.True(answer.TryGetProperty("result", out _));
    }

    [Fact]
    public async Task Notifications_before_initialize_are_dropped()
    {
        await using var client = LspClient.Start();
        client.Open("Route 53");
        await client.RequestAsync("initialize", new { capabilities = new { } });
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 0, 1)).ValueKind);
    }

    [Fact]
    public async Task A_second_initialize_is_refused()
    {
        await using var client = await LspClient.InitializedAsync();
        Assert.Equal(-32600, Code(await client.RequestAsync("initialize", new { capabilities = new { } })));
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("""{"processId":1.5,"capabilities":{"textDocument":{"hover":true,"completion":5,"foldingRange":{"rangeLimit":"many"}}}}""")]
    [InlineData("""{"processId":1099511627776,"capabilities":{"general":{"positionEncodings":"utf-8"},"workspace":{"configuration":1}}}""")]
    [InlineData("""{"workspaceFolders":[null],"capabilities":{"textDocument":{"semanticTokens":true,"inlayHint":false}}}""")]
    [InlineData("""{"workspaceFolders":[{"uri":null}],"rootUri":5,"capabilities":{"textDocument":{"publishDiagnostics":{"tagSupport":true}}}}""")]
    [InlineData("""{"capabilities":"all"}""")]
    [InlineData("""{}""")]
    public async Task An_odd_member_of_initialize_costs_no_more_than_itself(string parameters)
    {
        await using var client = LspClient.Start();
        client.SendBody($$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{{parameters}}}""");
        client.Open("Route 53");
        Assert.Equal(JsonValueKind.Object, (await client.AtAsync("textDocument/hover", 0, 1)).ValueKind);
    }

    [Fact]
    public async Task A_refused_initialize_can_be_repeated()
    {
        await using var client = LspClient.Start();
        Assert.Equal(-32602, Code(await client.RequestAsync("initialize", new[] { 1, 2 })));
        Assert.Equal(-32002, Code(await client.RequestAsync("textDocument/hover", new { })));
        Assert.True((await client.RequestAsync("initialize", new { capabilities = new { } })).TryGetProperty("result", out _));
        Assert.Equal(-32600, Code(await client.RequestAsync("initialize", new { capabilities = new { } })));
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task What_comes_while_initialize_is_served_is_judged_by_how_that_ends()
    {
        await using var client = LspClient.Start();
        var refused = client.BeginRequest("initialize", new[] { 1, 2 });
        client.Open("Route 53");
        var tooEarly = client.BeginRequest("shutdown");
        var taken = client.BeginRequest("initialize", new { capabilities = new { } });
        client.Open("NLB");
        var hover = client.BeginRequest("textDocument/hover", new { textDocument = new { uri = "file:///notes/a.md" }, position = new { line = 0, character = 1 } });
        Assert.Equal(-32602, Code(await client.AnswerTo(refused)));
        Assert.Equal(-32002, Code(await client.AnswerTo(tooEarly)));
        Assert.True((await client.AnswerTo(taken)).TryGetProperty("result", out _));
        Assert.Contains("Network Load Balancer", (await client.AnswerTo(hover)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initialize_without_an_id_begins_nothing()
    {
        await using var client = LspClient.Start();
        client.Notify("initialize", new { capabilities = new { } });
        Assert.Equal(-32002, Code(await client.RequestAsync("textDocument/hover", new { })));
        Assert.True((await client.RequestAsync("initialize", new { capabilities = new { } })).TryGetProperty("result", out _));
    }

    [Fact]
    public async Task After_shutdown_every_request_is_refused()
    {
        await using var client = await LspClient.InitializedAsync();
        await client.RequestAsync("shutdown");
        Assert.Equal(-32600, Code(await client.RequestAsync("textDocument/hover", new { })));
        Assert.Equal(-32600, Code(await client.RequestAsync("shutdown")));
        client.Notify("exit");
        Assert.Equal(0, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task Unknown_methods_are_answered_and_unknown_notifications_ignored()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Notify("$/setTrace", new { value = "off" });
        client.Notify("workspace/didSomething", new { });
        Assert.Equal(-32601, Code(await client.RequestAsync("textDocument/unheardOf", new { })));
        Assert.Equal(-32601, Code(await client.RequestAsync("$/unheardOf", new { })));
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("""{"textDocument":5}""")]
    [InlineData("""{"position":{"line":0,"character":0}}""")]
    [InlineData("""{"textDocument":{"uri":null},"position":{"line":0,"character":0}}""")]
    [InlineData("""{"textDocument":{"uri":"a"},"position":{"line":"x","character":0}}""")]
    [InlineData("[1,2,3]")]
    [InlineData("null")]
    public async Task Wrong_parameters_are_answered_without_the_inside_of_the_server(string parameters)
    {
        await using var client = await LspClient.InitializedAsync();
        client.SendBody($$"""{"jsonrpc":"2.0","id":70,"method":"textDocument/hover","params":{{parameters}}}""");
        var answer = await client.AnswerTo(70);
        Assert.Equal(-32602, Code(answer));
        Assert.DoesNotContain("   at ", answer.ToString(), StringComparison.Ordinal);
        Assert.False(answer.GetProperty("error").TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"params\":null")]
    [InlineData(",\"params\":{}")]
    [InlineData(",\"params\":[]")]
    public async Task Shutdown_takes_any_way_of_having_no_parameters(string parameters)
    {
        await using var client = await LspClient.InitializedAsync();
        client.SendBody($$"""{"jsonrpc":"2.0","id":71,"method":"shutdown"{{parameters}}}""");
        Assert.Equal(JsonValueKind.Null, (await client.AnswerTo(71)).GetProperty("result").ValueKind);
        client.Notify("exit");
        Assert.Equal(0, await client.ExitCodeAsync());
    }

    [Fact]
    public async Task Notifications_with_wrong_parameters_leave_the_server_alive()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Notify("textDocument/didOpen", new { nothing = 1 });
        client.Notify("textDocument/didChange", new { textDocument = new { uri = "file:///unopened.md", version = 1 }, contentChanges = new[] { new { text = "x" } } });
        client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///unopened.md" } });
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task Answers_to_what_nobody_asked_are_ignored()
    {
        await using var client = await LspClient.InitializedAsync();
        client.SendBody("""{"jsonrpc":"2.0","id":4711,"result":null}""");
        client.SendBody("""{"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"m"}}""");
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task A_request_with_a_text_for_an_id_is_answered_with_it()
    {
        await using var client = await LspClient.InitializedAsync();
        client.SendBody("""{"jsonrpc":"2.0","id":"seven","method":"shutdown"}""");
        client.Notify("exit");
        Assert.Equal(0, await client.ExitCodeAsync());
    }

    private static int Code(JsonElement answer) => answer.GetProperty("error").GetProperty("code").GetInt32();
}
