using System.Globalization;

namespace Stratus.Benchmarks;

/// <summary>
/// What was measured, as the tables of docs/performance.md. Where something is measured for the program and for a yardstick, in
/// turns, the ratio of both tells more than either: it stays when the machine is slow or busy.
/// </summary>
internal sealed class Report
{
    private readonly List<string> _lines = [];
    private readonly List<string> _missed = [];
    private string _table = "";
    private string? _beside;

    /// <summary>Begins a table whose figures stand alone.</summary>
    public void Table(string title)
    {
        (_table, _beside) = (title, null);
        _lines.AddRange(["", $"### {title}", "", "| what | stratus |", "|---|---:|"]);
    }

    /// <summary>Begins a table of figures beside others: those of the yardstick, or of something else that the program does.</summary>
    public void Table(string title, string other)
    {
        (_table, _beside) = (title, other);
        var head = $"| what | stratus | {other} | ratio | budget |";
        _lines.AddRange(["", $"### {title}", "", head, "|---|---:|---:|---:|---:|"]);
    }

    /// <summary>Adds a figure that stands alone.</summary>
    public void Add(string name, double value, string unit) =>
        _lines.Add($"| {name} | {Written(value, unit)} |{(_beside is null ? "" : "  |  |  |")}");

    /// <summary>Adds a figure beside another.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">The program's.</param>
    /// <param name="other">The other, of the same run.</param>
    /// <param name="unit">The unit of both.</param>
    /// <param name="budget">What the program's should not exceed, as a multiple of the other; null for no budget.</param>
    public void Compare(string name, double value, double other, string unit, double? budget = null)
    {
        var ratio = value / other;
        var isMissed = ratio > budget;
        if (isMissed)
        {
            _missed.Add($"{_table}: {name}: {Written(ratio)} × {_beside}, and the budget is {Written(budget!.Value)}");
        }

        var shownRatio = isMissed ? $"**{Written(ratio)}**" : Written(ratio);
        var shownBudget = budget is { } most ? $"≤ {Written(most)}" : "";
        _lines.Add($"| {name} | {Written(value, unit)} | {Written(other, unit)} | {shownRatio} | {shownBudget} |");
    }

    /// <summary>Adds a sentence below a table.</summary>
    public void Say(string sentence) => _lines.AddRange(["", sentence]);

    /// <summary>Prints the tables, and on standard error the budgets that are missed.</summary>
    /// <returns>Whether all budgets are met.</returns>
    public bool Write()
    {
        Console.Out.WriteLine(string.Join('\n', _lines));
        foreach (var line in _missed)
        {
            Console.Error.WriteLine($"MISSED {line}");
        }

        return _missed.Count == 0;
    }

    private static string Written(double value, string unit) =>
        double.IsNaN(value) ? "–" : unit.Length == 0 ? Written(value) : $"{Written(value)} {unit}";

    private static string Written(double value) =>
        double.IsNaN(value) ? "–" : value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
