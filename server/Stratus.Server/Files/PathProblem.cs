namespace Stratus.Server.Files;

/// <summary>What could not be done about a file or a folder.</summary>
/// <param name="Path">Its path, as it was given or found.</param>
/// <param name="Message">What, and why: one line.</param>
internal sealed record PathProblem(string Path, string Message)
{
    /// <summary>That a note could not be looked at, because of a mistake in Stratus.</summary>
    internal static PathProblem Fault(string path, Exception fault) =>
        new(path, $"not checked, because of a bug in Stratus: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}");

    /// <summary>The path with slashes, as reports for other programs write it.</summary>
    internal string PortablePath => Path.Replace(System.IO.Path.DirectorySeparatorChar, '/');

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
