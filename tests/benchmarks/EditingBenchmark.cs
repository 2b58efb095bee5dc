using System.Text.Json;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>How quick the server is while someone edits: one server, one generated note, many places in it.</summary>
internal static class EditingBenchmark
{
    private const string Uri = "file:///notes/generated.md";

    /// <summary>The first requests, which also find the server's tables unmade and its memory cold, are not counted.</summary>
    private const int WarmUps = 40;

    /// <summary>A p99 is taken of each round; a slow request that comes from elsewhere spoils one round, a slow server all.</summary>
    private const int Rounds = 5;

    public static void Run(Report report, string program, int length, int requests, bool hasBudget)
    {
        var note = GeneratedNote.OfLength(length);
        var source = new SourceText(note.Text);
        var names = Note.Parse(source, Catalog.Embedded).Mentions.Select(mention => mention.Span.Start).ToList();
        using var server = new LspServer(program);
        server.Initialize();
        server.Open(Uri, note.Text);

        report.Title($"A note of {note.Text.Length / 1000.0:0} KB, {source.LineCount} lines, {names.Count} names ({Rounds} × {requests} of each)");
        Ask(report, server, "hover", source, names, requests, hasBudget ? 1 : null, answer => answer.ValueKind == JsonValueKind.Object);
        Ask(report, server, "completion", source, note.Typing, requests, hasBudget ? 3 : null, answer => answer.ValueKind == JsonValueKind.Object && answer.GetProperty("items").GetArrayLength() > 0);
        Type(report, server, source, note.Typing, requests);
        server.Process.Refresh();
        report.Add("memory after all this (resident set)", server.Process.WorkingSet64 / 1e6, "MB");
    }

    private static void Ask(
        Report report, LspServer server, string feature, SourceText source, IReadOnlyList<int> places, int requests, double? budget, Func<JsonElement, bool> isUseful)
    {
        var useful = 0;
        Measure(report, server, feature, requests, budget, number =>
        {
            var (milliseconds, answer) = server.At($"textDocument/{feature}", Uri, PositionOf(source, Spread(places, number)));
            useful += isUseful(answer) ? 1 : 0;
            return milliseconds;
        });

        // What answers nothing is quick at it.
        if (useful < requests * Rounds * 9 / 10)
        {
            throw new InvalidOperationException($"Only {useful} of {requests * Rounds} answers to {feature} had something in them.");
        }
    }

    /// <summary>A letter is written, and taken away by the next keystroke, so that the note keeps its size.</summary>
    private static void Type(Report report, LspServer server, SourceText source, IReadOnlyList<int> places, int requests)
    {
        var version = 1;
        Measure(report, server, "keystroke to diagnostics", requests, null, number =>
        {
            var position = PositionOf(source, Spread(places, number / 2));
            return number % 2 == 0
                ? server.Change(Uri, ++version, position, 0, "e")
                : server.Change(Uri, ++version, position, 1, "");
        });
    }

    private static void Measure(Report report, LspServer server, string name, int requests, double? budget, Func<int, double> request)
    {
        Series waits = new(), works = new(), worstWorks = new();
        for (var number = 0; number < WarmUps; number++)
        {
            request(number);
        }

        for (var round = 0; round < Rounds; round++)
        {
            var ofRound = new Series();
            for (var number = 0; number < requests; number++)
            {
                var before = ProcessorTime.Of(server.Process);
                var wait = request(round * requests + number);
                waits.Add(wait);
                // Where the system does not tell, waiting includes the work.
                ofRound.Add(ProcessorTime.Of(server.Process) - before ?? wait);
            }

            works.AddAll(ofRound);
            worstWorks.Add(ofRound.Percentile(99));
        }

        report.Add($"{name}, waited, p50", waits.Median, "ms");
        report.Add($"{name}, waited, p99", waits.Percentile(99), "ms");
        report.Add($"{name}, server time, p50", works.Median, "ms");
        if (budget is { } most)
        {
            report.Add($"{name}, server time, p99", worstWorks.Median, "ms", most, worstWorks.Percentile(0));
        }
        else
        {
            report.Add($"{name}, server time, p99", worstWorks.Median, "ms");
        }
    }

    /// <summary>From place to place all over the note, and not in its order: as far from the last as can be.</summary>
    private static int Spread(IReadOnlyList<int> places, int number) => places[(int)(number * 0.6180339887 % 1 * places.Count)];

    private static (int Line, int Character) PositionOf(SourceText source, int offset)
    {
        var position = source.PositionOf(offset, PositionEncoding.Utf16);
        return (position.Line, position.Character);
    }
}
