using Stratus.Names;

namespace Stratus.Tests.CatalogRoom;

public sealed class PrefixTests
{
    [Theory]
    [InlineData("AWS Lambda", 4, 4, 4)]
    [InlineData("Amazon S3", 7, 7, 7)]
    [InlineData("aws lambda", 0, 4, 4)]
    [InlineData("AMAZON S3", 0, 7, 7)]
    [InlineData("AWS\u00A0 \nLambda", 0, 0, 6)]
    [InlineData("AWS  Lambda", 4, 4, 5)]
    [InlineData("AWS ", 4, 4, 4)]
    [InlineData("AWS", 0, 0, 0)]
    [InlineData("AWS-Lambda", 0, 0, 0)]
    [InlineData("Amazonas and more", 0, 0, 0)]
    [InlineData("Lambda on AWS ", 0, 0, 0)]
    [InlineData("", 0, 0, 0)]
    public void The_prefix_is_told_from_the_name(string text, int inCatalog, int inTyped, int inSource)
    {
        Assert.Equal(inCatalog, Prefix.LengthIn(text));
        Assert.Equal(inTyped, Prefix.LengthInTyped(text));
        Assert.Equal(inSource, Prefix.LengthInSource(text));
    }

    [Theory]
    [InlineData("aws ", true)]
    [InlineData("Amazon ", true)]
    [InlineData("aws", false)]
    [InlineData("aws l", false)]
    [InlineData("", false)]
    public void A_prefix_may_be_all_that_is_typed(string typed, bool isAll) => Assert.Equal(isAll, Prefix.IsAllOf(typed));
}
