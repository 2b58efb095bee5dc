using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Server.Session;
using Stratus.Server.Transport;
using StreamJsonRpc;

namespace Stratus.Server.Tests.InProcess;

/// <summary>A session keeps what it needs, however long it lasts.</summary>
public sealed class SessionMemoryTests
{
    private static readonly Workspace Workspace = new(Catalog.Embedded, Settings.Default, new(2026, 11, 1)) { Address = InProcessServer.Note };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_note_keeps_one_parsed_note_and_not_the_one_before_it()
    {
        var (open, before) = await EditedAsync();
        GC.Collect();
        Assert.False(before.IsAlive);
        GC.KeepAlive(open);
    }

    [Fact]
    public async Task An_edit_that_is_not_looked_at_keeps_the_last_parsed_note_to_build_on()
    {
        var first = OpenNote.Open(InProcessServer.Note, 1, new("An NLB.\n"), Workspace, 1);
        var parsed = await first.Analysis.NoteAsync(Cancellation);
        var third = first.With(new("An ALB.\n"), 2, 2).With(new("A VPC.\n"), 3, 3);
        var last = await third.Analysis.NoteAsync(Cancellation);
        Assert.Equal("A VPC.\n", last.Source.ToString());
        Assert.Equal("An NLB.\n", parsed.Source.ToString());
        Assert.Equal("vpc", Assert.Single(last.Mentions).Services[0].Id);
    }

    [Fact]
    public async Task A_client_that_never_answers_is_not_asked_without_end()
    {
        // What is sent is taken and never answered.
        var (taken, never) = (new Pipe(), new Pipe());
        using var rpc = new JsonRpc(taken.Writer.AsStream(), never.Reader.AsStream());
        rpc.StartListening();
        using var lines = new StringWriter();
        using var log = new Log(TextWriter.Synchronized(lines));
        var client = new Client(rpc, log);
        var reading = taken.Reader.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        var asked = Enumerable.Range(0, 3 * Client.MostUnanswered).Select(_ => client.RefreshInlayHintsAsync()).ToList();

        Assert.Equal(Client.MostUnanswered, asked.Count(question => !question.IsCompleted));
        Assert.Contains("workspace/inlayHint/refresh was not sent", lines.ToString(), StringComparison.Ordinal);

        // The end answers all of them.
        await never.Writer.CompleteAsync();
        await Task.WhenAll(asked).WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        await taken.Writer.CompleteAsync();
        await reading;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(OpenNote Open, WeakReference Before)> EditedAsync()
    {
        var first = OpenNote.Open(InProcessServer.Note, 1, new("An NLB.\n"), Workspace, 1);
        var before = new WeakReference(await first.Analysis.NoteAsync(Cancellation));
        var second = first.With(new("An ALB.\n"), 2, 2);
        Assert.NotNull(await second.Analysis.NoteAsync(Cancellation));
        return (second, before);
    }
}
