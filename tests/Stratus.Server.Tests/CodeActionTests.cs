using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class CodeActionTests
{
    private const string Note = "We put Cloudfront in front.\n";
    private static readonly object Capable = new
    {
        workspace = new { workspaceEdit = new { documentChanges = true } },
        textDocument = new { codeAction = new { isPreferredSupport = true, codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "quickfix" } } } } },
    };

    [Fact]
    public async Task A_quick_fix_mends_the_version_that_it_was_made_for()
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open(Note, version: 3);
        var action = (await ActionsAsync(client))[0];
        Assert.Equal("quickfix", action.GetProperty("kind").GetString());
        Assert.True(action.GetProperty("isPreferred").GetBoolean());
        Assert.Equal("service-casing", Assert.Single(action.GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
        var change = Assert.Single(action.GetProperty("edit").GetProperty("documentChanges").EnumerateArray());
        Assert.Equal("""{"uri":"file:///notes/a.md","version":3}""", change.GetProperty("textDocument").GetRawText());
        Assert.Equal("""[{"range":{"start":{"line":0,"character":7},"end":{"line":0,"character":17}},"newText":"CloudFront"}]""", change.GetProperty("edits").GetRawText());
    }

    [Fact]
    public async Task A_client_without_versioned_edits_gets_plain_ones()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { codeAction = new { codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "quickfix" } } } } } });
        client.Open(Note);
        var action = (await ActionsAsync(client))[0];
        Assert.False(action.TryGetProperty("isPreferred", out _));
        Assert.Equal("CloudFront", action.GetProperty("edit").GetProperty("changes").GetProperty("file:///notes/a.md")[0].GetProperty("newText").GetString());
    }

    [Fact]
    public async Task A_client_that_takes_only_commands_gets_nothing()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Note);
        var answer = await client.RequestAsync("textDocument/codeAction", Request(null));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("result").ValueKind);
    }

    [Theory]
    [InlineData("quickfix", true)]
    [InlineData("", true)]
    [InlineData("source,quickfix", true)]
    [InlineData("source", false)]
    [InlineData("refactor.rewrite", false)]
    [InlineData("quick", false)]
    [InlineData("quickfix.other", false)]
    public async Task A_quick_fix_is_offered_only_where_its_kind_is_wanted(string only, bool isOffered)
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open(Note);
        Assert.Equal(
            isOffered ? ["Change to ‘CloudFront’", "Disable `service-casing` for this line", "Disable `service-casing` for this note"] : [],
            (await ActionsAsync(client, only.Split(','))).Where(action => action.GetProperty("kind").GetString() == "quickfix").Select(action => action.GetProperty("title").GetString()!));
    }

    [Fact]
    public async Task Away_from_the_finding_nothing_is_offered()
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open(Note);
        Assert.Empty(await ActionsAsync(client, start: 0, end: 3));
        Assert.NotEmpty(await ActionsAsync(client, start: 10, end: 10));
    }

    [Fact]
    public async Task A_finding_that_is_silenced_by_its_action_is_not_published_again()
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open(Note);
        await client.NextAsync("textDocument/publishDiagnostics");
        var silence = (await ActionsAsync(client)).Single(action => action.GetProperty("title").GetString() == "Disable `service-casing` for this line");
        Assert.False(silence.TryGetProperty("isPreferred", out _));
        Assert.Equal(
            """[{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"newText":"\u003C!-- stratus-disable-next-line service-casing --\u003E\n"}]""",
            silence.GetProperty("edit").GetProperty("documentChanges")[0].GetProperty("edits").GetRawText());

        client.Change(2, ([0, 0, 0, 0], "<!-- stratus-disable-next-line service-casing -->\n"));
        Assert.Equal("[]", (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").GetRawText());
    }

    [Fact]
    public async Task The_diagnostic_that_the_client_sent_along_comes_back_and_those_of_others_do_not()
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open(Note);
        var range = new { start = new { line = 0, character = 7 }, end = new { line = 0, character = 17 } };
        var answer = await client.RequestAsync("textDocument/codeAction", Request(null, diagnostics:
        [
            new { range, message = "of another server", code = 44, source = "other" },
            new { range, message = "as the client has it", code = "service-casing", source = "stratus", data = new { x = 1 } },
        ]));
        var diagnostic = Assert.Single(answer.GetProperty("result")[0].GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("as the client has it", diagnostic.GetProperty("message").GetString());
        Assert.Equal("""{"x":1}""", diagnostic.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task The_kinds_are_advertised_so_that_an_editor_may_fix_all_on_saving()
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        var kinds = client.Server.GetProperty("capabilities").GetProperty("codeActionProvider").GetProperty("codeActionKinds");
        Assert.Equal(["quickfix", "source.fixAll.stratus", "refactor.rewrite"], kinds.EnumerateArray().Select(kind => kind.GetString()!));
    }

    [Theory]
    [InlineData("source.fixAll.stratus")]
    [InlineData("source.fixAll")]
    [InlineData("source")]
    public async Task Fix_all_mends_the_whole_note_wherever_the_cursor_is(string only)
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open("Cloudfront,\r\nthen CloudFornt.\r\n", version: 2);
        var action = Assert.Single(await ActionsAsync(client, [only], 0, 0));
        Assert.Equal("source.fixAll.stratus", action.GetProperty("kind").GetString());
        var change = Assert.Single(action.GetProperty("edit").GetProperty("documentChanges").EnumerateArray());
        Assert.Equal("""{"uri":"file:///notes/a.md","version":2}""", change.GetProperty("textDocument").GetRawText());
        Assert.Equal(
            """[{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":10}},"newText":"CloudFront"},{"range":{"start":{"line":1,"character":5},"end":{"line":1,"character":15}},"newText":"CloudFront"}]""",
            change.GetProperty("edits").GetRawText());
    }

    [Theory]
    [InlineData("source.fixAll.eslint")]
    [InlineData("source.organizeImports")]
    [InlineData("quickfix")]
    public async Task Fix_all_is_not_offered_to_who_wants_something_else(string only)
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open(Note);
        Assert.DoesNotContain(await ActionsAsync(client, [only]), action => action.GetProperty("kind").GetString() != "quickfix");
    }

    [Fact]
    public async Task A_note_with_nothing_to_fix_has_no_fix_all()
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open("CloudFront.\n");
        Assert.Empty(await ActionsAsync(client, ["source.fixAll"]));
    }

    [Fact]
    public async Task Where_a_rule_finds_more_of_a_kind_all_of_it_can_be_fixed_at_once()
    {
        await using var client = await LspClient.InitializedAsync(Capable);
        client.Open("We put Cloudfront before Cloudfront, CloudFornt and Route53.\n");
        var actions = await ActionsAsync(client);
        Assert.Equal(
            ["Change to ‘CloudFront’", "Fix all 3 findings of `service-casing` in this note", "Disable `service-casing` for this line", "Disable `service-casing` for this note"],
            actions.Select(action => action.GetProperty("title").GetString()!));
        Assert.Equal("quickfix", actions[1].GetProperty("kind").GetString());
        Assert.False(actions[1].TryGetProperty("isPreferred", out _));
        Assert.Equal("service-casing", Assert.Single(actions[1].GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
        var edits = actions[1].GetProperty("edit").GetProperty("documentChanges")[0].GetProperty("edits").EnumerateArray();
        Assert.Equal(["CloudFront", "CloudFront", "Route 53"], edits.Select(edit => edit.GetProperty("newText").GetString()!));
    }

    private static async Task<List<JsonElement>> ActionsAsync(LspClient client, string[]? only = null, int start = 8, int end = 9)
    {
        var result = (await client.RequestAsync("textDocument/codeAction", Request(only, start, end))).GetProperty("result");
        return result.ValueKind == JsonValueKind.Null ? [] : [.. result.EnumerateArray()];
    }

    private static object Request(string[]? only, int start = 8, int end = 9, object[]? diagnostics = null) => new
    {
        textDocument = new { uri = "file:///notes/a.md" },
        range = new { start = new { line = 0, character = start }, end = new { line = 0, character = end } },
        context = only is null ? (object)new { diagnostics = diagnostics ?? [] } : new { diagnostics = diagnostics ?? [], only },
    };
}
