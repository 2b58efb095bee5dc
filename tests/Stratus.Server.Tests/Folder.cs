namespace Stratus.Server.Tests;

/// <summary>A folder of its own for a test, with files in it; gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    internal Folder(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
            File.WriteAllText(this[path], text);
        }
    }

    internal string Path { get; } = Directory.CreateTempSubdirectory("stratus-test-").FullName;

    internal string this[string path] => System.IO.Path.Combine(Path, path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
