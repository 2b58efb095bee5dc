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

    private static Modification.Opened Opened(string uri) => new(uri, 1, Wrong);

    private static Modification.SettingsGiven Severity(string severity) =>
        new(JsonElement.Parse($$$"""{"rules":{"service-casing":"{{{severity}}}"}}"""));
}
