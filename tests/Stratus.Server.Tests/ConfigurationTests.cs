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
        Assert.Contains("did you mean ‘service-casing’", message, StringComparison.Ordinal);
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
        var message = (await client.NextAsync("window/showMessage")).GetProperty("message").GetString()!;
        Assert.Contains(".stratus.json:2:32: ‘loud’ is no level", message, StringComparison.Ordinal);
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

    /// <summary>Waits until the note's one finding has this severity; null for none. Findings under earlier settings may come first.</summary>
    private static async Task SeverityAsync(LspClient client, int? severity)
    {
        while (true)
        {
            var diagnostics = (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics");
            if (diagnostics.GetArrayLength() == 0 ? severity is null : diagnostics[0].GetProperty("severity").GetInt32() == severity)
            {
                return;
            }
        }
    }
}
