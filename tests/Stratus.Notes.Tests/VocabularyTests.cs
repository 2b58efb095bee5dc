using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Tests.Notes;

/// <summary>Whatever stands in the vocabulary is read as what it says: who adds a word to its files needs to do no more.</summary>
public sealed class VocabularyTests
{
    private static readonly Vocabulary Words = Vocabulary.Embedded;

    [Fact]
    public void Every_name_of_a_layer_is_read_in_a_layer_column() => Assert.All(
        Words.LayerWords.Names.Concat(Words.LayerWords.NamesInColumns),
        name => Assert.Equal($"nlb @ L{name.Layer}", PlacementsOf(name.Text)));

    [Fact]
    public void A_name_that_is_an_everyday_word_is_no_layer_in_prose() => Assert.All(
        Words.LayerWords.NamesInColumns,
        name => Assert.Empty(LayersIn($"AWS. Of the {name.Text} layer here.\n")));

    [Fact]
    public void Every_word_for_layer_is_read_before_its_number_or_after_it()
    {
        Assert.All(Words.LayerWords.BeforeNumber.Words, word => Assert.Equal([4], LayersIn($"This is {word} 4 here.\n")));
        Assert.All(Words.LayerWords.AfterNumber.Words, word => Assert.Equal([4], LayersIn($"This is 4{word} here.\n")));
        Assert.All(Words.LayerWords.AfterName.Words, word => Assert.Equal([4], LayersIn($"Of the transport {word} here.\n")));
        Assert.All(
            Words.LayerWords.BeforeNumberInColumns.Words,
            word => Assert.Equal("nlb @ L4", PlacementsOf($"{word} 4")));
    }

    [Fact]
    public void Every_header_gives_its_column_a_role()
    {
        var headers = Words.ColumnHeaders;
        Assert.All(headers.Layer.Words, word => Assert.Equal(ColumnRole.Layer, Roles(word, "AWS Service", "Notes")[0]));
        Assert.All(
            headers.Service.Words.Concat(headers.Part.Words).Concat(headers.Name.Words),
            word => Assert.Equal(ColumnRole.Service, Roles("OSI", word, "Notes")[1]));
        Assert.All(headers.Description.Words, word => Assert.Equal(ColumnRole.Description, Roles("OSI", "AWS Service", word)[2]));
        Assert.All(
            headers.Aside.Words.Concat(headers.Rank.Words),
            word => Assert.Equal(ColumnRole.Other, Roles("OSI", "AWS Service", word)[2]));
    }

    private static ColumnRole[] Roles(params string[] headers)
    {
        var text = $"| {string.Join(" | ", headers)} |\n|-|-|-|\n| L4 | Something | of ours |\n| L3 | Another | of theirs |\n";
        var table = Assert.Single(Note.Parse(new SourceText(text), Catalog.Embedded).Tables);
        return [.. table.Columns];
    }

    private static string PlacementsOf(string layerCell) =>
        NoteFixture.Parse($"| OSI | AWS Service |\n|-|-|\n| {layerCell} | NLB |\n").Placements;

    private static int[] LayersIn(string text) =>
    [
        .. Note.Parse(new SourceText(text), Catalog.Embedded).Mentions
            .Where(mention => mention.Layers is not null)
            .SelectMany(mention => mention.Layers!.Layers),
    ];
}
