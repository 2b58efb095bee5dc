namespace Stratus.Benchmarks;

/// <summary>How the cost of a keystroke follows the size of the note, and how even it is: figures of the program beside others of it.</summary>
internal static class GrowthBenchmark
{
    public static void Run(Report report, Keystroke small, Keystroke medium, Keystroke large)
    {
        report.Table("A keystroke beside another of the same run, processor time", "beside it");
        report.Compare($"{large.Note}, p50, beside {medium.Note}", large.Works.Median, medium.Works.Median, "ms", 20);
        report.Compare($"{small.Note}, p99, beside its p50", small.Works.Percentile(99), small.Works.Median, "ms", 6);
    }
}
