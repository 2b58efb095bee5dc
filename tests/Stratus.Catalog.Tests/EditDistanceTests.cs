using CsCheck;
using Stratus.Names;

namespace Stratus.Tests.CatalogRoom;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("Lambda", "Lambda", 0)]
    [InlineData("", "Lambda", 6)]
    [InlineData("Lamda", "Lambda", 1)]
    [InlineData("Lambdda", "Lambda", 1)]
    [InlineData("Lombda", "Lambda", 1)]
    [InlineData("Lamdba", "Lambda", 1)]
    [InlineData("lambda", "Lambda", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Insertions_deletions_replacements_and_swaps_are_counted(string left, string right, int distance) =>
        Assert.Equal(distance, EditDistance.Between(left, right));

    [Theory]
    [InlineData("LAMBDA", "lambda", 0)]
    [InlineData("LAMDBA", "lambda", 1)]
    [InlineData("ÉCLAIR", "éclair", 0)]
    public void Capitals_make_no_difference_where_they_are_ignored(string left, string right, int distance) =>
        Assert.Equal(distance, EditDistance.Between(left, right, ignoreCase: true));

    [Fact]
    public void Words_may_be_long()
    {
        var word = new string('a', 1_000);
        Assert.Equal(1, EditDistance.Between(word, word + "b"));
        Assert.Equal(1, EditDistance.Between(word + "b", word));
    }

    [Fact]
    public void Words_that_are_too_far_apart_are_only_known_to_be()
    {
        var word = Gen.Char["abc"].Array[0, 9].Select(letters => new string(letters));
        Gen.Select(word, word, Gen.Int[0, 4]).Sample((left, right, most) =>
        {
            var distance = EditDistance.Between(left, right);
            var found = EditDistance.Between(left, right, most: most);
            Assert.True(distance <= most ? found == distance : found > most);
        });
    }

    [Fact]
    public void It_is_the_same_both_ways_and_no_less_than_the_lengths_differ()
    {
        var word = Gen.Char["abAB"].Array[0, 9].Select(letters => new string(letters));
        Gen.Select(word, word, Gen.Bool).Sample((left, right, ignoreCase) =>
        {
            var distance = EditDistance.Between(left, right, ignoreCase);
            Assert.Equal(distance, EditDistance.Between(right, left, ignoreCase));
            Assert.InRange(distance, Math.Abs(left.Length - right.Length), Math.Max(left.Length, right.Length));
            Assert.Equal(ignoreCase ? left.Equals(right, StringComparison.OrdinalIgnoreCase) : left == right, distance == 0);
        });
    }
}
