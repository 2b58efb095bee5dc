using System.Text;

namespace Stratus.Configuration.Files;

/// <summary>Tells paths that lead somewhere from texts that no file system takes.</summary>
public static class FilePath
{
    /// <summary>PATH_MAX of Linux without the NUL, in bytes; macOS takes less, Windows takes more.</summary>
    private const int MostBytes = 4_095;
    private const int MostUnitsOfWindows = 32_766;

    /// <summary>True for a full path that a file could have; it need not exist.</summary>
    public static bool IsPossible(string path) =>
        Path.IsPathFullyQualified(path)
        && !path.Contains('\0', StringComparison.Ordinal)
        && (OperatingSystem.IsWindows()
            ? path.Length <= MostUnitsOfWindows
            : path.Length <= MostBytes && Encoding.UTF8.GetByteCount(path) <= MostBytes);
}
