using Stratus.Names;

namespace Stratus.Tests.CatalogRoom;

public sealed class NearestTests
{
    [Theory]
    [InlineData("rulse", "rules")]
    [InlineData("RULES", "rules")]
    [InlineData("service-cassing", "service-casing")]
    [InlineData("Service-Casing", "service-casing")]
    public void A_third_of_a_name_may_be_off(string word, string name) =>
        Assert.Equal(name, Nearest.To(word, ["service-prefix", "service-casing", "rules", "profile"]));

    [Fact]
    public void What_a_name_begins_with_is_short_for_it() => Assert.Equal("warning", Nearest.To("warn", ["error", "warning", "wary"]));

    [Fact]
    public void Two_letters_are_short_for_nothing() => Assert.Null(Nearest.To("in", ["information"]));

    [Fact]
    public void The_name_itself_is_nearer_than_what_begins_with_it() => Assert.Equal("hint", Nearest.To("Hint", ["hinted", "hint"]));

    [Fact]
    public void Of_names_as_near_as_each_other_the_first_in_order_is_meant() => Assert.Equal("cat", Nearest.To("rat", ["hat", "cat"]));

    [Fact]
    public void Where_nothing_is_near_there_is_none() => Assert.Null(Nearest.To("something-else", ["rules", "profile"]));

    [Fact]
    public void A_word_as_long_as_its_file_is_near_to_nothing() => Assert.Null(Nearest.To(new string('r', 5_000_000), ["rules", "profile"]));
}
