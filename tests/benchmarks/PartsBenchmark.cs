using System.Diagnostics;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Notes;

namespace Stratus.Benchmarks;

/// <summary>
/// What the parts cost by themselves, in this process: compiled while it runs and warmed up, so that the figures compare
/// with each other and with earlier ones, and less with those of the program, which is native code.
/// </summary>
internal static class PartsBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);
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
        var data = EmbeddedData();

        report.Title($"The parts, in process, processor time (medians of {Batches}; the note of {generated.Text.Length / 1000.0:0} KB)");
        report.Add("the catalog decoded", Milliseconds(() => CatalogReader.Read(data)), "ms");
        report.Add("its names as a trie", Milliseconds(() => new TermMatcher(forms)), "ms");
        var matches = new List<TermMatch>();
        report.Add("names found in text", generated.Text.Length / 1e3 / Milliseconds(() =>
        {
            matches.Clear();
            catalog.Matcher.FindAll(generated.Text, matches);
            return matches;
        }), "M characters/s");
        report.Add("the note parsed", generated.Text.Length / 1e3 / Milliseconds(() => Note.Parse(source, catalog)), "M characters/s");
        report.Add("the note parsed", Milliseconds(() => Note.Parse(source, catalog)), "ms");
        var edit = 0;
        report.Add("the note parsed after a letter was typed", Milliseconds(() =>
        {
            var place = generated.Typing[edit++ % generated.Typing.Count];
            return note.WithSource(source.Replace(new TextSpan(place, 0), "e"));
        }), "ms");
        report.Add("all rules on it", Milliseconds(() => Diagnostics.Of(workspace, note, CancellationToken.None)), "ms");
    }

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

    private static byte[] EmbeddedData()
    {
        using var stream = typeof(Catalog).Assembly.GetManifestResourceStream("catalog.bin")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }
}
