using System.Globalization;
using System.Text.Json;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>
/// What an editor asks after each keystroke, beside the keystroke alone: three servers have the same note and get the same keys, in
/// turns. One is asked nothing, one what VS Code asks to show the text, and one what VS Code asks to show its outline. The keys go
/// to the ends of names, in prose and in tables, so that every other time there is something to highlight.
/// </summary>
internal static class EditorBenchmark
{
    /// <summary>How many lines a window shows.</summary>
    private const int View = 60;

    /// <param name="report">Takes the figures.</param>
    /// <param name="stratus">The program.</param>
    /// <param name="generated">The note.</param>
    /// <param name="strokes">How many keystrokes; a tenth of them goes before, uncounted.</param>
    /// <param name="budget">The most processor time for a keystroke and what is asked to show the text, as a multiple of the keystroke's.</param>
    public static void Run(Report report, Command stratus, GeneratedNote generated, int strokes, double budget)
    {
        var names = Note.Parse(new SourceText(generated.Text), Catalog.Embedded).Mentions.Where(mention => !mention.Services.IsEmpty);
        var note = generated with { Typing = [.. names.Select(mention => mention.Span.End)] };
        var tokens = "";
        List<Question> text =
        [
            new("semanticTokens/full/delta", (server, _) =>
            {
                var answer = tokens.Length == 0
                    ? server.Ask("textDocument/semanticTokens/full", Typist.Uri)
                    : server.Ask("textDocument/semanticTokens/full/delta", Typist.Uri, $"\"previousResultId\": \"{tokens}\"");
                tokens = answer.Result.GetProperty("resultId").GetString()!;
                return answer;
            }),
            new("inlayHint", (server, place) => server.Ask("textDocument/inlayHint", Typist.Uri, LinesAround(place))),
            new("documentHighlight", (server, place) => server.At("textDocument/documentHighlight", Typist.Uri, (place.Line, place.Character))),
            new("codeAction", (server, place) => server.Ask(
                "textDocument/codeAction", Typist.Uri, $$"""{{RangeOf(place, place)}}, "context": { "diagnostics": [], "triggerKind": 2 }""")),
        ];
        List<Question> outline =
        [
            new("documentSymbol", (server, _) => server.Ask("textDocument/documentSymbol", Typist.Uri)),
            new("foldingRange", (server, _) => server.Ask("textDocument/foldingRange", Typist.Uri)),
        ];
        using Typist alone = new(stratus, note), shown = new(stratus, note, AskAll(text)), outlined = new(stratus, note, AskAll(outline));
        KeystrokeBenchmark.InTurns(strokes, alone, shown, outlined);

        report.Table(
            $"A keystroke and what VS Code asks after it, in a note of {note.Text.Length / 1000.0:0} KB ({strokes} ×, processor time, p50)",
            "the keystroke alone");
        report.Compare("the keystroke with all that is asked to show the text", shown.Works.Median, alone.Works.Median, "ms", budget);
        foreach (var question in text.Concat(outline))
        {
            report.Compare(question.Name, question.Works.Median, alone.Works.Median, "ms");
            if (question.Useful == 0)
            {
                throw new InvalidOperationException($"No answer to {question.Name} had something in it.");
            }
        }
    }

    private static Action<LspServer, LinePosition> AskAll(List<Question> questions) => (server, place) =>
    {
        foreach (var question in questions)
        {
            question.Ask(server, place);
        }
    };

    private static string LinesAround(LinePosition place) =>
        RangeOf(new(Math.Max(0, place.Line - (View / 2)), 0), new(place.Line + (View / 2), 0));

    private static string RangeOf(LinePosition start, LinePosition end) => string.Create(CultureInfo.InvariantCulture, $$$"""
        "range": {
          "start": { "line": {{{start.Line}}}, "character": {{{start.Character}}} },
          "end": { "line": {{{end.Line}}}, "character": {{{end.Character}}} }
        }
        """);

    /// <summary>What is asked, again and again.</summary>
    private sealed class Question(string name, Func<LspServer, LinePosition, Answer> ask)
    {
        public string Name => name;

        /// <summary>The processor time of the server for each answer, in milliseconds.</summary>
        public Series Works { get; } = new();

        /// <summary>How many answers had something in them.</summary>
        public int Useful { get; private set; }

        public void Ask(LspServer server, LinePosition place)
        {
            var before = ProcessorTime.Of(server.Process);
            var result = ask(server, place).Result;
            Works.Add(ProcessorTime.Of(server.Process) - before ?? double.NaN);
            Useful += result.ValueKind is JsonValueKind.Null || (result.ValueKind is JsonValueKind.Array && result.GetArrayLength() == 0) ? 0 : 1;
        }
    }
}
