using System.Text.Json;
using NJsonSchema;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;

namespace Stratus.Server.Tests;

/// <summary>The JSON Schema that editors check and complete settings files with says what the program reads.</summary>
public sealed class SettingsSchemaTests
{
    private static readonly string SchemaPath = Path.Combine(StratusProgram.RepoRoot, "client-extension", "schemas", "stratus.schema.json");
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(SchemaPath)).RootElement;

    [Fact]
    public void It_has_every_setting_rule_severity_and_profile()
    {
        var properties = Schema.GetProperty("properties");
        Assert.Equal(SettingsReader.Keys, properties.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Findings.Rules.Select(rule => rule.Code), properties.GetProperty("rules").GetProperty("properties").EnumerateObject().Select(rule => rule.Name));
        Assert.Equal(SettingsReader.ProfileNames, Texts(properties.GetProperty("profile").GetProperty("enum")));
        Assert.Equal(SettingsReader.SeverityNames, Texts(Schema.GetProperty("definitions").GetProperty("severity").GetProperty("enum")));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"profile": "strict", "rules": {"service-casing": "off"}, "include": "a", "exclude": ["b"]}""")]
    [InlineData("""{"glossary": [{"name": "x", "aliases": "y", "layers": 3}, {"name": "z", "aliases": ["a"], "layers": ["L3", 4], "summary": "s", "link": "https://example.com"}]}""")]
    [InlineData("""{"glossary": [{"name": "x", "layers": "L3/L4"}]}""")]
    [InlineData("""{"profile": "loud"}""")]
    [InlineData("""{"rules": {"service-cassing": "off"}}""")]
    [InlineData("""{"rules": {"service-casing": "loud"}}""")]
    [InlineData("""{"rulse": {}}""")]
    [InlineData("""{"include": 3.5}""")]
    [InlineData("""{"glossary": [{}]}""")]
    [InlineData("""{"glossary": [{"name": "x", "layers": 8}]}""")]
    [InlineData("""{"glossary": [{"name": "x", "layers": "L8"}]}""")]
    [InlineData("""{"glossary": [{"name": "x", "link": "http://example.com"}]}""")]
    [InlineData("""{"completion": {"asYouType": "yes"}}""")]
    [InlineData("""{"inlayHints": {"layer": true}}""")]
    [InlineData("""{"glossary": [{"name": "LONG"}]}""")]
    [InlineData("""{"glossary": [{"name": "x", "summary": "LONG"}]}""")]
    public async Task It_takes_what_the_program_takes(string settings)
    {
        settings = settings.Replace("LONG", new string('x', 4_001), StringComparison.Ordinal);
        var schema = await JsonSchema.FromJsonAsync(File.ReadAllText(SchemaPath), TestContext.Current.CancellationToken);
        var problems = SettingsReader.Read(settings, Findings.Codes).Problems;

        Assert.Equal(problems.IsEmpty, schema.Validate(settings).Count == 0);
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString());
}
