using System.Diagnostics;
using System.Text;
using Stratus.Server.Terminal;

namespace Stratus.Server.Tests;

/// <summary><c>stratus check</c> at a terminal, which the program <c>script</c> of util-linux plays.</summary>
public sealed class CheckTerminalTests
{
    private const string Script = "/usr/bin/script";

    [Theory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=1", false)]
    [InlineData("NO_COLOR=", true)]
    [InlineData("TERM=dumb", false)]
    public async Task Colours_are_for_terminals_and_for_who_wants_them(string variable, bool isColoured)
    {
        using var folder = new Folder(("a.md", "Cloudfront\n"));
        var shown = await AtTerminalAsync(folder, $"env -u NO_COLOR TERM=xterm {variable} \"{StratusProgram.Path}\" check");
        Assert.Contains("service-casing", shown, StringComparison.Ordinal);
        Assert.Equal(isColoured, shown.Contains("\e[36minformation\e[0m", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_run_shows_no_bar()
    {
        using var output = new StringWriter();
        var clock = new StoppedClock();
        using (var bar = new ProgressBar(isShown: true, output, clock))
        {
            bar.Begin(1);
            bar.Advance();
            Assert.Equal(TimeSpan.FromSeconds(1), await clock.Asked.WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken));
        }

        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task A_long_run_shows_a_bar_on_standard_error_alone_and_none_where_it_cannot_move()
    {
        Assert.SkipUnless(File.Exists(Script), "there is no program to play a terminal");
        using var folder = new Folder();
        using var dumb = WaitingCheck.Start(folder, "dumb");
        using var capable = WaitingCheck.Start(folder, "xterm");

        // However long that takes, the other one has waited as long.
        await capable.ShowsAsync("Checking notes");
        await capable.EndAsync();
        await dumb.EndAsync();
        Assert.DoesNotContain("Checking notes", dumb.Shown, StringComparison.Ordinal);
        Assert.Equal(
            ("1 note checked, nothing found.\n", "1 note checked, nothing found.\n"),
            (File.ReadAllText(folder["xterm.out"]), File.ReadAllText(folder["dumb.out"])));
    }

    private static async Task<string> AtTerminalAsync(Folder folder, string command)
    {
        Assert.SkipUnless(File.Exists(Script), "there is no program to play a terminal");
        using var process = StartAtTerminal(folder, command);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        return output;
    }

    private static Process StartAtTerminal(Folder folder, string command) => Process.Start(
        new ProcessStartInfo(Script, ["--quiet", "--return", "--command", command, "/dev/null"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;

    /// <summary>A check that lasts as long as a test wants it to: its note comes through a named pipe.</summary>
    private sealed class WaitingCheck : IDisposable
    {
        private readonly Process _process;
        private readonly FileStream _note;
        private readonly StringBuilder _shown = new();

        private WaitingCheck(Process process, FileStream note) => (_process, _note) = (process, note);

        /// <summary>What it has shown so far.</summary>
        internal string Shown => _shown.ToString();

        internal static WaitingCheck Start(Folder folder, string terminal)
        {
            using (var mkfifo = Process.Start("mkfifo", folder[$"{terminal}.in"]))
            {
                mkfifo.WaitForExit();
            }

            // To be opened for both is what does not wait for the other end.
            var note = new FileStream(folder[$"{terminal}.in"], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            var command = $"TERM={terminal} \"{StratusProgram.Path}\" check --stdin <{terminal}.in >{terminal}.out";
            return new(StartAtTerminal(folder, command), note);
        }

        /// <summary>Waits until it shows a text.</summary>
        internal async Task ShowsAsync(string text)
        {
            using var patience = new CancellationTokenSource(LspClient.Patience);
            var some = new char[256];
            while (!Shown.Contains(text, StringComparison.Ordinal))
            {
                var count = await _process.StandardOutput.ReadAsync(some, patience.Token);
                Assert.True(count > 0, $"It ended, and showed nothing but: {Shown}");
                _shown.Append(some, 0, count);
            }
        }

        /// <summary>Gives it its note, and waits until it has ended.</summary>
        internal async Task EndAsync()
        {
            _note.Write("Text.\n"u8);
            _note.Dispose();
            _shown.Append(await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
                .WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken));
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(LspClient.Patience, TestContext.Current.CancellationToken);
        }

        public void Dispose()
        {
            _note.Dispose();
            _process.Dispose();
        }
    }

    /// <summary>A clock that stands: it tells for how long somebody wants to wait, and never wakes them.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task<TimeSpan> Asked => _asked.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _asked.TrySetResult(dueTime);
            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
