using System.Text.Json;

namespace Stratus.Server.Tests;

/// <summary>What the user of this project sees on a note of theirs, which lies beside the checkout and is no part of it.</summary>
public sealed class UserNoteTests
{
    private static readonly string Folder = Path.Combine(StratusProgram.RepoRoot, "..", "shared", "seed");

    [Fact]
    public async Task The_check_finds_the_two_transit_gateways_and_app_mesh_and_nothing_else_at_warning()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "there is no ../shared/seed beside this checkout");
        var (code, output, error) = await StratusProgram.RunAsync(Folder, ["check", "--format", "json", .. Directory.GetFiles(Folder)]);
        Assert.Equal((1, ""), (code, error));
        var loud = JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() is "warning" or "error")
            .Select(finding => finding.GetProperty("code").GetString()!);
        Assert.Equal(["conflicting-layers", "conflicting-layers", "retired-service"], loud.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_service_and_every_layer_of_its_tables_has_a_card()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "there is no ../shared/seed beside this checkout");
        var lines = await File.ReadAllLinesAsync(Directory.GetFiles(Folder)[0], TestContext.Current.CancellationToken);
        await using var client = await LspClient.InitializedAsync();
        client.Open(string.Join('\n', lines));
        var rows = 0;
        for (var row = 0; row < lines.Length; row++)
        {
            if (lines[row] != "<tr>" || !lines[row + 1].StartsWith("<td>", StringComparison.Ordinal))
            {
                continue;
            }

            // A row has a line for each cell; the first two hold the layer and the service, in either order, and the layer may be left out.
            rows++;
            foreach (var line in new[] { row + 1, row + 2 }.Where(line => lines[line] != "<td></td>"))
            {
                var start = lines[line].StartsWith("<td><strong>", StringComparison.Ordinal) ? 12 : 4;
                Assert.True((await client.AtAsync("textDocument/hover", line, start)).ValueKind == JsonValueKind.Object, lines[line]);
            }
        }

        Assert.Equal(28, rows);
    }
}
