using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class CompletionTests
{
    private const string Note = "| OSI Layer | AWS Service |\n|---|---|\n| L4 Transport | Network |\n| | |\n";

    [Fact]
    public async Task A_service_cell_offers_services_whose_order_survives_sorting()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Note);
        var items = await ItemsAsync(client, 2, 24);
        Assert.Contains(items, item => item.GetProperty("label").GetString()!.Contains("Network Load Balancer", StringComparison.Ordinal));
        Assert.Equal(items.Select(Label), items.OrderBy(item => item.GetProperty("sortText").GetString(), StringComparer.Ordinal).Select(Label));
        Assert.All(items, item =>
        {
            Assert.NotEqual(1, item.GetProperty("kind").GetInt32());
            Assert.False(string.IsNullOrEmpty(item.GetProperty("filterText").GetString()));
            Assert.False(item.TryGetProperty("labelDetails", out _));
            Assert.False(item.TryGetProperty("tags", out _));
            Assert.False(item.TryGetProperty("documentation", out _));
            var edit = item.GetProperty("textEdit");
            Assert.Equal("""{"start":{"line":2,"character":17},"end":{"line":2,"character":24}}""", edit.GetProperty("range").GetRawText());
        });
    }

    /// <summary>Without a list of kinds a client knows those of the first version of the protocol: 1 to 18.</summary>
    [Theory]
    [InlineData(null, 13)]
    [InlineData(new[] { 9, 13 }, 13)]
    [InlineData(new[] { 9, 13, 20 }, 20)]
    [InlineData(new[] { 9 }, 20)]
    public async Task A_layer_cell_offers_the_seven_layers_as_a_kind_that_the_client_knows(int[]? known, int kind)
    {
        await using var client = await LspClient.InitializedAsync(
            new { textDocument = new { completion = known is null ? (object)new { } : new { completionItemKind = new { valueSet = known } } } });
        client.Open(Note);
        var items = await ItemsAsync(client, 3, 2);
        Assert.Equal(7, items.Count(item => item.GetProperty("kind").GetInt32() == kind));
    }

    [Fact]
    public async Task A_capable_client_gets_label_details_and_two_ranges()
    {
        await using var client = await LspClient.InitializedAsync(new
        {
            textDocument = new { completion = new { completionItem = new { insertReplaceSupport = true, labelDetailsSupport = true } } },
        });
        client.Open(Note);
        var items = await ItemsAsync(client, 2, 20);
        Assert.Contains(items, item => item.TryGetProperty("labelDetails", out _));
        Assert.All(items, item =>
        {
            Assert.False(item.TryGetProperty("detail", out _));
            var edit = item.GetProperty("textEdit");
            Assert.False(edit.TryGetProperty("range", out _));
            Assert.Equal("""{"start":{"line":2,"character":17},"end":{"line":2,"character":20}}""", edit.GetProperty("insert").GetRawText());
            Assert.Equal("""{"start":{"line":2,"character":17},"end":{"line":2,"character":24}}""", edit.GetProperty("replace").GetRawText());
        });
    }

    [Theory]
    [InlineData("markdown", "markdown")]
    [InlineData("plaintext", "plaintext")]
    public async Task Resolving_an_item_adds_its_card_and_changes_nothing_else(string format, string kind)
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { completion = new { completionItem = new { documentationFormat = new[] { format } } } } });
        client.Open(Note);
        var item = (await ItemsAsync(client, 2, 24)).First(item => Label(item).Contains("Network Load Balancer", StringComparison.Ordinal));
        var resolved = (await client.RequestAsync("completionItem/resolve", item)).GetProperty("result");
        Assert.Equal(kind, resolved.GetProperty("documentation").GetProperty("kind").GetString());
        foreach (var member in item.EnumerateObject())
        {
            Assert.Equal(member.Value.GetRawText(), resolved.GetProperty(member.Name).GetRawText());
        }
    }

    [Theory]
    [InlineData("""{"label":"x"}""")]
    [InlineData("""{"label":"x","data":{"id":"no-such-term","uri":"file:///notes/a.md"}}""")]
    [InlineData("""{"label":"x","data":{"of":"another server"}}""")]
    public async Task An_item_that_the_server_does_not_know_comes_back_as_it_is(string item)
    {
        await using var client = await LspClient.InitializedAsync();
        client.SendBody($$"""{"jsonrpc":"2.0","id":90,"method":"completionItem/resolve","params":{{item}}}""");
        Assert.Equal(item, (await client.AnswerTo(90)).GetProperty("result").GetRawText());
    }

    [Fact]
    public async Task A_comment_offers_the_rules_with_their_pages()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { completion = new { completionItem = new { documentationFormat = new[] { "markdown" } } } } });
        client.Open("<!-- stratus-disable-next-line \nCloudfront\n");
        var item = (await ItemsAsync(client, 0, 31))[0];
        Assert.Equal(("service-casing", 13), (Label(item), item.GetProperty("kind").GetInt32()));
        Assert.Equal("service-casing -->", item.GetProperty("textEdit").GetProperty("newText").GetString());
        var resolved = (await client.RequestAsync("completionItem/resolve", item)).GetProperty("result");
        Assert.StartsWith("# service-casing", resolved.GetProperty("documentation").GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal([14, 14, 14, 14, 14], (await ItemsAsync(client, 0, 5)).Select(word => word.GetProperty("kind").GetInt32()));
    }

    [Fact]
    public async Task Letters_digits_the_space_and_what_begins_a_cell_are_trigger_characters()
    {
        await using var client = await LspClient.InitializedAsync();
        var triggers = client.Server.GetProperty("capabilities").GetProperty("completionProvider").GetProperty("triggerCharacters");
        Assert.Equal(
            "|> abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".Select(typed => typed.ToString()),
            triggers.EnumerateArray().Select(trigger => trigger.GetString()!));
    }

    [Theory]
    [InlineData("Put the tra", 1, true)]
    [InlineData("Put the tra", 3, true)]
    [InlineData("Put the tra", 2, false)]
    [InlineData("Put CloudF", 2, true)]
    public async Task What_made_the_client_ask_decides_what_is_evidence_enough(string text, int kind, bool answers)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(text);
        Assert.Equal(answers, (await ListAsync(client, 0, text.Length, kind, text[^1..])).Count > 0);
    }

    [Fact]
    public async Task Turned_off_only_asking_and_the_tables_own_characters_give_a_list()
    {
        await using var client = await LspClient.InitializedAsync(options: new { completion = new { asYouType = false } });
        client.Open(Note + "\nCloudF\n| |");
        Assert.Empty(await ListAsync(client, 5, 6, 2, "F"));
        Assert.NotEmpty(await ListAsync(client, 5, 6, 1, null));
        Assert.Empty(await ListAsync(client, 3, 2, 2, " "));
        Assert.NotEmpty(await ListAsync(client, 3, 1, 2, "|"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_has_places_to_fill_in_where_the_client_takes_them(bool snippets)
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { completion = new { completionItem = new { snippetSupport = snippets } } } });
        client.Open("| AWS Service | OSI Layer |\n|---|---|\n| NLB | L4 |\n");
        var row = (await ItemsAsync(client, 3, 0))[0];
        Assert.Equal("New row", Label(row));
        Assert.Equal(snippets ? "| $1 | ${2|L4,L7,L6,L5,L3,L2,L1|} |" : "|  |  |", row.GetProperty("textEdit").GetProperty("newText").GetString());
        Assert.Equal(snippets, row.TryGetProperty("insertTextFormat", out var format) && format.GetInt32() == 2);
        Assert.False(row.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_of_several_lines_is_indented_as_it_is_written(bool takesMode)
    {
        int[] modes = takesMode ? [1, 2] : [];
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { completion = new { completionItem = new { insertTextModeSupport = new { valueSet = modes } } } } });
        client.Open("<table>\n<tr><th>AWS Service</th><th>OSI Layer</th></tr>\n  <tr>\n    <td>NLB</td>\n    <td>L4</td>\n  </tr>\n\n</table>\n");
        var row = (await ItemsAsync(client, 6, 0))[0];
        Assert.Equal("  <tr>\n    <td></td>\n    <td></td>\n  </tr>", row.GetProperty("textEdit").GetProperty("newText").GetString());
        Assert.Equal(takesMode, row.TryGetProperty("insertTextMode", out var mode) && mode.GetInt32() == 1);
    }

    [Fact]
    public async Task A_client_asks_again_for_every_letter_until_the_name_is_there_in_full()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("It works at EC2");
        Assert.True((await AskAsync(client, 0, 14, 1, null)).GetProperty("isIncomplete").GetBoolean());
        var whole = await AskAsync(client, 0, 15, 3, null);
        Assert.True(whole.GetProperty("isIncomplete").GetBoolean());
        Assert.Empty(whole.GetProperty("items").EnumerateArray());
        Assert.Empty(await ListAsync(client, 0, 15, 2, "2"));
        Assert.NotEmpty(await ListAsync(client, 0, 15, 1, null));
    }

    [Fact]
    public async Task A_sentence_for_a_cell_is_a_value_and_no_text()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open("| AWS Service | What It Does | OSI Layer |\n|---|---|---|\n| NLB | | L4 |\n");
        Assert.Equal(12, Assert.Single(await ItemsAsync(client, 2, 8)).GetProperty("kind").GetInt32());
    }

    private static async Task<JsonElement> AskAsync(LspClient client, int line, int character, int kind, string? typed) =>
        (await client.RequestAsync("textDocument/completion", new
        {
            textDocument = new { uri = "file:///notes/a.md" },
            position = new { line, character },
            context = new { triggerKind = kind, triggerCharacter = typed },
        })).GetProperty("result");

    private static async Task<List<JsonElement>> ListAsync(LspClient client, int line, int character, int kind, string? typed) =>
        [.. (await AskAsync(client, line, character, kind, typed)).GetProperty("items").EnumerateArray()];

    private static async Task<List<JsonElement>> ItemsAsync(LspClient client, int line, int character) =>
        [.. (await client.AtAsync("textDocument/completion", line, character)).GetProperty("items").EnumerateArray()];

    private static string Label(JsonElement item) => item.GetProperty("label").GetString()!;
}
