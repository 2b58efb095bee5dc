namespace Stratus.Tests.Shared;

/// <summary>The note that Stratus was first made for. It stands beside a checkout and is no part of the project.</summary>
internal static class Seed
{
    /// <summary>The folder of the checkout.</summary>
    public static string Root
    {
        get
        {
            var root = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(root, "Lsp.sln")))
            {
                root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("The tests do not run in a checkout.");
            }

            return root;
        }
    }

    /// <summary>The text of the note. Where it is not there, the test that asks for it is skipped and says so.</summary>
    public static string ReadText()
    {
        var folder = Path.Combine(Root, "..", "shared", "seed");
        Assert.SkipUnless(Directory.Exists(folder), "The folder ../shared/seed is not beside this checkout.");
        return File.ReadAllText(Directory.EnumerateFiles(folder).Single());
    }
}
