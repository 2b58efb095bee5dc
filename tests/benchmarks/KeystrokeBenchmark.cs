namespace Stratus.Benchmarks;

/// <summary>
/// What a keystroke costs until its findings are out, for the program and for the yardstick: the same client, the same note, the
/// same keys, in turns.
/// </summary>
internal static class KeystrokeBenchmark
{
    /// <param name="report">Takes the figures.</param>
    /// <param name="stratus">The program.</param>
    /// <param name="yardstick">The yardstick.</param>
    /// <param name="name">What the note is.</param>
    /// <param name="note">The note.</param>
    /// <param name="strokes">How many keystrokes; a tenth of them goes before, uncounted.</param>
    /// <param name="budget">The most processor time for a keystroke, as a multiple of the yardstick's.</param>
    public static Keystroke Run(Report report, Command stratus, Command yardstick, string name, GeneratedNote note, int strokes, double budget)
    {
        using Typist ours = new(stratus, note), theirs = new(yardstick, note);
        InTurns(strokes, ours, theirs);
        name = $"{name}, {note.Text.Length / 1000.0:0} KB";
        var row = $"{name}, {strokes} ×";
        report.Compare($"{row}, waited, p50", ours.Waits.Median, theirs.Waits.Median, "ms");
        report.Compare($"{row}, waited, p99", ours.Waits.Percentile(99), theirs.Waits.Percentile(99), "ms");
        report.Compare($"{row}, processor time, p50", ours.Works.Median, theirs.Works.Median, "ms");
        report.Compare($"{row}, processor time, p99", ours.Works.Percentile(99), theirs.Works.Percentile(99), "ms");
        report.Compare($"{row}, processor time, mean", ours.Works.Mean, theirs.Works.Mean, "ms", budget);
        return new(name, strokes, ours.Works, theirs.Works.Mean, ours.Server.Megabytes, theirs.Server.Megabytes, ours.Pushed.Median);
    }

    /// <summary>Types with each of them, one keystroke at a time.</summary>
    /// <param name="strokes">How many keystrokes; a tenth of them goes before, uncounted.</param>
    /// <param name="typists">Those who type.</param>
    public static void InTurns(int strokes, params ReadOnlySpan<Typist> typists)
    {
        for (var number = -Math.Max(2, strokes / 10); number < strokes; number++)
        {
            foreach (var typist in typists)
            {
                if (number == 0)
                {
                    typist.Begin();
                }

                typist.Type();
            }
        }

        foreach (var typist in typists)
        {
            typist.End();
        }
    }
}
