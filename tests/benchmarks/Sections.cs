namespace Stratus.Benchmarks;

/// <summary>
/// All that is measured, in sections that can be run by themselves. A budget is what is true today with some room: whoever
/// makes something quicker lowers it.
/// </summary>
internal static class Sections
{
    // A note of each size, how often something is typed and asked there, and the most that a keystroke may cost and hold beside the yardstick's.
    private static readonly (int Length, int Strokes, int Requests, double Budget, double MemoryBudget)[] Sizes =
    [
        (6_000, 1_000, 300, 3, 1.0),
        (200_000, 400, 300, 2, 1.0),
        (1_000_000, 200, 120, 2, 1.2),
        (5_000_000, 60, 0, 1.5, 2.5),
    ];

    /// <summary>Their names.</summary>
    public static string[] Names { get; } = ["start", "keystrokes", "kinds", "editor", "replacements", "open", "folder", "parts"];

    /// <summary>The sections, in the order of <see cref="Names"/>.</summary>
    public static IEnumerable<(string Name, Action Run)> Of(Report report, BenchmarkOptions options) =>
        Names.Zip<string, Action>(
        [
            () => StartBenchmark.Run(report, options.Stratus, options.Yardstick, options.Note, 60 / options.Part),
            () => Keystrokes(report, options),
            () => Kinds(report, options),
            () => Editor(report, options),
            () => ReplacementsBenchmark.Run(report, options.Stratus, GeneratedNote.OfLength(1_000_000), 9 / options.Part, 2.5),
            () => Open(report, options),
            () => Folder(report, options),
            () => PartsBenchmark.Run(report, 200_000),
        ]);

    private static void Keystrokes(Report report, BenchmarkOptions options)
    {
        var (stratus, yardstick) = (options.Stratus, options.Yardstick);
        report.Table("A keystroke until its findings are out", "yardstick");
        var notes = Sizes.Select(size => GeneratedNote.OfLength(size.Length)).ToList();
        var keystrokes = Sizes.Zip(notes, (size, note) =>
            KeystrokeBenchmark.Run(report, stratus, yardstick, "note", note, size.Strokes / options.Part, size.Budget)).ToList();
        GrowthBenchmark.Run(report, keystrokes[0], keystrokes[1], keystrokes[^1]);
        MemoryBenchmark.Run(
            report, stratus, yardstick, notes[0], options.Part == 1 ? 20_000 : 2_000, keystrokes.Zip(Sizes, (one, size) => (one, size.MemoryBudget)).Skip(1));
        for (var index = 0; index < Sizes.Length; index++)
        {
            if (Sizes[index].Requests > 0)
            {
                EditingBenchmark.Run(report, stratus, notes[index], Sizes[index].Requests / options.Part, keystrokes[index].Yardstick, hasBudget: index == 1);
            }
        }
    }

    // Notes in which one thing is large: a table, the number of findings, the number of brackets.
    private static void Kinds(Report report, BenchmarkOptions options)
    {
        var (stratus, yardstick, strokes) = (options.Stratus, options.Yardstick, 60 / options.Part);
        GeneratedNote pipe = TableNote.Pipe(785_000), html = TableNote.Html(785_000);
        report.Table("A keystroke in notes of other kinds until its findings are out", "yardstick");
        KeystrokeBenchmark.Run(report, stratus, yardstick, "one pipe table", pipe, strokes, 36);
        KeystrokeBenchmark.Run(report, stratus, yardstick, "one HTML table", html, strokes, 36);
        var conflicting = ConflictingNote.OfFindings(1_280);
        var conflicts = KeystrokeBenchmark.Run(
            report, stratus, yardstick, $"{ConflictingNote.CountIn(conflicting)} rows in conflict", conflicting, strokes, 4);
        report.Add($"{conflicts.Note}, findings sent for each keystroke", conflicts.Pushed / 1e3, "KB");
        KeystrokeBenchmark.Run(report, stratus, yardstick, "a manual", ManualNote.OfLength(1_050_000), strokes, 1);

        report.Table("A letter in a row of a table and a hover in that row, processor time, p50", "the letter alone");
        RowBenchmark.Run(report, stratus, "one pipe table", pipe, strokes / 2, 1.5);
        RowBenchmark.Run(report, stratus, "one HTML table", html, strokes / 2, 1.5);
    }

    private static void Editor(Report report, BenchmarkOptions options)
    {
        foreach (var ((length, strokes, _, _, _), budget) in Sizes.Zip([3, 2.5, 2.5, 2.5]))
        {
            EditorBenchmark.Run(report, options.Stratus, GeneratedNote.OfLength(length), Math.Max(6, strokes / 3 / options.Part), budget);
        }
    }

    private static void Open(Report report, BenchmarkOptions options)
    {
        report.Table("Opening a note until its findings are out, beside `stratus check` of it (medians)", "`stratus check`");
        OpenBenchmark.Run(report, options.Stratus, "note", GeneratedNote.OfLength(1_000_000), 9 / options.Part, 1.5);
        OpenBenchmark.Run(report, options.Stratus, "a manual", ManualNote.OfLength(1_050_000), 9 / options.Part, 1.5);
    }

    private static void Folder(Report report, BenchmarkOptions options)
    {
        if (Directory.Exists(options.Folder))
        {
            MarkdigBenchmark.Run(report, options.Stratus, options.Folder, 9 / options.Part);
        }
        else
        {
            report.Say($"There is no corpus at {options.Folder}: `stratus check` is not compared with Markdig.");
        }
    }
}
