using System.Text;
using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary>Titles at once, edits once an action is chosen; and no answer that floods an editor.</summary>
public sealed class CodeActionResolveTests
{
    private const string Two = "By Cloudfront,\n\nthen by Route53.\n";

    [Fact]
    public async Task What_is_chosen_becomes_an_edit_of_the_version_that_it_was_offered_for()
    {
        await using var client = await LspClient.InitializedAsync(Capable());
        Assert.True(client.Server.GetProperty("capabilities").GetProperty("codeActionProvider").GetProperty("resolveProvider").GetBoolean());
        client.Open(Two, version: 3);
        var action = (await ActionsAsync(client)).Single(action => Title(action) == "Change to ‘Route 53’");
        Assert.False(action.TryGetProperty("edit", out _));
        Assert.True(action.GetProperty("isPreferred").GetBoolean());

        var chosen = (await client.RequestAsync("codeAction/resolve", action)).GetProperty("result");
        Assert.Equal(action.GetProperty("diagnostics").GetRawText(), chosen.GetProperty("diagnostics").GetRawText());
        var change = Assert.Single(chosen.GetProperty("edit").GetProperty("documentChanges").EnumerateArray());
        Assert.Equal("""{"uri":"file:///notes/a.md","version":3}""", change.GetProperty("textDocument").GetRawText());
        Assert.Equal(
            """[{"range":{"start":{"line":2,"character":8},"end":{"line":2,"character":15}},"newText":"Route 53"}]""",
            change.GetProperty("edits").GetRawText());
    }

    [Theory]
    [InlineData("Change to ‘CloudFront’", "CloudFront")]
    [InlineData("Fix all 2 findings of `service-casing` in this note", "CloudFront", "Route 53")]
    [InlineData("Fix all that Stratus can fix", "CloudFront", "Route 53")]
    [InlineData("Disable `service-casing` for this line", "<!-- stratus-disable-next-line service-casing -->\n")]
    [InlineData("Disable `service-casing` for this note", "<!-- stratus-disable-file service-casing -->\n\n")]
    public async Task Whatever_is_offered_can_be_chosen(string title, params string[] written)
    {
        await using var client = await LspClient.InitializedAsync(Capable());
        client.Open(Two);
        var action = (await ActionsAsync(client)).First(action => Title(action) == title);
        var chosen = (await client.RequestAsync("codeAction/resolve", action)).GetProperty("result");
        Assert.Equal(
            written,
            chosen.GetProperty("edit").GetProperty("documentChanges")[0].GetProperty("edits").EnumerateArray().Select(edit => edit.GetProperty("newText").GetString()!));
    }

    [Fact]
    public async Task A_refactoring_is_worked_out_when_it_is_chosen()
    {
        await using var client = await LspClient.InitializedAsync(Capable());
        client.Open("| OSI Layer | AWS Service |\n|---|---|\n| L7 | WAF |\n| L3 | VPC |\n| L4 | NLB |\n");
        var action = (await ActionsAsync(client)).Single(action => Title(action) == "Sort rows by layer");
        Assert.False(action.TryGetProperty("edit", out _));
        var chosen = (await client.RequestAsync("codeAction/resolve", action)).GetProperty("result");
        Assert.Equal(2, chosen.GetProperty("edit").GetProperty("documentChanges")[0].GetProperty("edits").GetArrayLength());
    }

    [Fact]
    public async Task What_was_offered_for_another_version_is_refused_and_changes_nothing()
    {
        await using var client = await LspClient.InitializedAsync(Capable());
        client.Open(Two);
        var actions = await ActionsAsync(client);
        client.Change(2, ([0, 0, 0, 0], "More. "));
        foreach (var action in actions)
        {
            Assert.Equal(-32801, await RefusalAsync(client, action));
        }

        client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///notes/a.md" } });
        Assert.Equal(-32801, await RefusalAsync(client, actions[0]));
    }

    [Theory]
    [InlineData("Fix", "service-casing", 4, 10, 0)]
    [InlineData("Fix", "service-casing", 3, 10, 1)]
    [InlineData("Fix", "service-casing", 3, 10, -1)]
    [InlineData("Fix", null, 3, 10, 0)]
    [InlineData("Refactoring", null, 2_000_000_000, 2_000_000_000, 0)]
    [InlineData("Refactoring", null, -1, 0, 0)]
    [InlineData("Other", "service-casing", 3, 10, 0)]
    public async Task What_was_never_offered_is_refused(string kind, string? rule, int start, int length, int index)
    {
        await using var client = await LspClient.InitializedAsync(Capable());
        client.Open(Two);
        var data = new { uri = "file:///notes/a.md", snapshot = 1, kind, rule, start, length, index };
        Assert.Equal(-32801, await RefusalAsync(client, new { title = "Change to ‘CloudFront’", kind = "quickfix", data }));
    }

    [Fact]
    public async Task What_is_none_of_this_servers_comes_back_as_it_is()
    {
        await using var client = await LspClient.InitializedAsync(Capable());
        var action = new { title = "Other", kind = "quickfix" };
        Assert.Equal(JsonSerializer.Serialize(action), (await client.RequestAsync("codeAction/resolve", action)).GetProperty("result").GetRawText());
    }

