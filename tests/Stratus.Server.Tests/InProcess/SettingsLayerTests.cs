using Stratus.Protocol;

namespace Stratus.Server.Tests.InProcess;

/// <summary>
/// The folder's file goes before what the editor answers or sends, that before the initialization options, those before
/// the defaults; and what says nothing changes nothing.
/// </summary>
public sealed class SettingsLayerTests
{
    private const string Wrong = "We put Cloudfront in front.\n";
    private const string Pulls = """{"workspace":{"configuration":true}}""";

    // Whatever a client may answer or send along that holds no settings.
    public static TheoryData<string> Nothings { get; } = ["null", "[]", "\"\"", "1", "false", """{"stratus":null}""", """{"stratus":[]}"""];

    [Theory]
    // Each alone.
    [InlineData("null", "null", "", "information")]
    [InlineData("hint", "null", "", "hint")]
    [InlineData("null", "hint", "", "hint")]
    [InlineData("null", "null", "hint", "hint")]
    // Each over the one below it.
    [InlineData("hint", "warning", "", "warning")]
    [InlineData("hint", "null", "error", "error")]
    [InlineData("null", "warning", "error", "error")]
    [InlineData("hint", "warning", "error", "error")]
    // What a layer leaves open is what the one below it says.
    [InlineData("hint", "{}", "", "hint")]
    [InlineData("hint", "{}", "{}", "hint")]
    [InlineData("null", "warning", "{}", "warning")]
    [InlineData("hint", """{"rules":{}}""", "{}", "hint")]
    [InlineData("hint", """{"rules":{"service-prefix":"error"}}""", "", "hint")]
    [InlineData("hint", """{"profile":null,"rules":null}""", "", "hint")]
    public async Task The_nearer_layer_holds(string options, string editor, string file, string severity)
    {
        foreach (var pulls in new[] { true, false })
        {
            using var folder = new Folder(file.Length == 0 ? [] : [(".stratus.json", Json(file))]);
            using var server = await InProcessServer.StartAsync(pulls ? Pulls : "{}", Json(options), settings: pulls ? Json(editor) : null);
            if (!pulls)
            {
                await server.ConfigureAsync(Json(editor));
            }

            await server.OpenAsync(Wrong, InProcessServer.Address(folder["a.md"]));
            await SeverityAsync(server, severity, InProcessServer.Address(folder["a.md"]));
        }
    }

    [Theory]
    [MemberData(nameof(Nothings))]
    public async Task An_answer_that_says_nothing_leaves_the_initialization_options(string answer)
    {
        using var server = await InProcessServer.StartAsync(Pulls, Json("hint"), settings: answer);
        await server.OpenAsync(Wrong);
        await SeverityAsync(server, "hint");
    }

    [Theory]
    [MemberData(nameof(Nothings))]
    public async Task An_answer_that_says_nothing_leaves_what_was_answered_before(string answer)
    {
        using var server = await InProcessServer.StartAsync(Pulls, Json("hint"), settings: Json("warning"));
        server.Client.Settings = answer;
        await server.ConfigureAsync();
        await server.OpenAsync(Wrong);
        await SeverityAsync(server, "warning");
    }

    [Fact]
    public async Task A_question_that_fails_in_mid_session_changes_nothing_and_the_next_answer_holds()
    {
        using var server = await InProcessServer.StartAsync(Pulls, settings: Json("warning"));
        await server.OpenAsync(Wrong);
        server.Client.Settings = null;
        await server.ConfigureAsync();
        await server.ChangeAsync(2, Wrong + Wrong);
        await server.Client.PublishedAsync(
            InProcessServer.Note, last => last.Diagnostics.Count(one => one.Severity == DiagnosticSeverity.Warning) == 2);

        server.Client.Settings = Json("error");
        await server.ConfigureAsync();
        await server.Client.PublishedAsync(
            InProcessServer.Note, last => last.Diagnostics.Count(one => one.Severity == DiagnosticSeverity.Error) == 2);
    }

    [Theory]
    [MemberData(nameof(Nothings))]
    public async Task What_is_sent_along_and_says_nothing_changes_nothing(string settings)
    {
        using var server = await InProcessServer.StartAsync(options: Json("hint"));
        await server.ConfigureAsync(Json("warning"));
        await server.ConfigureAsync(settings);
        await server.OpenAsync(Wrong);
        await SeverityAsync(server, "warning");
    }

    [Fact]
    public async Task What_is_sent_along_takes_the_place_of_what_was_sent_before()
    {
        using var server = await InProcessServer.StartAsync(options: Json("hint"));
        await server.OpenAsync(Wrong);
        await server.ConfigureAsync($$"""{"stratus":{{Json("warning")}}}""");
        await SeverityAsync(server, "warning");
        await server.ConfigureAsync("""{"stratus":{"profile":"study"}}""");
        await SeverityAsync(server, "hint");
    }

    [Fact]
    public async Task Many_mistakes_are_one_message_and_each_is_told_once()
    {
        using var server = await InProcessServer.StartAsync();
        var rules = string.Join(",", Enumerable.Range(0, 5_000).Select(number => $"\"no-such-rule-{number}\":\"off\""));
        await server.ConfigureAsync($$"""{"rules":{ {{rules}} },"profile":"silent"}""");
        await server.ConfigureAsync($$"""{"rules":{ {{rules}} },"profile":"silent"}""");
        await server.ConfigureAsync($$"""{"rules":{ {{rules}} },"profile":"hushed"}""");

        var shown = server.Client.Shown;
        Assert.Equal(2, shown.Count);
        Assert.StartsWith("Stratus found 5,001 mistakes in your settings:\n", shown[0], StringComparison.Ordinal);
        Assert.Contains("stratus.rules: Unknown rule `no-such-rule-0`", shown[0], StringComparison.Ordinal);
        Assert.EndsWith("… and 4,996 more.", shown[0], StringComparison.Ordinal);
        Assert.Equal(7, shown[0].Split('\n').Length);
        Assert.Contains("Unknown profile `hushed`", shown[1], StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-rule", shown[1], StringComparison.Ordinal);
    }

    private static string Json(string settings) =>
        settings is "hint" or "warning" or "error" ? "{\"rules\":{\"service-casing\":\"" + settings + "\"}}" : settings;

    private static async Task SeverityAsync(InProcessServer server, string severity, string uri = InProcessServer.Note) =>
        await server.Client.PublishedAsync(uri, last =>
            last.Diagnostics is [var finding] && finding.Severity.ToString()!.Equals(severity, StringComparison.OrdinalIgnoreCase));
}
