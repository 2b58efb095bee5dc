using System.Diagnostics;
using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary>The way from a finding to the page of its rule.</summary>
public sealed class RulePageTests
{
    private const string Note = "We put Cloudfront in front.\n";
    private static readonly object Actions = new { codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "quickfix" } } } };

    [Fact]
    public async Task A_finding_is_explained_to_clients_that_have_the_command()
    {
        await using var client = await LspClient.InitializedAsync(new
        {
            textDocument = new { codeAction = Actions },
            experimental = new { commands = new { commands = new[] { "other", "stratus.explainRule" } } },
        });
        client.Open(Note);
        var action = (await ActionsAsync(client))[^1];
        Assert.Equal("Explain `service-casing`", action.GetProperty("title").GetString());
        Assert.Equal("""{"title":"Explain \u0060service-casing\u0060","command":"stratus.explainRule","arguments":["service-casing"]}""", action.GetProperty("command").GetRawText());
        Assert.Equal("service-casing", Assert.Single(action.GetProperty("diagnostics").EnumerateArray()).GetProperty("code").GetString());
        Assert.False(action.TryGetProperty("edit", out _));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("""{"commands":["stratus.explainRule"]}""")]
    [InlineData("""{"commands":{"commands":[1,null,"stratus.other"]}}""")]
    public async Task Others_get_no_action_that_would_do_nothing(string experimental)
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { codeAction = Actions }, experimental = JsonDocument.Parse(experimental).RootElement });
        client.Open(Note);
        var actions = await ActionsAsync(client);
        Assert.NotEmpty(actions);
        Assert.DoesNotContain(actions, action => action.TryGetProperty("command", out _));
    }

    [Fact]
    public async Task The_page_of_a_rule_is_the_one_of_the_documentation()
    {
        await using var client = await LspClient.InitializedAsync();
        var page = (await client.RequestAsync("stratus/explain", new { code = "service-casing" })).GetProperty("result").GetProperty("markdown").GetString();
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(StratusProgram.RepoRoot, "docs", "rules", "service-casing.md"), TestContext.Current.CancellationToken), page);
        Assert.Equal(JsonValueKind.Null, (await client.RequestAsync("stratus/explain", new { code = "../README" })).GetProperty("result").ValueKind);
    }

    [Fact]
    public async Task A_build_without_a_site_links_to_nothing()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { publishDiagnostics = new { codeDescriptionSupport = true } } });
        client.Open(Note);
        Assert.False((await DiagnosticAsync(client)).TryGetProperty("codeDescription", out _));
    }

    [Fact]
    public async Task A_build_with_a_site_links_to_the_page_of_the_rule_where_the_client_takes_it()
    {
        using var folder = new Folder();
        var program = await BuildAsync("https://stratus.example/docs/", folder.Path);
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { publishDiagnostics = new { codeDescriptionSupport = true } } }, program: program);
        client.Open(Note);
        Assert.Equal("""{"href":"https://stratus.example/docs/rules/service-casing"}""", (await DiagnosticAsync(client)).GetProperty("codeDescription").GetRawText());

        await using var other = await LspClient.InitializedAsync(program: program);
        other.Open(Note);
        Assert.False((await DiagnosticAsync(other)).TryGetProperty("codeDescription", out _));
    }

    /// <summary>The program of a build that is told the address, beside the others.</summary>
    private static async Task<string> BuildAsync(string site, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", Path.Combine(StratusProgram.RepoRoot, "server", "Stratus.Server"), "--no-restore", "--nologo", "-v", "quiet", "-nodeReuse:false",
            "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false", $"-p:StratusSite={site}", "-p:IntermediateOutputPath=obj/site/", $"-p:OutDir={folder}{Path.DirectorySeparatorChar}"])
        {
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0, output);
        return Path.Combine(folder, Path.GetFileName(StratusProgram.Path));
    }

    private static async Task<JsonElement> DiagnosticAsync(LspClient client) =>
        Assert.Single((await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").EnumerateArray());

    private static async Task<List<JsonElement>> ActionsAsync(LspClient client)
    {
        var place = new { line = 0, character = 8 };
        var answer = await client.RequestAsync("textDocument/codeAction", new
        {
            textDocument = new { uri = "file:///notes/a.md" },
            range = new { start = place, end = place },
            context = new { diagnostics = Array.Empty<object>() },
        });
        return [.. answer.GetProperty("result").EnumerateArray()];
    }
}