    [Fact]
    public async Task Silencing_that_would_change_what_the_note_says_is_refused_with_the_reason()
    {
        await using var client = await LspClient.InitializedAsync(Capable());
        client.Open("- By Cloudfront <!-- x\n");
        var action = (await ActionsAsync(client)).First(action => Title(action) == "Disable `service-casing` for this line");
        var error = (await client.RequestAsync("codeAction/resolve", action)).GetProperty("error");
        Assert.Equal(-32803, error.GetProperty("code").GetInt32());
        Assert.Equal("‘Disable `service-casing` for this line’ would change how the rest of the note is read.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_client_that_takes_all_edits_with_the_menu_gets_no_quick_fixes_for_a_selection_of_lines()
    {
        await using var client = await LspClient.InitializedAsync(Capable(resolves: false));
        Assert.False(client.Server.GetProperty("capabilities").GetProperty("codeActionProvider").TryGetProperty("resolveProvider", out _));
        client.Open("| OSI Layer | AWS Service |\n|---|---|\n| L4 | NLB |\n| L7 | Cloudfront |\n");
        var actions = await ActionsAsync(client);
        Assert.DoesNotContain("quickfix", actions.Select(action => action.GetProperty("kind").GetString()));
        Assert.Subset(actions.Select(Title).ToHashSet(), new HashSet<string> { "Fix all that Stratus can fix", "Convert to an HTML table" });
    }

    [Fact]
    public async Task One_line_has_its_quick_fixes_with_their_edits_for_every_client()
    {
        await using var client = await LspClient.InitializedAsync(Capable(resolves: false));
        client.Open(Two);
        var actions = await ActionsAsync(client, [0, 0, 0, 14]);
        Assert.Contains("Change to ‘CloudFront’", actions.Select(Title));
        Assert.All(actions, action => Assert.True(action.TryGetProperty("edit", out _)));
    }

    /// <summary>An editor asks as the cursor moves and as all is selected: no note makes the answer a flood.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_much_is_found_an_answer_stays_under_64_KB(bool resolves)
    {
        await using var client = await LspClient.InitializedAsync(Capable(resolves));
        client.Open(Hostile);
        var found = (await client.AboutAsync("textDocument/diagnostic")).GetProperty("items").GetArrayLength();
        Assert.InRange(found, 700, int.MaxValue);
        var lines = Hostile.Count(unit => unit == '\n');
        foreach (var range in (int[][])[[0, 0, lines, 0], [0, 0, 0, 100_000], [2, 0, 2, 100_000], [10, 0, 10, 0], [6, 0, 8, 0]])
        {
            foreach (var only in (string[]?[])[null, [""], ["quickfix"], ["refactor"], ["source.fixAll"]])
            {
                var actions = await ActionsAsync(client, range, only);
                Assert.InRange(Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(actions)), 0, 65_535);
                Assert.All(actions, action => Assert.InRange(Title(action).Length, 1, 120));
                Assert.DoesNotContain(actions, action => Title(action).Any(char.IsControl));
            }
        }

        Assert.NotEmpty(await ActionsAsync(client, [0, 0, lines, 0], ["source.fixAll"]));
        Assert.NotEmpty(await ActionsAsync(client, [6, 0, 8, 0], ["refactor"]));
    }

    /// <summary>A line of findings, codes of kilobytes, control characters, and a table of hundreds of rows.</summary>
    private static string Hostile =>
        string.Concat(Enumerable.Repeat("Cloudfront and Route53, ", 60)) + "\n\n"
        + string.Concat(Enumerable.Repeat($"<!-- stratus-disable-next-line \u001b[31m{new string('x', 5_000)} -->", 10)) + "Text.\n\n"
        + "| OSI Layer | AWS Service | What It Does |\n|---|---|---|\n"
        + string.Concat(Enumerable.Range(0, 700).Select(row => $"| L{row % 7 + 1} | Red Shift | Purpose {row} |\n"));

    private static object Capable(bool resolves = true) => new
    {
        workspace = new { workspaceEdit = new { documentChanges = true } },
        textDocument = new
        {
            codeAction = new
            {
                isPreferredSupport = true,
                disabledSupport = true,
                dataSupport = resolves,
                resolveSupport = resolves ? new { properties = new[] { "edit" } } : null,
                codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "quickfix" } } },
            },
        },
    };

    private static string Title(JsonElement action) => action.GetProperty("title").GetString()!;

    private static async Task<int> RefusalAsync(LspClient client, object action) =>
        (await client.RequestAsync("codeAction/resolve", action)).GetProperty("error").GetProperty("code").GetInt32();

    private static async Task<List<JsonElement>> ActionsAsync(LspClient client, int[]? range = null, string[]? only = null)
    {
        range ??= [0, 0, 10, 0];
        var answer = await client.RequestAsync("textDocument/codeAction", new
        {
            textDocument = new { uri = "file:///notes/a.md" },
            range = new { start = new { line = range[0], character = range[1] }, end = new { line = range[2], character = range[3] } },
            context = only is null ? (object)new { diagnostics = Array.Empty<object>() } : new { diagnostics = Array.Empty<object>(), only },
        });
        var result = answer.GetProperty("result");
        return result.ValueKind == JsonValueKind.Null ? [] : [.. result.EnumerateArray()];
    }
}
