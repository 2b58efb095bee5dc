using System.Text.Json;
using Stratus.Protocol;
using Stratus.Server.Session;

namespace Stratus.Server.Tests.InProcess;

/// <summary>What changes at once is taken at once: a note is published once, as it is in the end.</summary>
public sealed class SessionApplyTests
{
    private const string Other = "file:///notes/b.md";
    private const string Versions = """{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}""";
    private const string Wrong = "We put Cloudfront in front.\n";

    [Fact]
    public async Task A_note_is_published_once_however_much_of_it_changes_at_once()
    {
        using var server = await InProcessServer.StartAsync(Versions);
        await server.ApplyAsync(
            Opened(InProcessServer.Note),
            Opened(Other),
            new Modification.Changed(InProcessServer.Note, 2, [new(null, Wrong + "\n" + Wrong)]),
            Severity("warning"),
            new Modification.Changed(InProcessServer.Note, 3, [new(null, Wrong)]),
            Severity("error"));

        foreach (var (uri, version) in new[] { (InProcessServer.Note, 3), (Other, 1) })
        {
            await server.Client.PublishedAsync(uri, last => last.Diagnostics.Count == 1);
            var published = Assert.Single(server.Client.Published, one => one.Uri == uri);
            Assert.Equal(version, published.Version);
            Assert.Equal(DiagnosticSeverity.Error, Assert.Single(published.Diagnostics).Severity);
        }
    }

    [Fact]
    public async Task A_note_that_is_closed_and_opened_at_once_is_open()
    {
        using var server = await InProcessServer.StartAsync(Versions);
        await server.ApplyAsync(Opened(InProcessServer.Note));
        await server.Client.PublishedAsync(InProcessServer.Note, last => last.Diagnostics.Count == 1);
        await server.ApplyAsync(new Modification.Closed(InProcessServer.Note), new Modification.Opened(InProcessServer.Note, 7, Wrong + "\n" + Wrong));
        await server.Client.PublishedAsync(InProcessServer.Note, last => last is { Version: 7, Diagnostics.Count: 2 });
    }

    [Fact]
    public async Task A_note_that_is_opened_and_closed_at_once_has_no_findings()
    {
        using var server = await InProcessServer.StartAsync(Versions);
        await server.ApplyAsync(Opened(InProcessServer.Note), new Modification.Closed(InProcessServer.Note));
        Assert.Empty((await server.Client.PublishedAsync(InProcessServer.Note, _ => true)).Diagnostics);
    }

    [Fact]
    public async Task A_note_that_is_opened_by_another_spelling_of_its_address_has_its_findings_there_alone()
    {
        const string Spelled = "file:///notes/%61.md";
        using var server = await InProcessServer.StartAsync(Versions);
        await server.ApplyAsync(Opened(InProcessServer.Note));
        await server.Client.PublishedAsync(InProcessServer.Note, last => last.Diagnostics.Count == 1);
        await server.ApplyAsync(Opened(Spelled));
        await server.Client.PublishedAsync(Spelled, last => last.Diagnostics.Count == 1);
        await server.Client.PublishedAsync(InProcessServer.Note, last => last.Diagnostics.Count == 0);
    }

    [Fact]
    public async Task A_note_that_is_edited_on_another_day_has_the_findings_of_that_day()
    {
        var clock = new Day { Now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero) };
        using var server = await InProcessServer.StartAsync(Versions, clock: clock);
        await server.OpenAsync("We use AWS App Mesh.\n");
        var before = await server.Client.PublishedAsync(InProcessServer.Note, last => last.Version == 1);
        Assert.Equal(DiagnosticSeverity.Information, Assert.Single(before.Diagnostics).Severity);

        clock.Now = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);
        await server.ChangeAsync(2, "We use AWS App Mesh today.\n");
        var after = await server.Client.PublishedAsync(InProcessServer.Note, last => last.Version == 2);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(after.Diagnostics).Severity);
    }

    [Fact]
    public async Task Every_version_is_published_also_where_nothing_else_has_changed()
    {
        using var server = await InProcessServer.StartAsync(Versions);
        await server.ApplyAsync(Opened(InProcessServer.Note));
        for (var version = 2; version < 5; version++)
        {
            await server.ApplyAsync(new Modification.Changed(InProcessServer.Note, version, []));
            await server.Client.PublishedAsync(InProcessServer.Note, last => last.Version == version && last.Diagnostics.Count == 1);
        }
    }

    [Fact]
    public async Task A_note_for_which_nothing_changes_is_not_published_again()
    {
        using var folder = new Folder(("a/a.md", Wrong), ("b/b.md", Wrong));
        using var server = await InProcessServer.StartAsync();
        var (one, other) = (InProcessServer.Address(folder["a/a.md"]), InProcessServer.Address(folder["b/b.md"]));
        await server.ApplyAsync(Opened(one), Opened(other));
        await server.Client.PublishedAsync(other, last => last.Diagnostics.Count == 1);

        File.WriteAllText(folder["b/.stratus.json"], """{"rules":{"service-casing":"error"}}""");
        await server.TellOfFilesAsync(folder["b/.stratus.json"]);
        await server.Client.PublishedAsync(other, last => last.Diagnostics is [{ Severity: DiagnosticSeverity.Error }]);
        Assert.Single(server.Client.Published, published => published.Uri == one);
    }

    private static Modification.Opened Opened(string uri) => new(uri, 1, Wrong);

    private static Modification.SettingsGiven Severity(string severity) =>
        new(JsonElement.Parse($$$"""{"rules":{"service-casing":"{{{severity}}}"}}"""));

    private sealed class Day : TimeProvider
    {
        internal DateTimeOffset Now { get; set; }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
