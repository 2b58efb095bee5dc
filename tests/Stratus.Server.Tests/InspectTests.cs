using System.Text.Json;

namespace Stratus.Server.Tests;

public sealed class InspectTests
{
    [Fact]
    public async Task Of_several_notes_the_models_come_one_a_line_in_their_order()
    {
        using var folder = new Folder(("a.md", "An NLB."), ("b.md", "CloudFront"));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "inspect", "b.md", "a.md");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(["cloudfront", "nlb"], output.TrimEnd().Split('\n').Select(line =>
            JsonSerializer.Deserialize<JsonElement>(line).GetProperty("mentions")[0].GetProperty("terms")[0].GetString()));
    }

    [Fact]
    public async Task A_note_that_is_not_there_ends_with_2_behind_those_that_are()
    {
        using var folder = new Folder(("a.md", "An NLB."));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "inspect", "a.md", "b.md");
        Assert.Equal(2, code);
        Assert.Single(output.TrimEnd().Split('\n'));
        Assert.Contains("b.md", error, StringComparison.Ordinal);
    }
}
