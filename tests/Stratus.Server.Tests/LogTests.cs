namespace Stratus.Server.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task A_log_is_written_where_it_is_asked_for_and_tells_no_text_of_a_note()
    {
        using var folder = new Folder();
        await using var client = LspClient.Start("--log", folder["stratus.log"]);
        await client.RequestAsync("initialize", new { capabilities = new { } });
        client.Open("Route 53");
        await client.ExitAsync();
        var log = await File.ReadAllTextAsync(folder["stratus.log"], TestContext.Current.CancellationToken);
        Assert.Contains("<- initialize (1)", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Route 53", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_refused_in_words()
    {
        var (code, _, error) = await StratusProgram.RunAsync(".", "lsp", "--log", "no/such/folder/x.log");
        Assert.Equal(2, code);
        Assert.Contains("the log cannot be written", error, StringComparison.Ordinal);
    }
}
