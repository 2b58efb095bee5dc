using Stratus.Server.Session;
using Stratus.Server.Transport;

namespace Stratus.Server.Tests;

/// <summary>When the workspace's notes are read in the background, and how often.</summary>
public sealed class NoteLibraryTests
{
    [Fact]
    public void Settings_that_are_saved_again_and_again_are_one_reading_that_waits()
    {
        using var folder = new Folder(("a.md", "- NLB (L4) – read\n"));
        using var last = new Folder(("last.md", "- NLB (L7) – read\n"));
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        using var seen = new ManualResetEventSlim();
        using var log = Log.Open(null);
        var times = 0;
        using var library = new NoteLibrary(log, path =>
        {
            if (Path.GetFileName(path) == "a.md" && Interlocked.Increment(ref times) == 1)
            {
                begun.Set();
                goOn.Wait(LspClient.Patience);
            }

            if (Path.GetFileName(path) == "last.md")
            {
                seen.Set();
            }

            return Catalog.Embedded;
        }, () => { });

        library.Add(folder.Path);
        Assert.True(begun.Wait(LspClient.Patience, TestContext.Current.CancellationToken));
        for (var i = 0; i < 100; i++)
        {
            library.ReadAgain();
        }

        library.Add(last.Path);
        goOn.Set();
        Assert.True(seen.Wait(LspClient.Patience, TestContext.Current.CancellationToken));
        Assert.Equal(2, times);
    }
}
