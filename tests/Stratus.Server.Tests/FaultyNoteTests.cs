using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Stratus.Configuration;
using Stratus.Features.Folder;
using Stratus.Server.Checking;
using Stratus.Server.Files;
using Stratus.Server.Reports;
using Stratus.Server.Session;
using Stratus.Server.Transport;

namespace Stratus.Server.Tests;

/// <summary>A note that brings Stratus to a fault is that note's misfortune, and of no other.</summary>
public sealed class FaultyNoteTests : IDisposable
{
    private static readonly CheckRequest Request = new(["."], ReportFormat.Text, Severity.Warning, Settings.Default, FixMode.List, false, false, null, new(2026, 11, 28));

    private readonly Folder _folder = new(("a.md", "- NLB (L4) – read\n"), ("odd.md", "- NLB (L5) – never read\n"), ("sub/b.md", "- NLB (L6) – read\n"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_check_names_it_and_checks_the_others()
    {
        var problems = new ConcurrentQueue<PathProblem>();
        var checker = new NoteChecker(Request, problems.Enqueue, ReadOrFail, TestContext.Current.CancellationToken);

        var notes = checker.CheckFiles([_folder["a.md"], _folder["odd.md"], _folder["sub/b.md"]], () => { });

        Assert.Equal([_folder["a.md"], _folder["sub/b.md"]], notes.Select(note => note.Path));
        Assert.Equal(
            new PathProblem(_folder["odd.md"], "not checked, because of a bug in Stratus: InvalidOperationException: Stack empty. At all."),
            Assert.Single(problems));
    }

    [Fact]
    public void A_check_that_is_cancelled_is_no_fault()
    {
        var checker = new NoteChecker(Request, _ => { }, _ => throw new OperationCanceledException(), CancellationToken.None);
        Assert.Throws<AggregateException>(() => checker.CheckFiles([_folder["a.md"]], () => { }));
    }

    [Fact]
    public void Every_report_tells_of_it()
    {
        PathProblem[] problems = [PathProblem.Fault("sub/odd.md", new InvalidOperationException("Stack\nempty."))];
        const string Message = "not checked, because of a bug in Stratus: InvalidOperationException: Stack empty.";

        using var json = new MemoryStream();
        JsonReport.Write([], problems, wasMended: false, json);
        var problem = Assert.Single(JsonDocument.Parse(json.ToArray()).RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(("sub/odd.md", Message), (problem.GetProperty("path").GetString(), problem.GetProperty("message").GetString()));

        using var sarif = new MemoryStream();
        SarifReport.Write([], problems, sarif);
        var invocation = JsonDocument.Parse(sarif.ToArray()).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];
        var notification = Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal($"sub/odd.md: {Message}", notification.GetProperty("message").GetProperty("text").GetString());
        Assert.EndsWith(
            "sub/odd.md",
            notification.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(),
            StringComparison.Ordinal);

        var gitHub = new StringWriter(new StringBuilder());
        GitHubReport.Write([], problems, gitHub);
        Assert.StartsWith($"::error file=sub/odd.md,title=Stratus::sub/odd.md: {Message}", gitHub.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_problems_does_not_speak_of_them()
    {
        var (code, output, _) = await StratusProgram.RunAsync(_folder.Path, "check", "--format", "json", "a.md");
        Assert.Equal(0, code);
        Assert.False(JsonDocument.Parse(output).RootElement.TryGetProperty("problems", out _));
    }

    [Fact]
    public void The_library_reads_the_others_and_goes_on_after_it()
    {
        using var last = new Folder(("last.md", "- NLB (L7) – read\n"));
        using var isThere = new SemaphoreSlim(0);
        using var log = Log.Open(null);
        using var library = new NoteLibrary(
            log,
            path => Path.GetFileName(path) == "odd.md" ? throw new InvalidOperationException("Stack empty.") : Catalog.Embedded,
            () => isThere.Release());

        library.Add(_folder.Path);
        library.Add("a\0b");
        library.Add(last.Path);

        while (library.Saved.Count < 3)
        {
            Assert.True(isThere.Wait(LspClient.Patience, TestContext.Current.CancellationToken));
        }

        Assert.Equal(
            new[] { _folder["a.md"], _folder["sub/b.md"], last["last.md"] }.Select(NoteAddress.OfPath).Order(StringComparer.Ordinal),
            NoteIndex.Empty.WithSaved(library.Saved).PlacesOf("nlb", null).Select(places => places.Address));
    }

    private static NoteText ReadOrFail(string path) =>
        Path.GetFileName(path) == "odd.md" ? throw new InvalidOperationException("Stack empty.\nAt all.") : NoteText.Read(path);
}
