using System.Text.Json;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>A letter in a row of a long table and then a hover over the name in that row, beside the letter alone.</summary>
internal static class RowBenchmark
{
    /// <param name="report">Takes the figures.</param>
    /// <param name="stratus">The program.</param>
    /// <param name="name">What the note is.</param>
    /// <param name="note">The note; each row that is typed in has a name.</param>
    /// <param name="strokes">How many keystrokes; a tenth of them goes before, uncounted.</param>
    /// <param name="budget">The most processor time for both, as a multiple of that of the letter.</param>
    public static void Run(Report report, Command stratus, string name, GeneratedNote note, int strokes, double budget)
    {
        var read = Note.Parse(new SourceText(note.Text), Catalog.Embedded);
        using Typist alone = new(stratus, note), hovering = new(stratus, note, (server, place) =>
        {
            var first = read.MentionsIn(read.Source.Line(place.Line)).First().Span.Start - read.Source.Line(place.Line).Start;
            if (server.At("textDocument/hover", Typist.Uri, (place.Line, first)).Result.ValueKind == JsonValueKind.Null)
            {
                throw new InvalidOperationException($"Line {place.Line} of the table has no card.");
            }
        });
        KeystrokeBenchmark.InTurns(strokes, alone, hovering);
        report.Compare($"{name}, {strokes} ×", hovering.Works.Median, alone.Works.Median, "ms", budget);
    }
}
