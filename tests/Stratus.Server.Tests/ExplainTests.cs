namespace Stratus.Server.Tests;

public sealed class ExplainTests
{
    [Theory]
    [InlineData("NLB", "Network Load Balancer")]
    [InlineData("transit gateway", "Transit Gateway")]
    [InlineData("L4", "Transport")]
    [InlineData("layer 4", "Transport")]
    [InlineData("conflicting-layers", "conflicting-layers")]
    public async Task A_known_name_is_explained(string name, string expected)
    {
        var (code, output, error) = await StratusProgram.RunAsync(".", ["explain", .. name.Split(' ')]);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_ends_with_2_and_names_what_is_near()
    {
        var (code, output, error) = await StratusProgram.RunAsync(".", "explain", "Cloudfrond");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("CloudFront", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_there_is_nothing_to_explain()
    {
        var (code, _, error) = await StratusProgram.RunAsync(".", "explain");
        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task The_version_is_printed_alone()
    {
        var (code, output, _) = await StratusProgram.RunAsync(".", "--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", output);
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        var (code, output, _) = await StratusProgram.RunAsync(".", "--help");
        Assert.Equal(0, code);
        Assert.All(new[] { "lsp", "check", "explain" }, command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_command_ends_with_2()
    {
        var (code, _, error) = await StratusProgram.RunAsync(".", "chekc");
        Assert.Equal(2, code);
        Assert.Contains("chekc", error, StringComparison.Ordinal);
    }
}
