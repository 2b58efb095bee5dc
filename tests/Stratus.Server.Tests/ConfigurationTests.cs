using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary>What a user sets reaches the rules, whichever way the client has to tell it.</summary>
public sealed class ConfigurationTests
{
    private const string Note = "We put Cloudfront in front.\n";
    private static readonly object Asks = new { workspace = new { configuration = true } };

    [Fact]
    public async Task A_client_that_can_be_asked_is_asked_and_asked_again_when_it_tells_of_a_change()
    {
        await using var client = LspClient.Start();
        var level = "off";
        client.Answers["workspace/configuration"] = parameters =>
        {
            Assert.Equal("stratus", parameters.GetProperty("items")[0].GetProperty("section").GetString());
            return new[] { new { server = new { path = "" }, rules = new Dictionary<string, string> { ["service-casing"] = level } } };
        };
        await client.RequestAsync("initialize", new { capabilities = Asks });
        client.Notify("initialized", new { });
        client.Open(Note);
        await SeverityAsync(client, null);
        level = "error";
        client.Notify("workspace/didChangeConfiguration", new { settings = (object?)null });
        await SeverityAsync(client, 1);
        Assert.Empty(client.Pending("window/showMessage"));
    }

    [Fact]
    public async Task A_client_that_answers_null_has_the_defaults()
    {
        await using var client = LspClient.Start();
        var asked = new TaskCompletionSource();
        client.Answers["workspace/configuration"] = _ =>
        {
            asked.TrySetResult();
            return null;
        };
        await client.RequestAsync("initialize", new { capabilities = Asks });
        client.Notify("initialized", new { });
        await asked.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        client.Open(Note);
        await SeverityAsync(client, 3);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task A_client_that_answers_with_an_error_has_the_defaults()
    {
        await using var client = await LspClient.InitializedAsync(Asks);
        client.Open(Note);
        await SeverityAsync(client, 3);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData("""{"stratus":{"rules":{"service-casing":"warning"}}}""")]
    [InlineData("""{"rules":{"service-casing":"warning"}}""")]
    public async Task A_client_that_cannot_be_asked_sends_its_settings_along(string settings)
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Note);
        await SeverityAsync(client, 3);
        client.SendBody($$"""{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":{{settings}} } }""");
        await SeverityAsync(client, 2);
    }

    [Fact]
    public async Task Settings_may_come_with_initialize()
    {
        await using var client = await LspClient.InitializedAsync(options: new { rules = new Dictionary<string, string> { ["service-casing"] = "hint" } });
        client.Open(Note);
        await SeverityAsync(client, 4);
    }

    [Fact]
    public async Task A_mistake_is_told_once_and_says_what_and_where()
    {
        await using var client = await LspClient.InitializedAsync();
        for (var i = 0; i < 3; i++)
        {
            client.Notify("workspace/didChangeConfiguration", new { settings = new { rules = new Dictionary<string, string> { ["service-cassing"] = "off" } } });
        }

        await client.ExitAsync();
        var shown = Assert.Single(client.Pending("window/showMessage"));
        Assert.Equal(2, shown.GetProperty("type").GetInt32());
        var message = shown.GetProperty("message").GetString()!;
        Assert.Contains("stratus.rules", message, StringComparison.Ordinal);
        Assert.Contains("Did you mean `service-casing`", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_beside_a_note_speaks_before_the_editor()
    {
        using var folder = new Folder((".stratus.json", """{ "rules": { "service-casing": "error" } }"""), ("sub/a.md", Note));
        await using var client = await LspClient.InitializedAsync(options: new { rules = new Dictionary<string, string> { ["service-casing"] = "off" } });
        client.Open(Note, new Uri(folder["sub/a.md"]).AbsoluteUri);
        await SeverityAsync(client, 1);
        client.Open(Note, "untitled:Untitled-1");
        await SeverityAsync(client, null);
    }

    [Fact]
    public async Task A_mistake_in_the_file_is_told_with_its_place()
    {
        using var folder = new Folder((".stratus.json", "{\n  \"rules\": { \"service-casing\": \"loud\" }\n}"));
        await using var client = await LspClient.InitializedAsync();
        client.Open(Note, new Uri(folder["a.md"]).AbsoluteUri);
        var mistake = (await MistakesAsync(client, folder[".stratus.json"])).Single();
        Assert.Equal("""{"start":{"line":1,"character":31},"end":{"line":1,"character":32}}""", mistake.GetProperty("range").GetRawText());
        Assert.StartsWith("Unknown severity `loud`", mistake.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(("invalid-settings", 1), (mistake.GetProperty("code").GetString(), mistake.GetProperty("severity").GetInt32()));
        Assert.Empty(client.Pending("window/showMessage"));
    }

    [Fact]
    public async Task A_client_that_pulls_is_told_to_pull_again()
    {
        await using var client = LspClient.Start();
        var refreshed = new TaskCompletionSource();
        client.Answers["workspace/diagnostic/refresh"] = _ =>
        {
            refreshed.TrySetResult();
            return null;
        };
        await client.RequestAsync("initialize", new { capabilities = new { workspace = new { diagnostics = new { refreshSupport = true } }, textDocument = new { diagnostic = new { } } } });
        client.Open(Note);
        client.Notify("workspace/didChangeConfiguration", new { settings = new { rules = new Dictionary<string, string> { ["service-casing"] = "off" } } });
        await refreshed.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Changes_are_registered_for_where_the_client_wants_that()
    {
        await using var client = LspClient.Start();
        var registered = new TaskCompletionSource<JsonElement>();
        client.Answers["client/registerCapability"] = parameters =>
        {
            registered.TrySetResult(parameters);
            return null;
        };
        await client.RequestAsync("initialize", new { capabilities = new { workspace = new { didChangeConfiguration = new { dynamicRegistration = true } } } });
        client.Notify("initialized", new { });
        var registration = await registered.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        Assert.Equal("workspace/didChangeConfiguration", registration.GetProperty("registrations")[0].GetProperty("method").GetString());
    }

    [Fact]
    public async Task A_changed_file_holds_at_once_and_while_it_is_broken_what_it_said_before()
    {
        using var folder = new Folder((".stratus.json", """{ "rules": { "service-casing": "error" } }"""));
        await using var client = await LspClient.InitializedAsync();
        var uri = new Uri(folder["a.md"]).AbsoluteUri;
        client.Open(Note, uri);
        await SeverityAsync(client, 1);

        Write("""{ "rules": { "service-casing": "hint" } }""");
        await SeverityAsync(client, 4);

        Write("""{ "rules": { "service-""");
        Assert.NotEmpty(await MistakesAsync(client, folder[".stratus.json"]));
        // Nothing has changed for the note, so that nothing is sent before it does.
        client.Notify("textDocument/didChange", new { textDocument = new { uri, version = 2 }, contentChanges = new[] { new { text = Note + "\n" } } });
        await SeverityAsync(client, 4);

        Write("{}");
        Assert.Empty(await MistakesAsync(client, folder[".stratus.json"]));
        await SeverityAsync(client, 3);

        void Write(string text)
        {
            File.WriteAllText(folder[".stratus.json"], text);
            client.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = new Uri(folder[".stratus.json"]).AbsoluteUri, type = 2 } } });
        }
    }

    [Fact]
    public async Task A_glob_that_can_mean_nothing_is_told_and_all_other_settings_hold()
    {
        using var folder = new Folder(("b.md", ""));
        await using var client = LspClient.Start();
        await client.RequestAsync("initialize", new
        {
            capabilities = new { },
            rootUri = new Uri(folder.Path).AbsoluteUri,
            initializationOptions = new { exclude = new[] { "**/../**", "b.md" }, rules = new Dictionary<string, string> { ["service-casing"] = "hint" } },
        });
        Assert.Contains("stratus.exclude: `**/../**`", (await client.NextAsync("window/showMessage")).GetProperty("message").GetString(), StringComparison.Ordinal);

        client.Notify("initialized", new { });
        client.Open(Note, new Uri(folder["a.md"]).AbsoluteUri);
        await SeverityAsync(client, 4);
        client.Open(Note, new Uri(folder["b.md"]).AbsoluteUri);
        await SeverityAsync(client, null);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/..")]
    [InlineData("**/../**")]
    public async Task A_settings_file_with_two_dots_in_a_glob_does_not_end_the_session(string glob)
    {
        using var folder = new Folder((".stratus.json", $$"""{ "include": "{{glob}}" }"""), ("sub/b.md", "- NLB (L5) – read\n"));
        await using var client = LspClient.Start();
        await client.RequestAsync("initialize", new { capabilities = new { }, rootUri = new Uri(folder.Path).AbsoluteUri });
        client.Notify("initialized", new { });
        client.Open(Note, new Uri(folder["a.md"]).AbsoluteUri);
        await SeverityAsync(client, 3);
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task A_note_that_is_excluded_has_cards_and_no_findings()
    {
        using var folder = new Folder((".stratus.json", """{ "exclude": "drafts" }"""));
        await using var client = await LspClient.InitializedAsync();
        client.Open(Note, new Uri(folder["a.md"]).AbsoluteUri);
        await SeverityAsync(client, 3);
        var draft = new Uri(folder["drafts/a.md"]).AbsoluteUri;
        client.Open(Note, draft);
        await SeverityAsync(client, null);
        Assert.Contains("CloudFront", (await client.AtAsync("textDocument/hover", 0, 10, draft)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_users_own_terms_have_cards_and_their_definition_is_their_entry()
    {
        using var folder = new Folder(
            (".stratus.json", "{\n  \"glossary\": [\n    { \"name\": \"Edge Hub\", \"layers\": \"L3/L4\", \"summary\": \"Joins our sites.\" }\n  ]\n}\n"),
            ("net.glossary.yml", "contexts:\n  - terms:\n      - name: Sled\n        definition: A small relay.\n"));
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { hover = new { contentFormat = new[] { "markdown" } } } });
        var uri = new Uri(folder["a.md"]).AbsoluteUri;
        client.Open("Sleds go to the Edge Hub over an NLB.\n", uri);

        var card = (await client.AtAsync("textDocument/hover", 0, 20, uri)).GetProperty("contents").GetProperty("value").GetString()!;
        Assert.StartsWith("**Edge Hub**\n\nJoins our sites.\n\n- **Layer:** L3 Network (your glossary says). Also taught at L4.\n", card, StringComparison.Ordinal);
        Assert.Contains($"- **From your glossary:** [.stratus.json, line 3]({new Uri(folder[".stratus.json"]).AbsoluteUri}#L3)", card, StringComparison.Ordinal);
        Assert.Equal((new Uri(folder[".stratus.json"]).AbsoluteUri, 2), await DefinitionAsync(20));
        Assert.Equal((new Uri(folder["net.glossary.yml"]).AbsoluteUri, 2), await DefinitionAsync(2));
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/definition", 0, 34, uri)).ValueKind);

        File.WriteAllText(folder[".stratus.json"], """{"glossary": [{"name": "NLB", "layers": 3}]}""");
        client.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = new Uri(folder[".stratus.json"]).AbsoluteUri, type = 2 } } });
        Assert.Equal(JsonValueKind.Null, (await client.AtAsync("textDocument/hover", 0, 20, uri)).ValueKind);
        Assert.Contains("L3 Network (your glossary says)", (await client.AtAsync("textDocument/hover", 0, 34, uri)).ToString(), StringComparison.Ordinal);

        async Task<(string, int)> DefinitionAsync(int character)
        {
            var location = (await client.AtAsync("textDocument/definition", 0, character, uri))[0];
            return (location.GetProperty("uri").GetString()!, location.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        }
    }

    /// <summary>The next mistakes that are told of a settings file.</summary>
    private static async Task<List<JsonElement>> MistakesAsync(LspClient client, string path)
    {
        while (true)
        {
            var published = await client.NextAsync("textDocument/publishDiagnostics");
            if (published.GetProperty("uri").GetString() == new Uri(path).AbsoluteUri)
            {
                return [.. published.GetProperty("diagnostics").EnumerateArray()];
            }
        }
    }

    /// <summary>Waits until the note's one finding has this severity; null for none. Findings under earlier settings may come first.</summary>
    private static async Task SeverityAsync(LspClient client, int? severity)
    {
        while (true)
        {
            var published = await client.NextAsync("textDocument/publishDiagnostics");
            if (published.GetProperty("uri").GetString()!.EndsWith(".stratus.json", StringComparison.Ordinal))
            {
                continue;
            }

            var diagnostics = published.GetProperty("diagnostics");
            if (diagnostics.GetArrayLength() == 0 ? severity is null : diagnostics[0].GetProperty("severity").GetInt32() == severity)
            {
                return;
            }
        }
    }
}
