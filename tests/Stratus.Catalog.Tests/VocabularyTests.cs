using System.Diagnostics;
using System.Text.Json.Nodes;
using static Stratus.Tests.CatalogRoom.CatalogData;

namespace Stratus.Tests.CatalogRoom;

/// <summary>The words that notes are read by: the laws of their files, and that what is embedded is what they say.</summary>
public sealed class VocabularyTests
{
    private static readonly string VocabularyFolder = Path.Combine(Folder, "vocabulary");

    private static readonly (string Place, JsonObject List)[] Lists =
    [
        .. Directory.EnumerateFiles(VocabularyFolder).Order(StringComparer.Ordinal)
            .Where(file => Path.GetFileName(file) != "layer-words.json")
            .SelectMany(file => Read(file)["lists"]!.AsObject()
                .Select(list => ($"{Path.GetFileName(file)} {list.Key}", list.Value!.AsObject()))),
    ];

    private static JsonObject Languages => Read(Path.Combine(VocabularyFolder, "layer-words.json"))["languages"]!.AsObject();

    [Fact]
    public void Words_are_sorted_by_language_and_none_stands_twice()
    {
        foreach (var (place, list) in Lists)
        {
            foreach (var language in list["words"]!.AsObject())
            {
                AssertSorted($"{place} {language.Key}", list["words"]!.AsObject().Texts(language.Key));
            }
        }

        foreach (var (language, words) in Languages.Select(language => (language.Key, language.Value!.AsObject())))
        {
            foreach (var field in words.Where(field => field.Value is JsonArray))
            {
                AssertSorted($"{language} {field.Key}", words.Texts(field.Key));
            }

            foreach (var layer in words["names"]!.AsObject())
            {
                AssertSorted($"{language} {layer.Key}", words["names"]!.AsObject().Texts(layer.Key));
            }
        }
    }

    [Fact]
    public void Words_whose_case_does_not_count_are_in_lower_case() => Assert.All(
        Lists.Where(list => !list.List.Mark("exactCase")),
        list => Assert.All(WordsOf(list.List), word => Assert.Equal(word.ToLowerInvariant(), word)));

    [Fact]
    public void No_name_means_two_layers() => Assert.All(
        Languages.Select(language => language.Value!["names"]!.AsObject())
            .SelectMany(names => names.SelectMany(layer => names.Texts(layer.Key).Select(name => (Name: name.ToUpperInvariant(), Layer: layer.Key))))
            .GroupBy(name => name.Name, name => name.Layer),
        name => Assert.Single(name.Distinct()));

    [Fact]
    public void Every_list_is_embedded_as_written()
    {
        var words = Vocabulary.Embedded;
        var headers = words.ColumnHeaders;
        var embedded = new Dictionary<string, WordList>
        {
            ["aws-names.json sayAws"] = words.SayAws,
            ["aws-names.json neverOpenSentences"] = words.NeverOpenSentences,
            ["column-headers.json layer"] = headers.Layer,
            ["column-headers.json service"] = headers.Service,
            ["column-headers.json part"] = headers.Part,
            ["column-headers.json name"] = headers.Name,
            ["column-headers.json description"] = headers.Description,
            ["column-headers.json protocol"] = headers.Protocol,
            ["column-headers.json example"] = headers.Example,
            ["column-headers.json aside"] = headers.Aside,
            ["column-headers.json rank"] = headers.Rank,
            ["hedges.json hedges"] = words.Hedges,
            ["joining-words.json layers"] = words.JoinLayers,
            ["joining-words.json rangeOfLayers"] = words.JoinEndsOfRange,
            ["joining-words.json names"] = words.JoinNames,
            ["ordinary-cell-words.json words"] = words.OrdinaryCellWords,
            ["ordinary-cell-words.json withinNames"] = words.WithinNames,
            ["ordinary-words-like-names.json words"] = words.OrdinaryWordsLikeNames,
            ["other-layer-models.json speakOfOtherModel"] = words.OtherLayerModels,
            ["other-numbers.json before"] = words.BeforeOtherNumbers,
            ["other-numbers.json after"] = words.AfterOtherNumbers,
            ["other-vendors.json clouds"] = words.OtherClouds,
            ["other-vendors.json vendors"] = words.OtherVendors,
            ["past-phrases.json phrases"] = words.PastPhrases,
            ["unwritten-sections.json phrases"] = words.UnwrittenSections,
        };
        Assert.Equal(Lists.Select(list => list.Place).Order(StringComparer.Ordinal), embedded.Keys.Order(StringComparer.Ordinal));
        foreach (var (place, list) in Lists)
        {
            var found = embedded[place];
            Assert.Equal((place, list.Mark("exactCase")), (place, found.ExactCase));
            Assert.Equal(found.Words.OrderByDescending(word => word.Length).Select(word => word.Length), found.Words.Select(word => word.Length));

            // A hyphen in a phrase stands for a space too.
            var isPhrases = place.EndsWith(" phrases", StringComparison.Ordinal);
            Assert.Superset(WordsOf(list).ToHashSet(), found.Words.ToHashSet());
            Assert.Subset(
                WordsOf(list).Select(word => isPhrases ? word.Replace('-', ' ') : word).ToHashSet(),
                found.Words.Select(word => isPhrases ? word.Replace('-', ' ') : word).ToHashSet());
        }
    }

