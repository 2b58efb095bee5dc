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

if (args is not [var program, var node, var script, var note, var folder, .. var options] || options is not ([] or ["--quick"]))
{
    Console.Error.WriteLine("usage: Stratus.Benchmarks STRATUS NODE YARDSTICK NOTE FOLDER [--quick], or --parts for the parts alone");
    return 2;
}

// Of each only as much as a machine does in a minute or two, or with --quick in half a minute.
var part = options is ["--quick"] ? 3 : 1;
Command stratus = new(program, "lsp"), yardstick = new(node, script);
var report = new Report();
StartBenchmark.Run(report, stratus, yardstick, note, 60 / part);

report.Table("A keystroke until its findings are out", "yardstick");
// What it takes today and half as much again: whoever makes it quicker lowers them.
List<(GeneratedNote Note, int Requests, double Keystroke)> notes = [];
(int Length, int Strokes, double Budget, int Requests)[] sizes =
    [(6_000, 300, 3, 300), (200_000, 150, 7, 300), (1_000_000, 60, 10, 120), (5_000_000, 15, 9, 0)];
foreach (var (length, strokes, budget, requests) in sizes)
{
    var generated = GeneratedNote.OfLength(length);
    notes.Add((generated, requests, KeystrokeBenchmark.Run(report, stratus, yardstick, "note", generated, strokes / part, budget)));
}

KeystrokeBenchmark.Run(report, stratus, yardstick, "one table", GeneratedNote.TableOfLength(785_000), 15 / part, 36);
if (Directory.Exists(folder))
{
    MarkdigBenchmark.Run(report, stratus, folder, 9 / part);
}
else
{
    report.Say($"There is no corpus at {folder}: `stratus check` is not compared with Markdig.");
}

foreach (var (generated, requests, keystroke) in notes.Where(note => note.Requests > 0))
{
    var hasBudget = generated.Text.Length is > 100_000 and < 500_000;
    EditingBenchmark.Run(report, stratus, generated, requests / part, keystroke, hasBudget);
}

PartsBenchmark.Run(report, 200_000);
return report.Write() ? 0 : 1;
