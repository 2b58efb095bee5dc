using System.Text.Json;

namespace Stratus.Server.Tests.Fixes;

/// <summary>Every fix of every rule, taken as an editor takes it and as <c>stratus check --fix</c> does.</summary>
public sealed class FixTests
{
    private static readonly object Capable = new
    {
        workspace = new { workspaceEdit = new { documentChanges = true } },
        textDocument = new
        {
            codeAction = new
            {
                isPreferredSupport = true,
                dataSupport = true,
                resolveSupport = new { properties = new[] { "edit" } },
                codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "quickfix" } } },
            },
        },
    };

    public static IEnumerable<TheoryDataRow<int>> Cases => Enumerable.Range(0, FixCase.All.Count).Select(index => new TheoryDataRow<int>(index) { TestDisplayName = $"{FixCase.All[index].Code} #{index}" });

    [Fact]
    public void Every_rule_has_its_fixes_here_or_has_none()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(StratusProgram.RepoRoot, "docs", "rules"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);
        Assert.Equal(codes, FixCase.All.Select(one => one.Code).Distinct().Concat(FixCase.WithoutFixes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_of_a_rule_says_whether_its_fix_is_taken_unasked()
    {
        foreach (var rule in FixCase.All.GroupBy(one => one.Code))
        {
            var page = await File.ReadAllTextAsync(Path.Combine(StratusProgram.RepoRoot, "docs", "rules", $"{rule.Key}.md"), TestContext.Current.CancellationToken);
            var fixes = rule.SelectMany(one => one.Fixes).ToList();
            Assert.Equal(fixes.Any(fix => fix.IsSafe), page.Contains("*Fix all*, fixing on save and `check --fix` do this too", StringComparison.Ordinal));
            Assert.Equal(fixes.All(fix => !fix.IsSafe), page.Contains("*Fix all*, fixing on save and `check --fix` leave this to you", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_editor_is_offered_every_fix_and_each_does_what_it_says(int number)
    {
        var (code, note, fixes) = FixCase.All[number];
        await using var client = await LspClient.InitializedAsync(Capable, OptionsFor(code));
        client.Open(note);
        var summary = await SummaryAsync(client);
        Assert.Equal(
            fixes.Select(fix => fix with { IsSafe = false, After = fix.After.Replace("{summary}", summary, StringComparison.Ordinal) }),
            (await OffersAsync(client, code, note)).Select(action => new OfferedFix(
                action.GetProperty("title").GetString()!,
                Apply(note, action),
                action.TryGetProperty("isPreferred", out var preferred) && preferred.GetBoolean())));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_finding_is_gone_once_its_fix_is_taken_and_no_other_comes(int number)
    {
        var (code, note, _) = FixCase.All[number];
        await using var client = await LspClient.InitializedAsync(Capable, OptionsFor(code));
        client.Open(note);
        var before = await FindingsAsync(client, "file:///notes/a.md");
        var tried = 0;
        foreach (var action in await OffersAsync(client, code, note))
        {
            var uri = $"file:///notes/after-{++tried}.md";
            client.Open(Apply(note, action), uri);
            var after = await FindingsAsync(client, uri);
            Assert.True(after.Count < before.Count || !after.Contains(code), $"{action.GetProperty("title")}: {string.Join(", ", after)}");
            Assert.DoesNotContain(after, other => !before.Contains(other) && other is not ("layer-disagreement" or "service-casing" or "duplicate-row"));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Check_takes_the_safe_fixes_and_a_second_time_changes_nothing(int number)
    {
        var (code, note, fixes) = FixCase.All[number];
        using var folder = new Folder(("a.md", note));
        string[] arguments = ["check", "--fix", "--profile", OptionsFor(code) is null ? "study" : "strict"];
        await StratusProgram.RunAsync(folder.Path, arguments);
        var once = await File.ReadAllTextAsync(folder["a.md"], TestContext.Current.CancellationToken);
        var safe = fixes.Where(fix => fix.IsSafe).ToList();
        if (safe.Count == 0)
        {
            // A comment that silences nothing leaves the names below it to be mended.
            Assert.True(once == note || code == "unused-suppression", once);
            var (_, listed, _) = await StratusProgram.RunAsync(folder.Path, ["check", "--rule", $"{code}=warning", "--profile", arguments[^1]]);
            Assert.Contains($" {code}: ", listed, StringComparison.Ordinal);
            return;
        }

        // Of one fix the text is known; of several, that each has left its mark.
        if (safe is [var only])
        {
            Assert.Equal(only.After, once);
        }

        Assert.NotEqual(note, once);
        var (_, output, _) = await StratusProgram.RunAsync(folder.Path, ["check", "--rule", $"{code}=warning", "--profile", arguments[^1]]);
        Assert.Equal(fixes.Any(fix => !fix.IsSafe), output.Contains($" {code}: ", StringComparison.Ordinal));

        var (_, again, _) = await StratusProgram.RunAsync(folder.Path, arguments);
        Assert.Equal(once, await File.ReadAllTextAsync(folder["a.md"], TestContext.Current.CancellationToken));
        Assert.DoesNotContain(": fixed ", again, StringComparison.Ordinal);
    }

    private static object? OptionsFor(string code) => code == "service-prefix" ? new { profile = "strict" } : null;

    private static async Task<List<JsonElement>> OffersAsync(LspClient client, string code, string note)
    {
        var lines = note.Split('\n').Length;
        var answer = await client.RequestAsync("textDocument/codeAction", new
        {
            textDocument = new { uri = "file:///notes/a.md" },
            range = new { start = new { line = 0, character = 0 }, end = new { line = lines, character = 0 } },
            context = new { diagnostics = Array.Empty<object>(), only = new[] { "quickfix" } },
        });
        var offered = answer.GetProperty("result").EnumerateArray().Where(action =>
                action.GetProperty("diagnostics").EnumerateArray().Any(diagnostic => diagnostic.GetProperty("code").GetString() == code)
                && action.GetProperty("title").GetString() is { } title
                && !title.StartsWith("Disable ", StringComparison.Ordinal) && !title.StartsWith("Fix all ", StringComparison.Ordinal));
        return [.. await Task.WhenAll(offered.Select(async action => (await client.RequestAsync("codeAction/resolve", action)).GetProperty("result")))];
    }

    private static async Task<List<string>> FindingsAsync(LspClient client, string uri) =>
        [.. (await client.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri } })).GetProperty("result").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!)];

    /// <summary>What the catalog says of the Network Load Balancer, taken from completion of its card.</summary>
    private static async Task<string> SummaryAsync(LspClient client)
    {
        client.Open("NLB in AWS\n", "file:///notes/summary.md");
        var card = await client.AtAsync("textDocument/hover", 0, 1, "file:///notes/summary.md");
        var text = card.GetProperty("contents").GetProperty("value").GetString()!;
        return text.Split('\n').First(line => line.EndsWith('.') && !line.StartsWith('#') && !line.StartsWith('*'));
    }

    private static string Apply(string note, JsonElement action)
    {
        var lineStarts = new List<int> { 0 };
        for (var at = note.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = note.IndexOf('\n', at + 1))
        {
            lineStarts.Add(at + 1);
        }

        int Offset(JsonElement position) => lineStarts[position.GetProperty("line").GetInt32()] + position.GetProperty("character").GetInt32();

        var edits = action.GetProperty("edit").GetProperty("documentChanges")[0].GetProperty("edits").EnumerateArray()
            .Select(edit => (Start: Offset(edit.GetProperty("range").GetProperty("start")), End: Offset(edit.GetProperty("range").GetProperty("end")), Text: edit.GetProperty("newText").GetString()!))
            .OrderByDescending(edit => edit.Start);
        return edits.Aggregate(note, (text, edit) => text[..edit.Start] + edit.Text + text[edit.End..]);
    }
}
