namespace Stratus.Server.Tests.Fixtures;

/// <summary>Every note of tests/fixtures is understood as its author wrote it.</summary>
public sealed class FixtureTests(ReadFixtures fixtures) : IClassFixture<ReadFixtures>
{
    public static IEnumerable<TheoryDataRow<string>> Names => Fixture.Names.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_note_is_understood_as_its_author_wrote_it(string note)
    {
        var complaints = fixtures.ComplaintsOf(note);
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }
}
