using System.Globalization;

namespace Stratus.Server.Tests.Costs;

/// <summary>What one counter says of a keystroke.</summary>
/// <param name="Note">The size of the note.</param>
/// <param name="Edit">What is typed in.</param>
/// <param name="Counter">The counter.</param>
/// <param name="Value">How much it counts for a keystroke.</param>
internal sealed record Cost(string Note, string Edit, string Counter, long Value);

/// <summary>The record of what keystrokes cost, <c>tests/recorded/edit-costs.tsv</c>.</summary>
internal static class RecordedCosts
{
    /// <summary>Set to anything, it makes the test write the record instead of reading it.</summary>
    private const string Recording = "STRATUS_RECORD_COSTS";

    private const string Head = "note\tedit\tcounter\tvalue";

    private static readonly string File = Path.Combine(StratusProgram.RepoRoot, "tests", "recorded", "edit-costs.tsv");

    /// <summary>Fails where something costs a fifth more than is recorded, or is not recorded.</summary>
    internal static void Check(IReadOnlyList<Cost> costs)
    {
        if (Environment.GetEnvironmentVariable(Recording) is { Length: > 0 })
        {
            System.IO.File.WriteAllLines(File, [Head, .. costs.Select(LineOf)]);
            return;
        }

        var recorded = System.IO.File.ReadLines(File).Skip(1).Select(Parse).ToDictionary(cost => cost with { Value = 0 }, cost => cost.Value);
        var over = costs.Select(cost => Complaint(cost, recorded.TryGetValue(cost with { Value = 0 }, out var value) ? value : null)).OfType<string>().ToList();
        Assert.True(over.Count == 0, $"""
            {string.Join('\n', over)}
            Find out which part of the note is read again. If it is on purpose, run this test with {Recording}=1: it records what a keystroke costs now. Say in the commit why it may.
            """);
    }

    /// <summary>What there is to say against a cost, or null.</summary>
    internal static string? Complaint(Cost cost, long? recorded)
    {
        if (recorded is not { } value)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{cost.Edit}, {cost.Note}: {cost.Value:N0} {cost.Counter} for a keystroke, and none are recorded.");
        }

        var bar = value + (value / 5);
        return cost.Value <= bar
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{cost.Edit}, {cost.Note}: {cost.Value:N0} {cost.Counter} for a keystroke, over the bar of {bar:N0} ({value:N0} are recorded).");
    }

    private static string LineOf(Cost cost) =>
        string.Join('\t', cost.Note, cost.Edit, cost.Counter, cost.Value.ToString(CultureInfo.InvariantCulture));

    private static Cost Parse(string line)
    {
        var cells = line.Split('\t');
        return new(cells[0], cells[1], cells[2], long.Parse(cells[3], CultureInfo.InvariantCulture));
    }
}
