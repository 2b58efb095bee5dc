using Stratus.Benchmarks;

if (args is ["--parts"])
{
    var parts = new Report();
    PartsBenchmark.Run(parts, 200_000);
    parts.Write(Console.Out);
    return 0;
}

if (args is not [var program, var note, .. var options] || options is not ([] or ["--quick"]))
{
    Console.Error.WriteLine("usage: Stratus.Benchmarks STRATUS NOTE [--quick], or --parts for the parts alone");
    return 2;
}

var isQuick = options is ["--quick"];
var report = new Report();
StartBenchmark.Run(report, program, note, isQuick ? 20 : 60);
EditingBenchmark.Run(report, program, 6_000, isQuick ? 100 : 300, hasBudget: false);
EditingBenchmark.Run(report, program, 200_000, isQuick ? 100 : 300, hasBudget: true);
EditingBenchmark.Run(report, program, 1_000_000, isQuick ? 40 : 120, hasBudget: false);
PartsBenchmark.Run(report, 200_000);
report.Write(Console.Out);
return report.HasFailed ? 1 : 0;
