using Stratus.Names;

namespace Stratus.Tests.CatalogRoom;

/// <summary>Names are found by how they, and the words in them, begin.</summary>
public sealed class NameSearchTests
{
    private static NameSearch Names => Catalog.Embedded.Names;

    [Theory]
    [InlineData("transit g", "transit-gateway", SearchNameKind.Name)]
    [InlineData("nlb", "nlb", SearchNameKind.Abbreviation)]
    [InlineData("kinesis fire", "data-firehose", SearchNameKind.Former)]
    [InlineData("elastic compute", "ec2", SearchNameKind.Alias)]
    [InlineData("aws transit g", "transit-gateway", SearchNameKind.Name)]
    [InlineData("amazon elastic compute", "ec2", SearchNameKind.Alias)]
    public void A_name_is_found_by_its_beginning(string folded, string id, SearchNameKind kind) =>
        Assert.Contains(Names.BeginningWith(folded).ToArray(), name => name.Service.Id == id && name.Kind == kind);

    [Fact]
    public void All_that_begins_so_is_found_and_nothing_else()
    {
        foreach (var folded in (string[])["c", "cloud", "s3 ", "elastic load balancing", "zzz"])
        {
            Assert.Equal(
                Names.Names.ToArray().Where(name => name.Folded.StartsWith(folded, StringComparison.Ordinal)),
                Names.BeginningWith(folded).ToArray());
        }
    }

    [Theory]
    [InlineData("load bal", "nlb")]
    [InlineData("front", "cloudfront")]
    [InlineData("resolver", "route-53-resolver")]
    public void A_word_inside_is_found(string folded, string id) =>
        Assert.Contains(Names.InnerWordsBeginningWith(folded).ToArray(), word => word.Name.Service.Id == id);

    [Theory]
    [InlineData("ront")]
    [InlineData("on direct")]
    public void What_begins_no_word_is_not(string folded) => Assert.True(Names.InnerWordsBeginningWith(folded).IsEmpty);

    [Fact]
    public void With_AWS_only_names_that_take_it_are_found() =>
        Assert.All(Names.BeginningWith("aws s").ToArray(), name => Assert.StartsWith("AWS S", name.Text, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Wrong_forms_are_nothing_to_offer() => Assert.True(Names.BeginningWith("cloudfornt").IsEmpty);
}
