using System.Runtime.CompilerServices;
using Spectre.Console;

namespace Stratus.Server.Terminal;

/// <summary>A bar for a run that takes longer than a second. A quick run never loads what draws it.</summary>
internal sealed class ProgressBar : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1), Interval = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _showing;
    private int _done;
    private int _total;

    private readonly TextWriter _output;
    private readonly TimeProvider _clock;

    /// <summary>Starts to wait.</summary>
    /// <param name="isShown">Whether the output can show something that moves.</param>
    /// <param name="output">Where the bar is drawn.</param>
    /// <param name="clock">Tells how long it has taken.</param>
    internal ProgressBar(bool isShown, TextWriter output, TimeProvider clock)
    {
        (_output, _clock) = (output, clock);
        _showing = isShown ? Task.Run(ShowAsync) : Task.CompletedTask;
    }

    /// <summary>Says how many notes there are; until then it is not known.</summary>
    internal void Begin(int total) => Volatile.Write(ref _total, total);

    /// <summary>Says that a note is done.</summary>
    internal void Advance() => Interlocked.Increment(ref _done);

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _showing.GetAwaiter().GetResult();
        _end.Dispose();
    }

    private async Task ShowAsync()
    {
        if (await WaitAsync(Patience).ConfigureAwait(false))
        {
            await DrawAsync().ConfigureAwait(false);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task DrawAsync() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(_output),
        // It looks at standard output and input, which say nothing of where this is shown.
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
    })
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var bar = context.AddTask("Checking notes");
            do
            {
                var total = Volatile.Read(ref _total);
                bar.IsIndeterminate = total == 0;
                bar.MaxValue = Math.Max(1, total);
                bar.Value = Volatile.Read(ref _done);
            }
            while (await WaitAsync(Interval).ConfigureAwait(false));
        });

    /// <summary>Waits; false if the end comes first.</summary>
    private async Task<bool> WaitAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, _clock, _end.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
