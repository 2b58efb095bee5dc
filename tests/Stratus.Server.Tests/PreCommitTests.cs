namespace Stratus.Server.Tests;

/// <summary>The hooks of .pre-commit-hooks.yaml, run as pre-commit runs them: the entry, with the files of the commit behind it.</summary>
public sealed class PreCommitTests
{
    [Fact]
    public async Task Each_hook_checks_the_files_that_it_is_given()
    {
        var hooks = await File.ReadAllLinesAsync(Path.Combine(StratusProgram.RepoRoot, ".pre-commit-hooks.yaml"), TestContext.Current.CancellationToken);
        string[] Values(string key) => [.. hooks.Where(line => line.TrimStart(' ', '-').StartsWith(key + ": ", StringComparison.Ordinal)).Select(line => line.Split(": ", 2)[1])];
        Assert.Equal(["stratus", "stratus-fix"], Values("id"));
        Assert.All(Values("language"), language => Assert.Equal("system", language));
        foreach (var entry in Values("entry"))
        {
            using var folder = new Folder((".gitignore", "*.md\n"), ("a.md", "CloudFornt\n"), ("b.md", "| OSI Layer | AWS Service |\n|-|-|\n| L5 Transport | NLB |\n"), ("c.md", "CloudFornt\n"));
            string[] words = entry.Split(' ');
            Assert.Equal("stratus", words[0]);
            var (code, output, error) = await StratusProgram.RunAsync(folder.Path, [.. words[1..], "a.md", "b.md"]);
            Assert.Equal((1, ""), (code, error));
            Assert.Contains("b.md:3:3: error layer-name-mismatch", output, StringComparison.Ordinal);
            Assert.Equal(words.Contains("--fix") ? "CloudFront\n" : "CloudFornt\n", await File.ReadAllTextAsync(folder["a.md"], TestContext.Current.CancellationToken));
            Assert.Equal("CloudFornt\n", await File.ReadAllTextAsync(folder["c.md"], TestContext.Current.CancellationToken));
        }
    }
}
