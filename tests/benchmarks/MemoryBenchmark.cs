using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>How much memory a server has: at its start, and after it was typed in for long.</summary>
internal static class MemoryBenchmark
{
    /// <param name="report">Takes the figures.</param>
    /// <param name="stratus">The program.</param>
    /// <param name="yardstick">The yardstick.</param>
    /// <param name="note">A small note.</param>
    /// <param name="strokes">How many keystrokes in it.</param>
    /// <param name="others">What was measured after keystrokes in other notes, and the most memory, as a multiple of the yardstick's.</param>
    public static void Run(
        Report report, Command stratus, Command yardstick, GeneratedNote note, int strokes, IEnumerable<(Keystroke Other, double Budget)> others)
    {
        using Typist ours = new(stratus, note), theirs = new(yardstick, note);
        var size = $"note, {note.Text.Length / 1000.0:0} KB";
        var source = new SourceText(note.Text);
        var name = source.PositionOf(Note.Parse(source, Catalog.Embedded).Mentions.First().Span.Start, PositionEncoding.Utf16);
        ours.Server.At("textDocument/hover", Typist.Uri, (name.Line, name.Character));

        report.Table("Memory (resident)", "yardstick");
        report.Compare($"{size}, after the first hover (yardstick: first findings)", ours.Server.Megabytes, theirs.Server.Megabytes, "MB", 1);
        for (var stroke = 0; stroke < strokes; stroke++)
        {
            ours.Type();
            theirs.Type();
        }

        report.Compare($"{size}, after {strokes} keystrokes", ours.Server.Megabytes, theirs.Server.Megabytes, "MB", 1.5);
        foreach (var (other, budget) in others)
        {
            report.Compare($"{other.Note}, after {other.Strokes} keystrokes", other.Megabytes, other.YardstickMegabytes, "MB", budget);
        }
    }
}
