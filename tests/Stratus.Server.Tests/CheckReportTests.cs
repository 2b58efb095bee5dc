using System.Collections;
using System.Diagnostics;
using System.Text.Json;
using NJsonSchema;
using Stratus.Configuration;
using Stratus.Server.Checking;
using Stratus.Server.Files;
using Stratus.Server.Reports;

namespace Stratus.Server.Tests;

/// <summary>The reports of <c>stratus check</c> for other programs: SARIF and GitHub's workflow commands.</summary>
public sealed class CheckReportTests
{
    private const string Conflict = "| OSI Layer | AWS Service |\n|---|---|\n| L4 | Transit Gateway |\n\nText.\n\n| OSI Layer | AWS Service |\n|---|---|\n| L3 | Transit Gateway |\n";

    [Fact]
    public async Task Sarif_is_valid_against_its_schema()
    {
        // The official schema comes with a development package; without node_modules there is none.
        var schemaFile = Path.Combine(StratusProgram.RepoRoot, "node_modules", "@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json");
        Assert.SkipUnless(File.Exists(schemaFile), "node_modules is not set up");
        var schema = await JsonSchema.FromFileAsync(schemaFile, TestContext.Current.CancellationToken);
        Assert.NotEmpty(schema.Validate("""{ "version": "2.1.0", "runs": [{ "tool": {} }] }"""));

        using var folder = new Folder(("a.md", Conflict), ("ä b#%/c.md", "Cloudfront 😀 CloudFornt\r\n\"\u0001Route53\\"), ("clean.md", "Text.\n"));
        await File.WriteAllBytesAsync(folder["broken.md"], [0xFF, .. "Cloudfront"u8], TestContext.Current.CancellationToken);
        foreach (var paths in new[] { new[] { "." }, ["missing.md", "a.md"], ["clean.md"], [folder["a.md"]] })
        {
            var (_, output, _) = await StratusProgram.RunAsync(folder.Path, ["check", "--format", "sarif", .. paths]);
            Assert.Empty(schema.Validate(output));
        }
    }

    [Fact]
    public void Sarif_of_many_notes_is_written_while_its_results_are_made()
    {
        using var folder = new Folder(("a.md", Conflict));
        var checker = new NoteChecker(
            new(["."], ReportFormat.Sarif, Severity.Warning, Settings.Default, FixMode.List, false, false, null, new(2026, 11, 28)),
            _ => { },
            NoteText.Read,
            TestContext.Current.CancellationToken);
        var note = Assert.Single(checker.CheckFiles([folder["a.md"]], () => { }));
        using var output = new MemoryStream();
        var written = new List<long>();

        SarifReport.Write(new ListSeen<CheckedNote>(Enumerable.Repeat(note, 500), () => written.Add(output.Length)), [], output);

        // What was made before the last of them was not waiting for it in memory.
        Assert.InRange(written[^1], output.Length / 2, output.Length);
    }

