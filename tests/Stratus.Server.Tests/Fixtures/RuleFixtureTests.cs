namespace Stratus.Server.Tests.Fixtures;

/// <summary>Each rule is shown from both sides: what it must find, and what it must leave alone.</summary>
public sealed class RuleFixtureTests
{
    private const int FewestFound = 3;
    private const int FewestLeftAlone = 12;

    /// <summary>All rules that look at notes: each has its page.</summary>
    public static IEnumerable<TheoryDataRow<string>> Codes => Directory.EnumerateFiles(Path.Combine(StratusProgram.RepoRoot, "docs", "rules"), "*.md")
        .Select(page => Path.GetFileNameWithoutExtension(page)!)
        .Where(code => code != "invalid-settings")
        .Order(StringComparer.Ordinal)
        .Select(code => new TheoryDataRow<string>(code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_has_places_that_it_must_find_and_places_that_it_must_leave_alone(string code)
    {
        var expectations = Fixture.Names.Where(name => name.StartsWith($"rules/{code}/", StringComparison.Ordinal)).SelectMany(name => Fixture.Load(name).Expectations).ToList();
        var found = expectations.Count(one => one is { IsNo: false, Verb: "finding" } && one.Words is [var rule] && rule == code);
        var leftAlone = expectations.Count(one => one is { IsNo: true, Verb: "finding", Quoted.Length: > 0 });
        Assert.True(found >= FewestFound, $"{code}: {found} places to find, {FewestFound} are needed");
        Assert.True(leftAlone >= FewestLeftAlone, $"{code}: {leftAlone} places to leave alone, {FewestLeftAlone} are needed");
    }
}
