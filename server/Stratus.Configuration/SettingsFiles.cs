using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Stratus.Configuration;

/// <summary>A settings file that was read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Settings">What it says.</param>
/// <param name="Problems">Every mistake in it.</param>
public sealed record SettingsFile(string Path, Settings Settings, ImmutableArray<SettingsProblem> Problems)
{
    /// <summary>The name of settings files.</summary>
    public const string Name = ".stratus.json";
}

/// <summary>Finds the settings file of a note: the nearest above it. Each is read once. Safe for use on several threads.</summary>
/// <param name="ruleCodes">The rules that there are.</param>
public sealed class SettingsFiles(IReadOnlyCollection<string> ruleCodes)
{
    private readonly ConcurrentDictionary<string, Lazy<SettingsFile?>> _byFolder = new();

    /// <summary>The file that holds for the notes of a folder, or null where there is none.</summary>
    /// <param name="folder">The full path of a folder; it need not exist.</param>
    public SettingsFile? For(string folder) =>
        _byFolder.GetOrAdd(folder, key => new Lazy<SettingsFile?>(() => Find(key))).Value;

    private SettingsFile? Find(string folder)
    {
        var path = Path.Combine(folder, SettingsFile.Name);
        if (File.Exists(path))
        {
            return Read(path);
        }

        return Path.GetDirectoryName(folder) is { } parent ? For(parent) : null;
    }

    private SettingsFile Read(string path)
    {
        try
        {
            var (settings, problems) = SettingsReader.Read(File.ReadAllText(path), ruleCodes);
            return new(path, settings, problems);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(path, Settings.Default, [new($"The file cannot be read: {problem.Message}", 1, 1)]);
        }
    }
}
