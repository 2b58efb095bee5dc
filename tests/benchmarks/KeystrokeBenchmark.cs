using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>
/// What a keystroke costs until its findings are out, for the program and for the yardstick: the same client, the same note, the
/// same keys, in turns.
/// </summary>
internal static class KeystrokeBenchmark
{
    private const string Uri = "file:///notes/generated.md";

    /// <param name="report">Takes the figures.</param>
    /// <param name="stratus">The program.</param>
    /// <param name="yardstick">The yardstick.</param>
    /// <param name="name">What the note is.</param>
    /// <param name="note">The note.</param>
    /// <param name="strokes">How many keystrokes; a tenth of them goes before, uncounted.</param>
    /// <param name="budget">The most processor time for a keystroke, as a multiple of the yardstick's.</param>
    /// <returns>The yardstick's processor time for a keystroke, in milliseconds.</returns>
    public static double Run(Report report, Command stratus, Command yardstick, string name, GeneratedNote note, int strokes, double budget)
    {
        var source = new SourceText(note.Text);
        using Typist ours = new(stratus, source, note), theirs = new(yardstick, source, note);
        for (var number = -Math.Max(2, strokes / 10); number < strokes; number++)
        {
            if (number == 0)
            {
                ours.Begin();
                theirs.Begin();
            }

            ours.Type();
            theirs.Type();
        }

        var size = $"{name}, {note.Text.Length / 1000.0:0} KB, {strokes} ×";
        report.Compare($"{size}, waited, p50", ours.Waits.Percentile(50), theirs.Waits.Percentile(50), "ms");
        report.Compare($"{size}, waited, p99", ours.Waits.Percentile(99), theirs.Waits.Percentile(99), "ms");
        report.Compare($"{size}, processor time, mean", ours.MeanWork, theirs.MeanWork, "ms", budget);
        report.Compare($"{size}, memory afterwards (resident)", ours.Megabytes, theirs.Megabytes, "MB");
        return theirs.MeanWork;
    }

    /// <summary>
    /// Types in a note of a server's own: a letter is written, and taken away by the next keystroke, so that the note keeps its size.
    /// </summary>
    private sealed class Typist : IDisposable
    {
        private readonly LspServer _server;
        private readonly SourceText _source;
        private readonly GeneratedNote _note;
        private double? _workBefore;
        private int _strokes;

        public Typist(Command command, SourceText source, GeneratedNote note)
        {
            (_server, _source, _note) = (new(command), source, note);
            _server.Initialize();
            _server.OpenAndWait(Uri, note.Text);
        }

        /// <summary>How long each keystroke waited for its findings, in milliseconds.</summary>
        public Series Waits { get; private set; } = new();

        /// <summary>The processor time of the server for a keystroke, with whatever it does afterwards, in milliseconds.</summary>
        public double MeanWork => (ProcessorTime.Of(_server.Process) - _workBefore) / Waits.Count ?? double.NaN;

        public double Megabytes
        {
            get
            {
                _server.Process.Refresh();
                return _server.Process.WorkingSet64 / 1e6;
            }
        }

        /// <summary>Counts from here on.</summary>
        public void Begin() => (Waits, _workBefore) = (new(), ProcessorTime.Of(_server.Process));

        public void Type()
        {
            var number = _strokes++;
            var position = _source.PositionOf(_note.PlaceOf(number / 2), PositionEncoding.Utf16);
            var isWriting = number % 2 == 0;
            Waits.Add(_server.Change(Uri, _strokes + 1, (position.Line, position.Character), isWriting ? 0 : 1, isWriting ? "e" : ""));
        }

        public void Dispose() => _server.Dispose();
    }
}
