using CsCheck;
using Stratus.Names;

namespace Stratus.Tests.CatalogRoom;

public sealed class WordShapeTests
{
    [Fact]
    public void It_never_rules_out_a_word_that_is_near()
    {
        var word = Gen.Char["abcxyzABC019"].Array[0, 9].Select(letters => new string(letters));
        Gen.Select(word, word).Sample((left, right) =>
            Assert.True(WordShape.Of(left).MayBeWithin(EditDistance.Between(left, right, ignoreCase: true), WordShape.Of(right))));
    }

    [Theory]
    [InlineData("Architecture", "CloudFormation", 2)]
    [InlineData("Transport", "Transcribe", 2)]
    [InlineData("Documents", "CloudFront", 1)]
    public void Most_others_are_ruled_out(string word, string name, int edits) =>
        Assert.False(WordShape.Of(word).MayBeWithin(edits, WordShape.Of(name)));
}
