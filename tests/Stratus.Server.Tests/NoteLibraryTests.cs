using Stratus.Features.Folder;
using Stratus.Server.Files;
using Stratus.Server.Session;
using Stratus.Server.Transport;

namespace Stratus.Server.Tests;

/// <summary>When the workspace's notes are read in the background, and how often.</summary>
public sealed class NoteLibraryTests : IDisposable
{
    private readonly StringWriter _lines = new();
    private readonly Log _log;
    private readonly Lock _lock = new();
    private TaskCompletionSource _hasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<string, Catalog> _catalogOf = _ => Catalog.Embedded;

    public NoteLibraryTests() => _log = new(TextWriter.Synchronized(_lines));

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_told_again_and_again_is_one_reading(bool isWritten)
    {
        using var folder = new Folder(("a.md", "- NLB (L4) – read\n"));
        using var last = new Folder(("last.md", "- NLB (L7) – read\n"));
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var times = 0;
        _catalogOf = path =>
        {
            if (Path.GetFileName(path) == "a.md" && Interlocked.Increment(ref times) == 1)
            {
                begun.Set();
                goOn.Wait(LspClient.Patience);
            }

            return Catalog.Embedded;
        };
        using var library = Start();
        library.Add(folder.Path);
        Assert.True(begun.Wait(LspClient.Patience, TestContext.Current.CancellationToken));
        for (var i = 0; i < 100; i++)
        {
            if (isWritten)
            {
                library.Changed([folder["a.md"]]);
            }
            else
            {
                library.ReadAgain();
            }
        }

        library.Add(last.Path);
        goOn.Set();
        await SaysAsync(library, "a.md", "last.md");
        await IdleAsync();
        Assert.Equal(2, times);
    }

    [Fact]
    public async Task Notes_that_are_as_they_were_are_not_read_again()
    {
        using var folder = new Folder(("a.md", "- NLB (L4)\n"), ("b.md", "- NLB (L4)\n"), ("c.md", "- NLB (L4)\n"));
        using var library = Start();
        library.Add(folder.Path);
        await SaysAsync(library, "a.md", "b.md", "c.md");

        File.WriteAllText(folder["b.md"], "- NLB (L4) – and more\n");
        var other = Catalog.Embedded.With([new("Sled", [], [3], null, null, new("/g", 1, 1))]);
        _catalogOf = path => Path.GetFileName(path) == "c.md" ? other : Catalog.Embedded;
        _lines.GetStringBuilder().Clear();
        library.ReadAgain();
        await LogsAsync("2 notes read, 3 place something");
    }

    [Fact]
    public async Task A_note_that_went_without_a_word_is_missed_by_the_next_search()
    {
        using var folder = new Folder(("a.md", "- NLB (L4)\n"), ("b.md", "- NLB (L4)\n"));
        using var library = Start();
        library.Add(folder.Path);
        await SaysAsync(library, "a.md", "b.md");
        File.Delete(folder["a.md"]);
        library.ReadAgain();
        await SaysAsync(library, "b.md");
    }

    [Fact]
    public async Task All_folders_together_have_one_budget()
    {
        using var one = new Folder(("a.md", "- NLB (L4)\n"), ("b.md", "- NLB (L4)\n"));
        using var other = new Folder(("c.md", "- NLB (L4)\n"), ("d.md", "- NLB (L4)\n"));
        using var library = Start(mostNotes: 3);
        library.Add(one.Path);
        library.Add(other.Path);
        await LogsAsync("3 notes read, 3 place something");
        Assert.Contains("only the first 3 notes of the workspace are read", _lines.ToString(), StringComparison.Ordinal);

        File.WriteAllText(one["e.md"], "- NLB (L4)\n");
        library.Changed([one["e.md"], one["a.md"]]);
        await LogsAsync("1 notes read, 3 place something");

        library.Remove(one.Path);
        await SaysAsync(library, "c.md", "d.md");
        library.Changed([other["c.md"]]);
        File.WriteAllText(other["e.md"], "- NLB (L4)\n");
        library.Changed([other["e.md"]]);
        await SaysAsync(library, "c.md", "d.md", "e.md");
    }

    [Fact]
    public async Task An_ignore_file_counts_when_it_is_written()
    {
        using var folder = new Folder(("a.md", "- NLB (L4)\n"), ("drafts/b.md", "- NLB (L4)\n"));
        using var library = Start();
        library.Add(folder.Path);
        await SaysAsync(library, "a.md", "b.md");

        foreach (var name in new[] { ".gitignore", ".stratusignore" })
        {
            File.WriteAllText(folder[name], "drafts/\n");
            library.Changed([folder[name]]);
            await SaysAsync(library, "a.md");

            File.Delete(folder[name]);
            library.Changed([folder[name]]);
            await SaysAsync(library, "a.md", "b.md");
        }
    }

    [Fact]
    public void Ignore_files_are_read_once_for_the_paths_of_one_moment()
    {
        using var folder = new Folder((".git/HEAD", ""), (".gitignore", "/drafts\n"), ("drafts/a.md", ""), ("b.md", ""));
        var ignored = new IgnoredPaths(problem => Assert.Fail(problem.ToString()));
        Assert.True(ignored.Contains(folder["drafts/deep/a.md"]));
        File.WriteAllText(folder[".gitignore"], "b.md\n");
        Assert.True(ignored.Contains(folder["drafts/a.md"]));
        Assert.False(ignored.Contains(folder["b.md"]));
        Assert.True(new IgnoredPaths(_ => { }).Contains(folder["b.md"]));
    }

    private NoteLibrary Start(int mostNotes = 1_000) => new(_log, path => _catalogOf(path), HasRead, mostNotes);

    private void HasRead()
    {
        lock (_lock)
        {
            _hasRead.SetResult();
            _hasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until these notes and no others say something.</summary>
    private Task SaysAsync(NoteLibrary library, params string[] names) => UntilAsync(() => names.Order().SequenceEqual(
        NoteIndex.Empty.WithSaved(library.Saved).PlacesOf("nlb", null).Select(places => Path.GetFileName(places.Address)).Order()));

    private Task LogsAsync(string line) => UntilAsync(() => _lines.ToString().Contains(line, StringComparison.Ordinal));

    private Task IdleAsync() => LogsAsync("place something");

    private async Task UntilAsync(Func<bool> isSo)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                next = _hasRead.Task;
            }

            if (isSo())
            {
                return;
            }

            await next.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        }
    }
}
