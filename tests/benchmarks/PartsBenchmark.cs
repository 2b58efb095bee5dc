using System.Collections.Frozen;
using System.Diagnostics;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>
/// What the parts cost by themselves, in this process and warm: figures to compare with each other and with earlier ones.
/// In the program, which is cold at its start, they cost more.
/// </summary>
internal static class PartsBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(20);
    private const int Batches = 15;

    public static void Run(Report report, int length)
    {
        var catalog = Catalog.Embedded;
        var generated = GeneratedNote.OfLength(length);
        var source = new SourceText(generated.Text);
        var note = Note.Parse(source, catalog);
        var workspace = new Workspace(catalog, Settings.Default, catalog.AsOf);
        var forms = catalog.Matcher.Forms;
        var data = EmbeddedData("catalog.bin");
        var words = EmbeddedData("vocabulary.bin");

        report.Table($"The parts, in process, processor time (medians of {Batches}; the note of {generated.Text.Length / 1000.0:0} KB)");
        report.Add("the catalog decoded", Milliseconds(() => CatalogReader.Read(data)), "ms");
        report.Add("the vocabulary decoded", Milliseconds(() => CatalogReader.ReadVocabulary(words)), "ms");
        report.Add("its names as a trie", Milliseconds(() => new TermMatcher(forms)), "ms");
        var matches = new List<TermMatch>();
        report.Add("names found in text", generated.Text.Length / 1e3 / Milliseconds(() =>
        {
            matches.Clear();
            catalog.Matcher.FindAll(generated.Text, matches);
            return matches;
        }), "M characters/s");
        var parse = Milliseconds(() => Note.Parse(source, catalog));
        report.Add("the note parsed", parse, "ms");
        report.Add("&nbsp; that is", generated.Text.Length / 1e3 / parse, "M characters/s");
        var edit = 0;
        report.Add("the note parsed after a letter was typed", Milliseconds(() =>
        {
            var place = generated.Typing[edit++ % generated.Typing.Count];
            return note.WithSource(source.Replace(new TextSpan(place, 0), "e"));
        }), "ms");
        report.Add("all rules on it", Milliseconds(() => Findings.Of(workspace, note, CancellationToken.None)), "ms");
        foreach (var rule in Findings.Rules)
        {
            var alone = workspace with { Settings = Only(rule) };
            report.Add($"&nbsp; {rule.Code}", Milliseconds(() => Findings.Of(alone, note, CancellationToken.None)), "ms");
        }

        report.Add("&nbsp; findings", Findings.Of(workspace, note, CancellationToken.None).Length, "");
    }

    private static Settings Only(Rule rule) => Settings.Default with
    {
        Rules = Findings.Rules.ToFrozenDictionary(one => one.Code, one => one == rule ? Severity.Warning : Severity.Off),
    };

    private static double Milliseconds(Func<object> work)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp;)
        {
            GC.KeepAlive(work());
        }

        var series = new Series();
        for (var batch = 0; batch < Batches; batch++)
        {
            var times = 0;
            var began = Environment.CpuUsage.TotalTime;
            TimeSpan spent;
            do
            {
                GC.KeepAlive(work());
                times++;
                spent = Environment.CpuUsage.TotalTime - began;
            }
            while (spent < Batch);
            series.Add(spent.TotalMilliseconds / times);
        }

        return series.Median;
    }

    private static byte[] EmbeddedData(string name)
    {
        using var stream = typeof(Catalog).Assembly.GetManifestResourceStream(name)!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }
}
