using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary>Findings reach the client in one of two ways: pushed, or pulled by a client that can; never both.</summary>
public sealed class DiagnosticsTests
{
    private const string Wrong = "| OSI Layer | AWS Service |\n|---|---|\n| L5 Transport | NLB |\n";
    private const string Right = "| OSI Layer | AWS Service |\n|---|---|\n| L4 Transport | NLB |\n";
    private const string Retired = "| OSI Layer | AWS Service |\n|---|---|\n| L7 Application | App Mesh |\n";
    private static readonly object Pull = new { textDocument = new { diagnostic = new { }, publishDiagnostics = new { versionSupport = true } } };

    [Fact]
    public async Task An_opened_note_gets_its_findings_with_the_version()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { publishDiagnostics = new { versionSupport = true } } });
        client.Open(Wrong, version: 7);
        var published = await client.NextAsync("textDocument/publishDiagnostics");
        Assert.Equal("file:///notes/a.md", published.GetProperty("uri").GetString());
        Assert.Equal(7, published.GetProperty("version").GetInt32());
        var diagnostic = Assert.Single(published.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("layer-name-mismatch", diagnostic.GetProperty("code").GetString());
        Assert.Equal("stratus", diagnostic.GetProperty("source").GetString());
        Assert.Equal(1, diagnostic.GetProperty("severity").GetInt32());
        Assert.Equal("""{"start":{"line":2,"character":2},"end":{"line":2,"character":14}}""", diagnostic.GetProperty("range").GetRawText());
        Assert.False(diagnostic.TryGetProperty("relatedInformation", out _));
        Assert.False(diagnostic.TryGetProperty("tags", out _));
    }

    [Fact]
    public async Task A_client_that_takes_no_version_gets_none()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Wrong);
        Assert.False((await client.NextAsync("textDocument/publishDiagnostics")).TryGetProperty("version", out _));
    }

    [Fact]
    public async Task Mending_the_note_takes_the_finding_back()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Wrong);
        Assert.Equal(1, (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").GetArrayLength());
        client.Change(2, ([2, 2, 2, 4], "L4"));
        Assert.Equal(0, (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public async Task Closing_the_note_takes_its_findings_back()
    {
        await using var client = await LspClient.InitializedAsync();
        client.Open(Wrong);
        await client.NextAsync("textDocument/publishDiagnostics");
        client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///notes/a.md" } });
        Assert.Equal(0, (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").GetArrayLength());
    }

    [Fact]
    public async Task A_note_that_is_opened_and_closed_at_once_is_left_without_findings()
    {
        await using var client = await LspClient.InitializedAsync();
        for (var i = 0; i < 50; i++)
        {
            client.Open(Wrong);
            client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///notes/a.md" } });
        }

        // Documents are served in the order in which they come, so nothing of the first is left when this one has its findings.
        client.Open(Wrong, "file:///notes/b.md");
        JsonElement published;
        var left = 0;
        while ((published = await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("uri").GetString() != "file:///notes/b.md")
        {
            left = published.GetProperty("diagnostics").GetArrayLength();
        }

        Assert.Equal(0, left);
    }

    [Fact]
    public async Task Of_a_burst_of_a_thousand_edits_the_last_is_looked_at_and_none_after_a_later_one()
    {
        await using var client = await LspClient.InitializedAsync(new { textDocument = new { publishDiagnostics = new { versionSupport = true } } });
        client.Open(Right + string.Concat(Enumerable.Repeat("\nWords about Route 53 and the NLB.\n", 500)));
        for (var version = 2; version <= 1001; version++)
        {
            client.Change(version, ([2, 3, 2, 4], version % 2 == 0 ? "5" : "4"));
        }

        client.Change(1002, ([2, 3, 2, 4], "5"));
        var versions = new List<int>();
        while (versions.Count == 0 || versions[^1] != 1002)
        {
            var published = await client.NextAsync("textDocument/publishDiagnostics");
            versions.Add(published.GetProperty("version").GetInt32());
            Assert.Equal(versions[^1] == 1 || versions[^1] % 2 == 1 ? 0 : 1, published.GetProperty("diagnostics").GetArrayLength());
        }

        Assert.Equal(versions.Order(), versions);
    }

    [Fact]
    public async Task A_capable_client_gets_tags_and_the_places_that_explain()
    {
        await using var client = await LspClient.InitializedAsync(new
        {
            textDocument = new { publishDiagnostics = new { relatedInformation = true, tagSupport = new { valueSet = new[] { 1, 2 } } } },
        });
        client.Open(Retired);
        var retired = Assert.Single((await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("retired-service", retired.GetProperty("code").GetString());
        Assert.Equal("[2]", retired.GetProperty("tags").GetRawText());

        client.Change(2, (null, "| OSI Layer | AWS Service |\n|---|---|\n| L4 Transport | Transit Gateway |\n\nMore:\n\n| OSI Layer | AWS Service |\n|---|---|\n| L3 Network | Transit Gateway |\n"));
        var conflicts = (await client.NextAsync("textDocument/publishDiagnostics")).GetProperty("diagnostics").EnumerateArray().ToList();
        Assert.Equal(2, conflicts.Count);
        Assert.All(conflicts, conflict =>
        {
            Assert.Equal("conflicting-layers", conflict.GetProperty("code").GetString());
            Assert.All(conflict.GetProperty("relatedInformation").EnumerateArray(), place =>
                Assert.Equal("file:///notes/a.md", place.GetProperty("location").GetProperty("uri").GetString()));
        });
    }

    [Fact]
    public async Task A_client_that_pulls_is_not_pushed_to_and_learns_what_has_not_changed()
    {
        await using var client = await LspClient.InitializedAsync(Pull);
        Assert.True(client.Server.GetProperty("capabilities").TryGetProperty("diagnosticProvider", out _));
        client.Open(Wrong);
        var full = await PullAsync(client);
        Assert.Equal("full", full.GetProperty("kind").GetString());
        Assert.Equal(1, full.GetProperty("items").GetArrayLength());
        var id = full.GetProperty("resultId").GetString();

        var unchanged = await PullAsync(client, id);
        Assert.Equal("unchanged", unchanged.GetProperty("kind").GetString());
        Assert.Equal(id, unchanged.GetProperty("resultId").GetString());

        client.Change(2, ([2, 2, 2, 4], "L4"));
        var changed = await PullAsync(client, id);
        Assert.Equal("full", changed.GetProperty("kind").GetString());
        Assert.Equal(0, changed.GetProperty("items").GetArrayLength());

        client.Notify("textDocument/didClose", new { textDocument = new { uri = "file:///notes/a.md" } });
        client.Open(Wrong, version: 1);
        Assert.Equal("full", (await PullAsync(client, id)).GetProperty("kind").GetString());
        Assert.Equal(0, await client.ExitAsync());
        Assert.Empty(client.Pending("textDocument/publishDiagnostics"));
    }

    [Fact]
    public async Task What_is_not_open_has_no_findings()
    {
        await using var client = await LspClient.InitializedAsync(Pull);
        var report = await PullAsync(client);
        Assert.Equal("full", report.GetProperty("kind").GetString());
        Assert.Equal(0, report.GetProperty("items").GetArrayLength());
    }

    private static async Task<JsonElement> PullAsync(LspClient client, string? previousResultId = null) =>
        (await client.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri = "file:///notes/a.md" }, previousResultId })).GetProperty("result");
}
