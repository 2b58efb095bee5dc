using System.Text.RegularExpressions;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>Many replacements in one notification, as from <em>Replace All</em>, beside opening the text that they lead to.</summary>
internal static partial class ReplacementsBenchmark
{
    private const int Count = 2_000;

    /// <param name="report">Takes the figures.</param>
    /// <param name="stratus">The program.</param>
    /// <param name="note">A long note.</param>
    /// <param name="runs">How often.</param>
    /// <param name="budget">The most processor time, as a multiple of that of opening.</param>
    public static void Run(Report report, Command stratus, GeneratedNote note, int runs, double budget)
    {
        var (changes, after) = ReplaceAll(note.Text);
        Series changed = new(), opened = new(), changeWaits = new(), openWaits = new();
        using var server = new LspServer(stratus);
        server.Initialize();
        for (var run = -1; run < runs; run++)
        {
            var uri = $"file:///notes/{run + 1}.md";
            server.OpenAndWait(uri, note.Text);
            var ofChange = Measure(server, uri, 2, () => server.Change(uri, 2, changes));
            server.CloseAndWait(uri);
            var ofOpening = Measure(server, uri, 1, () => server.Open(uri, after));
            server.CloseAndWait(uri);
            if (run >= 0)
            {
                changed.Add(ofChange.Work);
                opened.Add(ofOpening.Work);
                changeWaits.Add(ofChange.HoverWaited);
                openWaits.Add(ofOpening.HoverWaited);
            }
        }

        report.Table(
            $"{Count} replacements in a note of {note.Text.Length / 1000.0:0} KB, in one notification ({runs} ×, medians)",
            "opening the same text");
        report.Compare("until the findings are out, processor time", changed.Median, opened.Median, "ms", budget);
        report.Compare("a hover right after it, waited", changeWaits.Median, openWaits.Median, "ms");
    }

    private static (double Work, double HoverWaited) Measure(LspServer server, string uri, int version, Action send)
    {
        var before = ProcessorTime.Of(server.Process);
        send();
        var hover = server.At("textDocument/hover", uri, (0, 0));
        server.WaitForFindings(uri, version);
        return (ProcessorTime.Of(server.Process) - before ?? double.NaN, hover.Milliseconds);
    }

    /// <summary>Replaces a word all over a text.</summary>
    /// <returns>The replacements, the last of the text first, as VS Code sends them: none of them moves another. And the text after them.</returns>
    private static (List<Replacement> Changes, string After) ReplaceAll(string text)
    {
        var source = new SourceText(text);
        var found = Word().Matches(text);
        var places = Enumerable.Range(0, Count).Select(number => found[number * found.Count / Count]).Reverse().ToList();
        var changes = places.ConvertAll(place =>
        {
            var position = source.PositionOf(place.Index, PositionEncoding.Utf16);
            return new Replacement(position.Line, position.Character, place.Length, "each");
        });
        var offsets = places.Select(place => place.Index).ToHashSet();
        return (changes, Word().Replace(text, place => offsets.Contains(place.Index) ? "each" : place.Value));
    }

    [GeneratedRegex(@"\bthe\b")]
    private static partial Regex Word();
}
