using Stratus.Benchmarks;

if (args is [MarkdigBenchmark.Verb])
{
    MarkdigBenchmark.ParseAll(Console.In);
    return 0;
}

if (args is ["--parts"])
{
    var parts = new Report();
    PartsBenchmark.Run(parts, 200_000);
    parts.Write();
    return 0;
}

if (BenchmarkOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

var report = new Report();
foreach (var (name, run) in Sections.Of(report, options))
{
    if (options.Only.Length == 0 || options.Only.Contains(name))
    {
        run();
    }
}

return report.Write() ? 0 : 1;
