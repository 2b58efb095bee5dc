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

    [Fact]
    public async Task A_closed_note_is_forgotten()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("NLB");
        client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///notes/a.md" } });
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 0, 1)).ValueKind);
    }
}