    [Fact]
    public void A_language_is_added_by_editing_the_data_alone()
    {
        var folder = Directory.CreateTempSubdirectory("stratus-vocabulary-").FullName;
        try
        {
            foreach (var file in Files)
            {
                var copy = Path.Combine(folder, "data", Path.GetRelativePath(Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            Edit("layer-words.json", root => root["languages"]!["pl"] = JsonNode.Parse("""
                { "beforeNumber": ["warstwa"], "names": { "2": ["Łącza danych"], "3": ["Sieciowa"] } }
                """));
            Edit("column-headers.json", root =>
            {
                root["lists"]!["layer"]!["words"]!["pl"] = new JsonArray("warstwa");
                root["lists"]!["service"]!["words"]!["pl"] = new JsonArray("usługa", "usługi");
            });

            var vocabulary = CatalogReader.ReadVocabulary(Compile(folder));
            Assert.Contains(new LayerName("Sieciowa", 3), vocabulary.LayerWords.NamesInColumns);
            Assert.Contains(new LayerName("Łącza danych", 2), vocabulary.LayerWords.NamesInColumns);
            Assert.DoesNotContain(vocabulary.LayerWords.Names, name => name.Text == "Sieciowa");
            Assert.Contains("warstwa", vocabulary.LayerWords.BeforeNumber.Words);
            Assert.True(vocabulary.ColumnHeaders.Layer.StandsIn("Warstwa OSI"));
            Assert.True(vocabulary.ColumnHeaders.Service.Contains("Usługi"));
            Assert.True(vocabulary.ColumnHeaders.Service.Contains("service"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Edit(string file, Action<JsonObject> change)
        {
            var path = Path.Combine(folder, "data", "vocabulary", file);
            var root = Read(path);
            change(root);
            File.WriteAllText(path, root.ToJsonString());
        }
    }

    [Theory]
    [InlineData("CodeDeploy was Retired in May.", true)]
    [InlineData("retiree", false)]
    [InlineData("it is unretired", false)]
    [InlineData("a deprecation, and more", true)]
    [InlineData("undeprecated", false)]
    [InlineData("End-of-life", true)]
    [InlineData("its end of-life is near", true)]
    [InlineData("endoflife", false)]
    [InlineData("RIP", true)]
    [InlineData("RIPE", false)]
    [InlineData("RIPE and RIP", true)]
    [InlineData("ripé", false)]
    [InlineData("rip_1", false)]
    [InlineData("", false)]
    public void A_phrase_stands_by_itself(string text, bool found) =>
        Assert.Equal(found, Vocabulary.Embedded.PastPhrases.StandsIn(text));

    [Theory]
    [InlineData("AWSサービス名", true)]
    [InlineData("AWS 서비스는", true)]
    [InlineData("Services", true)]
    [InlineData("Serviços da AWS", true)]
    [InlineData("Microservices", false)]
    [InlineData("serviceable", false)]
    public void A_word_of_a_script_without_spaces_may_touch_others(string header, bool found) =>
        Assert.Equal(found, Vocabulary.Embedded.ColumnHeaders.Service.StandsIn(header));

    [Theory]
    [InlineData("To do", true)]
    [InlineData("[TODO] VPN", true)]
    [InlineData("Next", true)]
    [InlineData("Next-generation firewalls", true)]
    [InlineData("Nextcloud", false)]
    [InlineData("What comes next", false)]
    [InlineData("–", false)]
    public void A_phrase_opens_a_heading(string heading, bool opens) =>
        Assert.Equal(opens, Vocabulary.Embedded.UnwrittenSections.Opens(heading));

    private static IEnumerable<string> WordsOf(JsonObject list) =>
        list["words"]!.AsObject().SelectMany(language => list["words"]!.AsObject().Texts(language.Key));

    private static void AssertSorted(string place, string[] words) =>
        Assert.Equal([place, .. words.Order(StringComparer.Ordinal).Distinct()], (string[])[place, .. words]);

    private static byte[] Compile(string folder)
    {
        var output = Path.Combine(folder, "vocabulary.bin");
        var start = new ProcessStartInfo("node") { RedirectStandardError = true };
        foreach (var argument in (string[])
            [Path.Combine(Folder, "..", "build", "compile-catalog.mjs"), Path.Combine(folder, "data"), Path.Combine(folder, "catalog.bin"), output])
        {
            start.ArgumentList.Add(argument);
        }

        using var compiler = Process.Start(start)!;
        var errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.Equal("", errors);
        return File.ReadAllBytes(output);
    }
}
