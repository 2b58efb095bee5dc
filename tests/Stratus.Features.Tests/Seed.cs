namespace Stratus.Features.Tests;

/// <summary>The note that Stratus was first made for. It stands beside a checkout and is no part of the project.</summary>
internal static class Seed
{
    public static MarkedNote Read()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "Lsp.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        var folder = root is null ? null : Path.Combine(root, "..", "shared", "seed");
        Assert.SkipUnless(Directory.Exists(folder), "The folder ../shared/seed is not beside this checkout.");
        return MarkedNote.Parse(File.ReadAllText(Directory.EnumerateFiles(folder!).Single()));
    }
}
