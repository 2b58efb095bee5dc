using System.Diagnostics;
using System.Text;

namespace Stratus.Server.Tests;

/// <summary>Which notes <c>stratus check</c> looks at.</summary>
public sealed class CheckFilesTests
{
    [Fact]
    public async Task List_files_prints_them_and_checks_none()
    {
        using var folder = new Folder(("b.md", "CloudFornt\n"), ("a/c.md", ""), ("d.txt", ""));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--list-files");
        Assert.Equal((0, "a/c.md\nb.md\n", ""), (code, output.Replace('\\', '/'), error));
    }

    [Fact]
    public async Task Ignore_files_are_respected_wherever_they_lie()
    {
        using var folder = new Folder(
            ("root/.git/HEAD", ""), (".gitignore", "*.md"),
            ("root/.gitignore", "# notes of others\n\nvendor/\n*.tmp.md\n/top.md\n!keep.tmp.md\ndeep/**/draft?.md\n"),
            ("root/.stratusignore", "private\nfrom-git.md\r\n"),
            ("root/a.md", ""), ("root/b.tmp.md", ""), ("root/keep.tmp.md", ""), ("root/top.md", ""), ("root/vendor/c.md", ""),
            ("root/sub/top.md", ""), ("root/sub/vendor/d.md", ""), ("root/sub/private/e.md", ""),
            ("root/deep/x/y/draft1.md", ""), ("root/deep/draft2.md", ""), ("root/deep/draft.md", ""),
            ("root/sub/.gitignore", "here.md\n!from-git.md\n"), ("root/sub/here.md", ""), ("root/sub/in/here.md", ""), ("root/from-git.md", ""), ("root/sub/from-git.md", ""));
        Assert.Equal(
            ["a.md", "deep/draft.md", "keep.tmp.md", "sub/from-git.md", "sub/top.md"],
            await ListAsync(folder["root"]));

        // The same from within: the files above still speak, up to the root of the repository.
        Assert.Equal(["from-git.md", "top.md"], await ListAsync(folder["root/sub"]));
    }

    [Fact]
    public async Task Stratusignore_goes_before_gitignore()
    {
        using var folder = new Folder((".gitignore", "a.md\n"), (".stratusignore", "!a.md\nb.md\n"), ("a.md", ""), ("b.md", ""), ("c.md", ""));
        Assert.Equal(["a.md", "c.md"], await ListAsync(folder.Path));
    }

    [Fact]
    public async Task A_file_that_is_named_is_checked_even_if_it_is_ignored()
    {
        using var folder = new Folder((".stratusignore", "*.md\n"), ("a.md", "Cloudfront\n"));
        Assert.Equal(["a.md"], await ListAsync(folder.Path, "a.md"));
        Assert.Empty(await ListAsync(folder.Path));
    }

