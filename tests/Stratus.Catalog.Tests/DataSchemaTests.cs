using System.Text.RegularExpressions;
using NJsonSchema;

namespace Stratus.Tests.CatalogRoom;

/// <summary>Every data file names its schema and keeps to it; what is edited by hand stays readable and free of this or that machine.</summary>
public sealed partial class DataSchemaTests
{
    public static TheoryData<string> DataFiles => [.. CatalogData.Files.Select(path => Path.GetRelativePath(CatalogData.Folder, path))];

    [Theory]
    [MemberData(nameof(DataFiles))]
    public async Task A_data_file_keeps_to_the_schema_that_it_names(string file)
    {
        var path = Path.Combine(CatalogData.Folder, file);
        var schemaPath = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, CatalogData.Read(file).Text("$schema")!));
        Assert.StartsWith(Path.Combine(CatalogData.Folder, "schema"), schemaPath, StringComparison.Ordinal);

        var schema = await JsonSchema.FromFileAsync(schemaPath, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Select(error => $"{error.Path}: {error.Kind}"));
    }

    [Fact]
    public async Task A_mistake_is_told_by_the_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(CatalogData.Folder, "schema", "written-forms.schema.json"), TestContext.Current.CancellationToken);
        Assert.NotEmpty(schema.Validate("""{ "$schema": "x", "forms": [{ "text": " NLB", "ids": ["nlb"] }] }"""));
        Assert.NotEmpty(schema.Validate("""{ "$schema": "x", "forms": [{ "text": "NLB", "ids": ["nlb"], "ambigous": true }] }"""));
        Assert.Empty(schema.Validate("""{ "$schema": "x", "forms": [{ "text": "NLB", "ids": ["nlb"], "ambiguous": true }] }"""));
    }

    [Fact]
    public void No_file_names_a_path_of_a_machine_or_the_host_of_a_registry() => Assert.All(
        Directory.EnumerateFiles(CatalogData.Folder, "*", SearchOption.AllDirectories),
        path => Assert.DoesNotMatch(ForeignPlace(), File.ReadAllText(path)));

    [GeneratedRegex(@"(?<![\w.:/-])/(?:tm[p]|hom[e]|roo[t]|va[r]|mn[t]|op[t]|User[s])/|registry\.npm[j]s|npm[j]s\.(?:com|org)|pyp[i]\.org|nuge[t]\.org|rubygem[s]\.org")]
    private static partial Regex ForeignPlace();
}
