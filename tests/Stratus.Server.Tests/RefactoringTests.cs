using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class RefactoringTests
{
    private const string Table = "| OSI Layer | AWS Service |\n|---|---|\n| L7 | WAF |\n| L3 | VPC |\n| L4 | NLB |\n";
    private const string Spanning = "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td rowspan=2>L3</td><td>VPC</td></tr>\n<tr><td>NAT Gateway</td></tr>\n</table>\n";

    [Fact]
    public async Task Rows_are_sorted_by_an_edit_of_the_version_that_it_was_made_for()
    {
        await using var client = await LspClient.InitializedAsync(Capable(disabled: true));
        client.Open(Table, version: 4);
        var action = (await ActionsAsync(client, 2, ["refactor"])).Single(action => Title(action) == "Sort rows by layer");
        Assert.Equal("refactor.rewrite.sort", action.GetProperty("kind").GetString());
        var change = Assert.Single(action.GetProperty("edit").GetProperty("documentChanges").EnumerateArray());
        Assert.Equal(4, change.GetProperty("textDocument").GetProperty("version").GetInt32());
        Assert.Equal(
            """[{"range":{"start":{"line":3,"character":0},"end":{"line":3,"character":12}},"newText":"| L4 | NLB |"},{"range":{"start":{"line":4,"character":0},"end":{"line":4,"character":12}},"newText":"| L3 | VPC |"}]""",
            change.GetProperty("edits").GetRawText());
        Assert.False(action.TryGetProperty("diagnostics", out _));
    }

    [Fact]
    public async Task What_cannot_be_done_is_shown_with_its_reason_to_clients_that_can()
    {
        await using var client = await LspClient.InitializedAsync(Capable(disabled: true));
        client.Open(Spanning);
        var action = (await ActionsAsync(client, 2, ["refactor.rewrite"])).Single(action => Title(action) == "Convert to a pipe table");
        Assert.Equal("""{"reason":"A cell spans several rows or columns."}""", action.GetProperty("disabled").GetRawText());
        Assert.False(action.TryGetProperty("edit", out _));
    }

    [Fact]
    public async Task What_cannot_be_done_is_not_offered_to_others()
    {
        await using var client = await LspClient.InitializedAsync(Capable(disabled: false));
        client.Open(Spanning);
        Assert.Empty(await ActionsAsync(client, 2, ["refactor"]));
    }

    [Theory]
    [InlineData("refactor", true)]
    [InlineData("refactor.rewrite", true)]
    [InlineData("refactor.rewrite.table", true)]
    [InlineData("refactor.rewrite.sort", false)]
    [InlineData("refactor.extract", false)]
    [InlineData("quickfix", false)]
    public async Task A_refactoring_is_offered_only_where_its_kind_is_wanted(string only, bool isOffered)
    {
        await using var client = await LspClient.InitializedAsync(Capable(disabled: false));
        client.Open(Table);
        Assert.Equal(isOffered, (await ActionsAsync(client, 2, [only])).Any(action => action.GetProperty("kind").GetString() == "refactor.rewrite.table"));
    }

    [Fact]
    public async Task On_a_blank_line_a_table_is_offered_to_who_asks_and_not_by_itself()
    {
        await using var client = await LspClient.InitializedAsync(Capable(disabled: false));
        client.Open("## L3 Network\n\nText.\n");
        Assert.Equal(["Insert a study table for L3", "Insert a study table of all seven layers"], (await ActionsAsync(client, 1)).Select(Title));
        Assert.Empty(await ActionsAsync(client, 1, trigger: 2));
    }

    private static object Capable(bool disabled) => new
    {
        workspace = new { workspaceEdit = new { documentChanges = true } },
        textDocument = new { codeAction = new { disabledSupport = disabled, codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "refactor" } } } } },
    };

    private static string Title(JsonElement action) => action.GetProperty("title").GetString()!;

    private static async Task<List<JsonElement>> ActionsAsync(LspClient client, int line, string[]? only = null, int trigger = 1)
    {
        var place = new { line, character = 0 };
        var answer = await client.RequestAsync("textDocument/codeAction", new
        {
            textDocument = new { uri = "file:///notes/a.md" },
            range = new { start = place, end = place },
            context = only is null ? (object)new { diagnostics = Array.Empty<object>(), triggerKind = trigger } : new { diagnostics = Array.Empty<object>(), only, triggerKind = trigger },
        });
        return answer.GetProperty("result") is { ValueKind: JsonValueKind.Array } actions ? [.. actions.EnumerateArray()] : [];
    }
}
