using System.Text;
using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class SynchronizationTests
{
    [Fact]
    public async Task Changes_of_one_notification_are_made_one_after_the_other()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("The rest.\n");
        client.Change(2, ([0, 0, 0, 0], "N"), ([0, 1, 0, 1], "LB "), ([1, 0, 1, 0], "ALB"));
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, 1)).ToString(), StringComparison.Ordinal);
        Assert.Contains("Application Load Balancer", (await client.AtAsync("textDocument/hover", 1, 1)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_a_range_is_the_whole_text()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB\nALB");
        client.Change(2, (null, "VPC"));
        Assert.Contains("Virtual Private Cloud", (await client.AtAsync("textDocument/hover", 0, 1)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""\ud83d NLB""", 2)]
    [InlineData("""\ude00 NLB""", 2)]
    [InlineData("""\ude00\ud83d\\ud83d NLB""", 9)]
    [InlineData("""\ud83c\udf29 NLB""", 3)]
    public async Task Half_of_a_surrogate_pair_is_one_unit_of_the_note(string json, int start)
    {
        await using var client = await LspClient.InitializedAsync();
        var document = $$"""{"uri":"file:///notes/a.md","languageId":"markdown","version":1,"text":"{{json}}"}""";
        client.SendBody("""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":""" + document + "}}");
        var hover = await client.AtAsync("textDocument/hover", 0, start);
        Assert.Equal(start, hover.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task An_edit_with_bytes_that_are_no_UTF8_is_made()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("ALB");
        var body = Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///notes/a.md","version":2},"contentChanges":[{"text":"? NLB"}]}}""");
        body[Array.IndexOf(body, (byte)'?')] = 0xFF;
        client.SendRaw([.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body]);
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, 2)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_sees_the_edits_before_it_and_none_after()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB");
        var asked = new List<(int Id, string Name)>();
        for (var version = 2; version < 200; version++)
        {
            var (written, name) = version % 2 == 0 ? ("ALB", "Application Load Balancer") : ("NLB", "Network Load Balancer");
            client.Change(version, ([0, 0, 0, 3], written));
            asked.Add((client.BeginRequest("textDocument/hover", new { textDocument = new { uri = "file:///notes/a.md" }, position = new { line = 0, character = 1 } }), name));
        }

        foreach (var (id, name) in asked)
        {
            var card = (await client.AnswerTo(id)).GetProperty("result").GetProperty("contents").GetProperty("value").GetString();
            Assert.StartsWith(name, card, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("untitled:Untitled-1")]
    [InlineData("vscode-notebook-cell:/a/b.ipynb#W0s")]
    [InlineData("file:///c%3A/notes/a%20b.md")]
    [InlineData("git:/notes/a.md?%7B%22ref%22%3A%22~%22%7D")]
    [InlineData("no address at all")]
    public async Task Any_address_is_only_a_key(string uri)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB", uri);
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, 1, uri)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", true)]
    [InlineData("Markdown", true)]
    [InlineData("mdx", true)]
    [InlineData("quarto", true)]
    [InlineData("markdown.pandoc", true)]
    [InlineData("", true)]
    [InlineData("plaintext", false)]
    [InlineData("json", false)]
    public async Task Only_Markdown_and_its_kin_are_notes(string language, bool isNote)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB", languageId: language);
        Assert.Equal(isNote ? JsonValueKind.Object : JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 0, 1)).ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""" "languageId":"markdown", """)]
    [InlineData(""" "version":1, """)]
    [InlineData(""" "languageId":null,"version":null, """)]
    [InlineData(""" "languageId":5,"version":"1", """)]
    [InlineData(""" "languageId":"markdown","version":1.0, """)]
    [InlineData(""" "languageId":"markdown","version":8589934592, """)]
    [InlineData(""" "languageId":["markdown"],"version":{"n":[1]}, """)]
    public async Task A_note_is_opened_whatever_its_version_and_language_are(string members)
    {
        await using var client = await LspClient.InitializedAsync();
        client.SendBody($$"""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{ {{members}} "uri":"file:///notes/a.md","text":"NLB"} } }""");
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, 1)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("\"2\"")]
    [InlineData("1099511627776")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_change_is_made_whatever_its_version_is(string version)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB");
        SendChange(client, version, """[{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":3}},"text":"VPC"}]""");
        Assert.Contains("Virtual Private Cloud", (await client.AtAsync("textDocument/hover", 0, 1)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("""[{"range":null}]""")]
    [InlineData("""[{"text":"x"},{"range":{"start":{"line":"a","character":0},"end":{"line":0,"character":0}},"text":"x"}]""")]
    public async Task After_a_change_that_cannot_be_read_nothing_is_said_of_the_note_until_its_whole_text_comes(string changes)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("| OSI Layer | AWS Service |\n|---|---|\n| L9 | ALB |\n");
        Assert.NotEqual(0, (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").GetArrayLength());

        SendChange(client, "2", changes);
        SendChange(client, "3", changes);
        client.Change(4, ([2, 8, 2, 8], "N"));
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 2, 8)).ValueKind);
        Assert.Equal(0, (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").GetArrayLength());
        var told = Assert.Single(client.Pending("window/showMessage")).GetProperty("message").GetString()!;
        Assert.Contains("`a.md`", told, StringComparison.Ordinal);
        Assert.Contains("open it again", told, StringComparison.Ordinal);

        client.Change(5, ([0, 0, 0, 0], "lost"), (null, "SQS"), ([0, 0, 0, 3], "VPC"));
        Assert.Contains("Virtual Private Cloud", (await client.AtAsync("textDocument/hover", 0, 1)).ToString(), StringComparison.Ordinal);
        client.Change(6, ([0, 0, 0, 3], "NLB"));
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, 1)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_out_of_step_is_opened_again_as_any_other()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB");
        SendChange(client, "2", "5");
        client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///notes/a.md" } });
        client.Change(3, (null, "NLB"));
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 0, 1)).ValueKind);
        client.Open("NLB");
        client.Change(2, ([0, 0, 0, 3], "VPC"));
        Assert.Contains("Virtual Private Cloud", (await client.AtAsync("textDocument/hover", 0, 1)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///notes/%C3%A9%20b.md", "file:///notes/é b.md")]
    [InlineData("file:///notes/a(b).md", "file:///notes/a%28b%29.md")]
    public async Task A_file_is_one_note_however_its_address_is_written(string opened, string asked)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a path of Windows begins with a drive");
        await using var client = await LspClient.InitializedAsync();
        client.Open("VPC (L3) and L9.", opened);
        Assert.Equal(opened, (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("uri").GetString());
        Assert.Equal(JsonValueKind.Object, (await client.AtAsync("textDocument/hover", 0, 1, asked)).ValueKind);
        client.Notify("textDocument/didClose", new { textDocument = new { uri = asked } });
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 0, 1, opened)).ValueKind);
        Assert.Equal(opened, (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("uri").GetString());
    }

    [Fact]
    public async Task A_closed_note_is_forgotten()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB");
        client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///notes/a.md" } });
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 0, 1)).ValueKind);
    }

    private static void SendChange(LspClient client, string version, string changes) => client.SendBody(
        $$"""{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///notes/a.md","version":{{version}} },"contentChanges":{{changes}} } }""");
}
