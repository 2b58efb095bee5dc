namespace Stratus.Server.Tests.InProcess;

/// <summary>A mistake in a settings file is shown as long as it is there, and not a moment less.</summary>
public sealed class SettingsFindingsTests
{
    private const string Mistaken = """{ "profil": "quiet" }""";

    [Fact]
    public async Task Mistakes_in_two_folders_stay_shown_when_settings_are_read_again()
    {
        using var folder = new Folder(("a/.stratus.json", Mistaken), ("b/.stratus.json", Mistaken));
        using var server = await InProcessServer.StartAsync();
        var (first, second) = (InProcessServer.Address(folder["a/.stratus.json"]), InProcessServer.Address(folder["b/.stratus.json"]));
        await server.OpenAsync("NLB", InProcessServer.Address(folder["a/a.md"]));
        await server.OpenAsync("NLB", InProcessServer.Address(folder["b/b.md"]));
        await server.ConfigureAsync("""{"profile":"strict"}""");
        await server.TellOfFilesAsync(folder["a/.stratus.json"]);

        Assert.Single(Assert.Single(server.Client.Published, one => one.Uri == first).Diagnostics);
        Assert.Single(Assert.Single(server.Client.Published, one => one.Uri == second).Diagnostics);
    }

    [Fact]
    public async Task A_mistake_stays_shown_when_the_note_beside_it_is_closed_and_goes_when_it_is_mended()
    {
        using var folder = new Folder(("a/.stratus.json", Mistaken), ("b/.stratus.json", Mistaken));
        using var server = await InProcessServer.StartAsync();
        var (first, second) = (InProcessServer.Address(folder["a/.stratus.json"]), InProcessServer.Address(folder["b/.stratus.json"]));
        await server.OpenAsync("NLB", InProcessServer.Address(folder["a/a.md"]));
        await server.OpenAsync("NLB", InProcessServer.Address(folder["b/b.md"]));
        await server.CloseAsync(InProcessServer.Address(folder["a/a.md"]));
        await server.CloseAsync(InProcessServer.Address(folder["b/b.md"]));
        await server.TellOfFilesAsync(folder["b/.stratus.json"]);
        Assert.Equal(2, server.Client.Published.Count(one => one.Uri == first || one.Uri == second));

        File.WriteAllText(folder["a/.stratus.json"], "{}");
        File.Delete(folder["b/.stratus.json"]);
        await server.TellOfFilesAsync(folder["a/.stratus.json"], folder["b/.stratus.json"]);
        Assert.Empty(server.Client.Published.Last(one => one.Uri == first).Diagnostics);
        Assert.Empty(server.Client.Published.Last(one => one.Uri == second).Diagnostics);
    }

    [Fact]
    public async Task A_mistake_in_a_folder_of_which_no_note_is_open_is_shown_too()
    {
        using var folder = new Folder(("deep/.stratus.json", Mistaken), ("deep/a.md", "NLB"));
        using var server = await InProcessServer.StartAsync(folder: folder.Path);
        var uri = InProcessServer.Address(folder["deep/.stratus.json"]);
        await server.Client.PublishedAsync(uri, last => last.Diagnostics.Count == 1);

        File.WriteAllText(folder["deep/.stratus.json"], "{}");
        await server.TellOfFilesAsync(folder["deep/.stratus.json"]);
        await server.Client.PublishedAsync(uri, last => last.Diagnostics.Count == 0);
        Assert.Equal(2, server.Client.Published.Count(one => one.Uri == uri));
    }

    [Fact]
    public async Task The_card_of_a_completion_item_reads_no_files()
    {
        using var folder = new Folder((".stratus.json", Mistaken));
        using var server = await InProcessServer.StartAsync();
        var data = System.Text.Json.JsonElement.Parse($$"""{"id":"cloudfront","uri":"{{InProcessServer.Address(folder["a.md"])}}"}""");
        Protocol.CompletionItem? resolved = null;
        await server.DoAsync(async it => resolved = await it.ResolveCompletionAsync(new("CloudFront", Data: data), CancellationToken.None));
        Assert.Contains("CloudFront", resolved!.Documentation!.Value, StringComparison.Ordinal);
        Assert.Empty(server.Client.Published);
    }
}