    [Fact]
    public async Task Sarif_tells_of_rules_results_places_and_fixes()
    {
        using var folder = new Folder(("a.md", Conflict), ("ä b/c.md", "😀 Cloudfront\n"));
        var run = await SarifAsync(folder, ".");
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.StartsWith("file:///", run.GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/", run.GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());

        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("Stratus", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Select(rule => rule.GetProperty("id").GetString()).Order(StringComparer.Ordinal), rules.Select(rule => rule.GetProperty("id").GetString()));
        var casing = rules.Single(rule => rule.GetProperty("id").GetString() == "service-casing");
        Assert.Equal("ServiceCasing", casing.GetProperty("name").GetString());
        Assert.Equal("note", casing.GetProperty("defaultConfiguration").GetProperty("level").GetString());
        Assert.StartsWith("# service-casing\n", casing.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);

        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["conflicting-layers", "conflicting-layers", "service-casing"], results.Select(result => result.GetProperty("ruleId").GetString()!));
        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.Equal("warning", results[0].GetProperty("level").GetString());
        Assert.Equal("a.md 3:8-3:23", Place(results[0].GetProperty("locations")[0]));
        var related = results[0].GetProperty("relatedLocations")[0];
        Assert.Equal("a.md 9:8-9:23", Place(related));
        Assert.NotEmpty(related.GetProperty("message").GetProperty("text").GetString()!);

        Assert.Equal("note", results[2].GetProperty("level").GetString());
        Assert.Equal("%C3%A4%20b/c.md 1:4-1:14", Place(results[2].GetProperty("locations")[0]));
        var change = results[2].GetProperty("fixes")[0].GetProperty("artifactChanges")[0];
        Assert.Equal("%C3%A4%20b/c.md", change.GetProperty("artifactLocation").GetProperty("uri").GetString());
        var replacement = change.GetProperty("replacements")[0];
        Assert.Equal("CloudFront", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal("""{"startLine":1,"startColumn":4,"endLine":1,"endColumn":14}""", JsonSerializer.Serialize(replacement.GetProperty("deletedRegion")));
    }

    [Fact]
    public async Task Sarif_knows_a_finding_again_when_its_line_has_moved()
    {
        using var folder = new Folder(("a.md", "Cloudfront here.\nCloudfront here.\nRoute53 there.\n"));
        var before = (await SarifAsync(folder, "a.md")).GetProperty("results").EnumerateArray().Select(Fingerprint).ToList();
        Assert.Equal(3, before.Distinct().Count());
        await File.WriteAllTextAsync(folder["a.md"], "# New\n\n- Cloudfront other.\n\nCloudfront  here.\nmore\nCloudfront here.\n\nRoute53 there.\n", TestContext.Current.CancellationToken);
        var after = (await SarifAsync(folder, "a.md")).GetProperty("results").EnumerateArray().Select(Fingerprint).ToList();
        Assert.Equal(4, after.Count);
        Assert.Empty(before.Except(after));
    }

    [Fact]
    public async Task Sarif_paths_begin_at_the_root_of_the_repository()
    {
        using var folder = new Folder((".git/HEAD", ""), ("notes/a.md", "Cloudfront\n"), ("b.md", "Cloudfront\n"));
        var (_, output, _) = await StratusProgram.RunAsync(folder["notes"], "check", "--format", "sarif", ".", "../b.md");
        var run = JsonDocument.Parse(output).RootElement.GetProperty("runs")[0];
        Assert.Equal(["b.md", "notes/a.md"], run.GetProperty("results").EnumerateArray().Select(result => Place(result.GetProperty("locations")[0]).Split(' ')[0]).Order());
        Assert.EndsWith(Path.GetFileName(folder.Path) + "/", run.GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%").GetProperty("uri").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_tells_what_could_not_be_checked()
    {
        using var folder = new Folder(("a.md", "Text.\n"));
        var invocation = (await SarifAsync(folder, "a.md", "missing.md")).GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Contains("missing.md", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHub_shows_findings_beside_their_lines_and_no_hints()
    {
        using var folder = new Folder(("a, b%.md", Conflict), ("c.md", "We: 100 % Cloudfront.\n"));
        var (code, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--format", "github");
        Assert.Equal(1, code);
        var lines = output.Split('\n');
        Assert.StartsWith("::warning file=a%2C b%25.md,line=3,endLine=3,col=8,endColumn=23,title=Stratus (conflicting-layers)::You place Transit Gateway ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("%0Aa, b%25.md:9: Transit Gateway is at L3 here.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("::notice file=c.md,line=1,endLine=1,col=11,endColumn=21,title=Stratus (service-casing)::", lines[2], StringComparison.Ordinal);
        Assert.Equal("2 notes checked: 2 warnings, 1 information.", lines[3]);

        (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--format", "github", "--rule", "service-casing=hint", "c.md");
        Assert.Equal("1 note checked: 1 hint.\n", output);
    }

    [Fact]
    public async Task The_other_place_of_a_finding_is_told_as_a_place_and_not_in_its_message()
    {
        using var folder = new Folder(("a.md", Conflict));
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Contains("\n  a.md:9:8: Transit Gateway is at L3 here.\n", output, StringComparison.Ordinal);

        (_, output, _) = await StratusProgram.RunAsync(folder.Path, "check", "--format", "json");
        var finding = JsonDocument.Parse(output).RootElement.GetProperty("findings")[0];
        Assert.StartsWith("You place Transit Gateway at L4 here and at L3 in the table below. ", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        var related = Assert.Single(finding.GetProperty("related").EnumerateArray());
        Assert.Equal("Transit Gateway is at L3 here.", related.GetProperty("message").GetString());
        Assert.Equal(8, related.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task GitHub_takes_paths_from_the_root_of_the_checkout()
    {
        using var folder = new Folder(("notes/a.md", "Cloudfront.\n"));
        var start = new ProcessStartInfo(StratusProgram.Path, ["check", "--format", "github"]) { WorkingDirectory = folder["notes"], RedirectStandardOutput = true };
        start.Environment["GITHUB_WORKSPACE"] = folder.Path;
        using var process = Process.Start(start)!;
        Assert.StartsWith("::notice file=notes/a.md,", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> SarifAsync(Folder folder, params string[] paths)
    {
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, ["check", "--format", "sarif", .. paths]);
        return JsonDocument.Parse(output).RootElement.GetProperty("runs")[0];
    }

    private static string Fingerprint(JsonElement result) => result.GetProperty("partialFingerprints").GetProperty("stratusFinding/v1").GetString()!;

    private static string Place(JsonElement location)
    {
        var physical = location.GetProperty("physicalLocation");
        var region = physical.GetProperty("region");
        int At(string name) => region.GetProperty(name).GetInt32();
        Assert.Equal("%SRCROOT%", physical.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        return $"{physical.GetProperty("artifactLocation").GetProperty("uri").GetString()} {At("startLine")}:{At("startColumn")}-{At("endLine")}:{At("endColumn")}";
    }

    /// <summary>A list that tells whenever one of its items is taken.</summary>
    private sealed class ListSeen<T>(IEnumerable<T> items, Action seen) : IReadOnlyList<T>
    {
        private readonly T[] _items = [.. items];

        public int Count => _items.Length;

        public T this[int index] => _items[index];

        public IEnumerator<T> GetEnumerator() => _items.Select(Seen).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private T Seen(T item)
        {
            seen();
            return item;
        }
    }
}
