namespace Stratus.Server.Commands;

/// <summary>What the program ends with, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the threshold; it was done.</summary>
    internal const int Good = 0;

    /// <summary>Something was found.</summary>
    internal const int Found = 1;

    /// <summary>It could not run: a wrong argument, a path that is not there, a mistake in the settings.</summary>
    internal const int CouldNotRun = 2;
}
