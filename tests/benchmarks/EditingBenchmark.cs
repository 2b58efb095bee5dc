using System.Text.Json;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>How quick answers are: one server, one generated note, many places in it.</summary>
internal static class EditingBenchmark
{
    private const string Uri = "file:///notes/generated.md";

    /// <summary>The first requests, which also find the server's tables unmade and its memory cold, are not counted.</summary>
    private const int WarmUps = 40;

    /// <summary>A p99 is taken of each round; a slow request that comes from elsewhere spoils one round, a slow server all.</summary>
    private const int Rounds = 5;

    public static void Run(Report report, Command stratus, GeneratedNote note, int requests, double keystroke, bool hasBudget)
    {
        var source = new SourceText(note.Text);
        var names = Note.Parse(source, Catalog.Embedded).Mentions.Select(mention => mention.Span.Start).ToList();
        using var server = new LspServer(stratus);
        server.Initialize();
        server.OpenAndWait(Uri, note.Text);

        report.Table(
            $"Requests in a note of {note.Text.Length / 1000.0:0} KB, {names.Count} names ({Rounds} × {requests} of each)",
            "yardstick, a keystroke");
        int NameOf(int number) => names[number * 7919 % names.Count];
        var hover = new Question("textDocument/hover", requests, keystroke, hasBudget ? 0.3 : null, NameOf, HasCard);
        var completion = new Question("textDocument/completion", requests, keystroke, hasBudget ? 1 : null, note.PlaceOf, HasItems);
        Ask(report, server, source, hover);
        Ask(report, server, source, completion);
        report.Add("memory afterwards (resident)", server.Megabytes, "MB");
    }

    private static bool HasCard(JsonElement answer) => answer.ValueKind == JsonValueKind.Object;

    private static bool HasItems(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.GetProperty("items").GetArrayLength() > 0;

    private static void Ask(Report report, LspServer server, SourceText source, Question question)
    {
        Series waits = new(), works = new(), worstWorks = new();
        var useful = 0;
        double Request(int number)
        {
            var position = source.PositionOf(question.PlaceOf(number), PositionEncoding.Utf16);
            var answer = server.At(question.Method, Uri, (position.Line, position.Character));
            useful += question.IsUseful(answer.Result) ? 1 : 0;
            return answer.Milliseconds;
        }

        for (var number = 0; number < WarmUps; number++)
        {
            Request(number);
        }

        useful = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var ofRound = new Series();
            for (var number = 0; number < question.Requests; number++)
            {
                var before = ProcessorTime.Of(server.Process);
                waits.Add(Request(round * question.Requests + number));
                ofRound.Add(ProcessorTime.Of(server.Process) - before ?? double.NaN);
            }

            works.AddAll(ofRound);
            worstWorks.Add(ofRound.Percentile(99));
        }

        // What answers nothing is quick at it.
        if (useful < question.Requests * Rounds * 9 / 10)
        {
            throw new InvalidOperationException($"Only {useful} of {question.Requests * Rounds} answers to {question.Method} had something in them.");
        }

        var feature = question.Method["textDocument/".Length..];
        report.Add($"{feature}, waited, p50", waits.Median, "ms");
        report.Add($"{feature}, waited, p99", waits.Percentile(99), "ms");
        report.Add($"{feature}, processor time, p50", works.Median, "ms");
        report.Compare($"{feature}, processor time, p99 (median of the rounds)", worstWorks.Median, question.Keystroke, "ms", question.Budget);
    }

    /// <summary>What is asked, again and again.</summary>
    /// <param name="Method">The method of the protocol.</param>
    /// <param name="Requests">How often in each round.</param>
    /// <param name="Keystroke">The yardstick's processor time for a keystroke in this note, in milliseconds.</param>
    /// <param name="Budget">The most processor time for an answer, as a multiple of that; null for no budget.</param>
    /// <param name="PlaceOf">The offset that a request asks about.</param>
    /// <param name="IsUseful">Whether an answer has something in it.</param>
    private sealed record Question(
        string Method, int Requests, double Keystroke, double? Budget, Func<int, int> PlaceOf, Func<JsonElement, bool> IsUseful);
}