    [Fact]
    public async Task Patterns_mean_what_they_mean_to_Git()
    {
        string[] atoms =
        [
            "a", "b", "foo", "*.md", "*", "**", "foo*", "?", "[ab]", "[!a]", "[^a]*", "[a-c].md", "a.md", "b.md", "\\!x.md", "#c.md", "\\#c.md", "x y.md", "x y.md ", "a\\ ", "[[:alpha:]]",
            "[[:digit:]x]", "deep", "*o*", "**o", "[", "[]a]", "[a", "a\\", "\\a.md", "*.m[!x]", "?.md", "***",
        ];
        string[] paths =
        [
            "a.md", "b.md", "c.md", "foo/a.md", "foo/b.md", "foo/deep/a.md", "deep/foo/a.md", "!x.md", "#c.md", "x y.md", "foo.md", "deep/a.md", "b/a/foo.md", "a/b/c.md", "b/foobar/a.md", "food/b.md",
            "a/a/a/a.md", "1/a.md", "x/foo/deep/b.md", "foo/x y.md",
        ];
        using var folder = new Folder([.. paths.Select(path => ($"{path}", ""))]);
        Git(folder.Path, "", "init", "--quiet");
        // Many sets of patterns, each in a repository of its own, so that the program is started once.
        var random = new Random(20261124);
        var sets = Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pattern(random, atoms)).ToArray()).ToList();
        using var all = new Folder();
        foreach (var (index, patterns) in sets.Index())
        {
            foreach (var path in paths)
            {
                var file = all[$"{index:D3}/{path}"];
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.Create(file).Dispose();
            }

            Directory.CreateDirectory(all[$"{index:D3}/.git"]);
            await File.WriteAllTextAsync(all[$"{index:D3}/.gitignore"], string.Join('\n', patterns) + '\n', TestContext.Current.CancellationToken);
        }

        var (_, output, _) = await StratusProgram.RunAsync(all.Path, "check", "--list-files");
        var listed = output.Replace('\\', '/').Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(line => line[..3], line => line[4..]);
        foreach (var (index, patterns) in sets.Index())
        {
            File.Copy(all[$"{index:D3}/.gitignore"], folder[".gitignore"], overwrite: true);
            var ignored = Git(folder.Path, string.Join('\0', paths), "check-ignore", "--no-index", "--stdin", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(
                paths.Except(ignored).Order(StringComparer.Ordinal).SequenceEqual(listed[$"{index:D3}"].Order(StringComparer.Ordinal)),
                $"{string.Join(" | ", patterns)}\nGit:  {string.Join(", ", paths.Except(ignored))}\nhere: {string.Join(", ", listed[$"{index:D3}"])}");
        }
    }

    [Theory]
    [InlineData("..", "")]
    [InlineData("drafts/..", "")]
    [InlineData("drafts/../b.md", "a.md drafts/c.md")]
    [InlineData("../drafts", "a.md b.md drafts/c.md")]
    public async Task A_glob_with_two_dots_means_what_the_path_means(string glob, string left)
    {
        using var folder = new Folder(("a.md", ""), ("b.md", ""), ("drafts/c.md", ""));
        Assert.Equal(left, string.Join(' ', await ListAsync(folder.Path, "--exclude", glob)));

        File.WriteAllText(folder[".stratus.json"], $$"""{ "exclude": ["{{glob}}"] }""");
        Assert.Equal(left, string.Join(' ', await ListAsync(folder.Path)));
    }

    [Fact]
    public async Task A_glob_that_can_mean_nothing_is_told_with_its_place()
    {
        using var folder = new Folder((".stratus.json", "{\n  \"exclude\": [\"**/../**\", \"b.md\"]\n}"), ("a.md", "Text.\n"), ("b.md", "Text.\n"));
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check");
        Assert.Equal((1, ""), (code, error));
        Assert.Contains(".stratus.json:2:15: error invalid-settings: `**/../**` goes up from a folder whose name is not known", output, StringComparison.Ordinal);

        (code, output, error) = await StratusProgram.RunAsync(folder.Path, "check", "--include", "**/..");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("stratus: --include **/..: `**/..` goes up from a folder whose name is not known", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_stars_take_no_time()
    {
        var name = new string('a', 120);
        using var folder = new Folder((".gitignore", $"{string.Concat(Enumerable.Repeat("*a", 30))}b\n"), ($"{name}/{name}.md", ""));
        Assert.Equal([$"{name}/{name}.md"], await ListAsync(folder.Path));
    }

    private static string Pattern(Random random, string[] atoms)
    {
        var pattern = string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => atoms[random.Next(atoms.Length)]));
        return (random.Next(4) == 0 ? "!" : "") + (random.Next(4) == 0 ? "/" : "") + pattern + (random.Next(4) == 0 ? "/" : "");
    }

    private static async Task<string[]> ListAsync(string folder, params string[] paths)
    {
        var (_, output, error) = await StratusProgram.RunAsync(folder, ["check", "--list-files", .. paths]);
        Assert.Equal("", error);
        return output.Replace('\\', '/').Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Git(string folder, string input, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
        git.StandardInput.Write(input);
        git.StandardInput.Close();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output;
    }
}
