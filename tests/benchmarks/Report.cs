using System.Globalization;

namespace Stratus.Benchmarks;

/// <summary>The table of what was measured.</summary>
internal sealed class Report
{
    private readonly List<Line> _lines = [];

    /// <summary>True if a budget is missed by more than noise can explain.</summary>
    public bool HasFailed => _lines.Exists(line => line is { Budget: { } budget } && line.Least > budget);

    public void Title(string title) => _lines.Add(new(title, null, "", null, 0));

    /// <summary>Adds a figure without a budget.</summary>
    public void Add(string name, double value, string unit) => _lines.Add(new(name, value, unit, null, 0));

    /// <summary>Adds a figure that has a budget.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">What is compared with the budget.</param>
    /// <param name="unit">The unit of it and of the budget.</param>
    /// <param name="budget">What it should not exceed.</param>
    /// <param name="least">What is left of the value without all that noise may have added: only if even this exceeds the budget, it is missed for sure.</param>
    public void Add(string name, double value, string unit, double budget, double least) => _lines.Add(new(name, value, unit, budget, least));

    public void Write(TextWriter output)
    {
        var width = _lines.Max(line => line.Name.Length);
        foreach (var line in _lines)
        {
            if (line.Value is not { } value)
            {
                output.WriteLine($"\n{line.Name}\n{new string('─', line.Name.Length)}");
                continue;
            }

            var budget = line.Budget is { } most ? $"  budget {Written(most)} {line.Unit}: {Verdict(value, most, line.Least)}" : "";
            output.WriteLine($"{line.Name.PadRight(width)}  {Written(value),8} {line.Unit}{budget}");
        }
    }

    private static string Verdict(double value, double budget, double least) =>
        value <= budget ? "met"
        : least <= budget ? $"over, but perhaps by noise ({Written(least)} without it)"
        : $"MISSED ({Written(least)} without noise)";

    private static string Written(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private sealed record Line(string Name, double? Value, string Unit, double? Budget, double Least);
}
