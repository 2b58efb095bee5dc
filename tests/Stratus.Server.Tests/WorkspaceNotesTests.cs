namespace Stratus.Server.Tests;

/// <summary>Cards tell of the other notes of the workspace, as they are saved or, where they are open, as they are typed.</summary>
public sealed class WorkspaceNotesTests : IDisposable
{
    private readonly Folder _folder = new(
        ("here.md", "Through an NLB.\n"),
        ("b (copy).md", "- NLB (L4) – balances many connections\n"),
        ("deep/er/c.md", "| Service | OSI Layer |\n|-|-|\n| NLB | L5 |\n"),
        ("node_modules/x/README.md", "- NLB (L2) – not a note\n"),
        (".hidden/d.md", "- NLB (L2) – not a note\n"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_card_tells_of_the_notes_in_the_folder_with_links_that_open_the_line()
    {
        await using var client = await InFolderAsync();

        var card = await CardAsync(client, "L5");
        Assert.Contains($"- **In your notes:** L4 at [b (copy).md, line 1]({Address("b%20%28copy%29.md")}#L1): ‘balances many connections’\n", card, StringComparison.Ordinal);
        Assert.Contains($"- **In your notes:** L5 at [deep/er/c.md, line 3]({Address("deep/er/c.md")}#L3)\n", card, StringComparison.Ordinal);
        Assert.DoesNotContain("L2", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_is_written_or_deleted_outside_the_editor_is_read_again()
    {
        await using var client = await InFolderAsync();
        await CardAsync(client, "L5");

        File.WriteAllText(_folder["deep/er/c.md"], "- NLB (L6) – now something else\n");
        File.Delete(_folder["b (copy).md"]);
        client.Notify("workspace/didChangeWatchedFiles", new
        {
            changes = new[] { new { uri = Address("deep/er/c.md"), type = 2 }, new { uri = Address("b%20(copy).md"), type = 3 }, new { uri = Address("node_modules/x/README.md"), type = 2 } },
        });

        var card = await CardAsync(client, "L6");
        Assert.DoesNotContain("b (copy)", card, StringComparison.Ordinal);
        Assert.DoesNotContain("L2", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_note_counts_as_it_is_typed_and_as_it_is_saved_once_it_is_closed()
    {
        await using var client = await InFolderAsync();
        var uri = Address("deep/er/c.md");
        client.Open("- NLB (L7) – typed\n", uri);
        Assert.Contains("L7 at [deep/er/c.md, line 1]", await CardAsync(client, "L7"), StringComparison.Ordinal);

        client.Notify("textDocument/didChange", new { textDocument = new { uri, version = 2 }, contentChanges = new[] { new { text = "- NLB (L1) – typed on and on\n" } } });
        Assert.Contains("‘typed on and on’", await CardAsync(client, "L1"), StringComparison.Ordinal);

        client.Notify("textDocument/didClose", new { textDocument = new { uri } });
        Assert.DoesNotContain("typed on", await CardAsync(client, "L5"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        using var other = new Folder(("e.md", "- NLB (L3) – in another folder\n"));
        await using var client = await InFolderAsync();
        await CardAsync(client, "L5");
        var folder = new[] { new { uri = new Uri(other.Path).AbsoluteUri, name = "other" } };

        client.Notify("workspace/didChangeWorkspaceFolders", new { @event = new { added = folder, removed = Array.Empty<object>() } });
        await CardAsync(client, "in another folder");
        client.Notify("workspace/didChangeWorkspaceFolders", new { @event = new { added = Array.Empty<object>(), removed = folder } });
        Assert.DoesNotContain("in another folder", await CardAsync(client, "L5", without: "in another folder"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%00b.md")]
    [InlineData("a%00/b.md")]
    [InlineData("%2500.md")]
    public async Task An_address_that_no_file_can_have_ends_nothing(string name)
    {
        await using var client = await InFolderAsync();
        var odd = new { uri = Address(name), name = "odd" };
        client.Notify("workspace/didChangeWorkspaceFolders", new { @event = new { added = new[] { odd }, removed = Array.Empty<object>() } });
        client.Notify("workspace/didChangeWorkspaceFolders", new { @event = new { added = Array.Empty<object>(), removed = new[] { odd } } });
        client.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { odd.uri, type = 1 } } });
        client.Open("- NLB (L1) – open\n", odd.uri);
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, 3, odd.uri)).ToString(), StringComparison.Ordinal);
        client.Notify("textDocument/didClose", new { textDocument = new { odd.uri } });

        // What is read after it is read.
        File.WriteAllText(_folder["deep/er/c.md"], "- NLB (L6) – after it\n");
        client.Notify("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = Address("deep/er/c.md"), type = 2 } } });
        await CardAsync(client, "L6", without: "L1 at");
        Assert.Equal(0, await client.ExitAsync());
    }

    [Fact]
    public async Task A_root_that_no_folder_can_be_is_none()
    {
        await using var client = await InFolderAsync("file:///a%00b");
        await CardAsync(client, "L5");
        Assert.Equal(0, await client.ExitAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task A_note_has_cards_however_deep_its_address_goes(int depth)
    {
        await using var client = await LspClient.InitializedAsync();
        var uri = $"file:///{string.Concat(Enumerable.Repeat("a/", depth))}b.md";
        client.Open("NLB\n", uri);
        Assert.Contains("Network Load Balancer", (await client.AtAsync("textDocument/hover", 0, 1, uri)).ToString(), StringComparison.Ordinal);
        client.Process.Refresh();
        Assert.InRange(client.Process.PeakWorkingSet64, 1, 400_000_000);
    }

    [Fact]
    public async Task The_client_is_asked_to_watch_notes_where_it_can()
    {
        await using var client = LspClient.Start();
        var registered = new TaskCompletionSource<string>();
        client.Answers["client/registerCapability"] = parameters =>
        {
            registered.TrySetResult(parameters.GetProperty("registrations")[0].GetRawText());
            return null;
        };
        await client.RequestAsync("initialize", new { capabilities = new { workspace = new { didChangeWatchedFiles = new { dynamicRegistration = true } } } });
        client.Notify("initialized", new { });

        Assert.Equal(
            """{"id":"notes","method":"workspace/didChangeWatchedFiles","registerOptions":{"watchers":[{"globPattern":"**/*.{md,markdown}"},{"globPattern":"**/.stratus.json"},{"globPattern":"**/*.glossary.yml"},{"globPattern":"**/{.gitignore,.stratusignore}"}]}}""",
            await registered.Task.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken));
    }

    private string Address(string path) => $"{new Uri(_folder.Path).AbsoluteUri}/{path}";

    private async Task<LspClient> InFolderAsync(params string[] othersBefore)
    {
        var client = LspClient.Start();
        await client.RequestAsync("initialize", new
        {
            capabilities = new { textDocument = new { hover = new { contentFormat = new[] { "markdown" } } } },
            workspaceFolders = othersBefore.Append(new Uri(_folder.Path).AbsoluteUri).Select(uri => new { uri, name = "notes" }),
        });
        client.Notify("initialized", new { });
        client.Open(File.ReadAllText(_folder["here.md"]), Address("here.md"));
        return client;
    }

    /// <summary>The card of the NLB, asked for until it says something: the folder is read beside all else.</summary>
    private async Task<string> CardAsync(LspClient client, string containing, string? without = null)
    {
        var until = DateTime.UtcNow + LspClient.Patience;
        while (true)
        {
            var hover = await client.AtAsync("textDocument/hover", 0, 12, Address("here.md"));
            var card = hover.GetProperty("contents").GetProperty("value").GetString()!;
            if ((card.Contains(containing, StringComparison.Ordinal) && (without is null || !card.Contains(without, StringComparison.Ordinal))) || DateTime.UtcNow > until)
            {
                Assert.Contains(containing, card, StringComparison.Ordinal);
                return card;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
