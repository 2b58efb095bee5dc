using Stratus.Configuration;

namespace Stratus.Server.Checking;

/// <summary>How the findings are printed.</summary>
internal enum ReportFormat
{
    /// <summary>For a person at a terminal.</summary>
    Text,
    /// <summary>The contract of docs/cli.md.</summary>
    Json,
    /// <summary>SARIF 2.1.0.</summary>
    Sarif,
    /// <summary>Annotations of GitHub workflows.</summary>
    GitHub,
}

/// <summary>What is done about findings that can be fixed.</summary>
internal enum FixMode
{
    /// <summary>They are listed.</summary>
    List,
    /// <summary>They are fixed in the files.</summary>
    Write,
    /// <summary>What would be fixed is shown.</summary>
    Show,
}

/// <summary>What <c>stratus check</c> is asked to do.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Format">How to print.</param>
/// <param name="Threshold">The least severity that makes the run fail.</param>
/// <param name="Chosen">What the command line chooses; it overrides settings files.</param>
/// <param name="Fixes">What to do about what can be fixed.</param>
/// <param name="ListsFiles">Whether only to print which notes would be checked.</param>
/// <param name="ReadsInput">Whether the note comes from standard input.</param>
/// <param name="InputPath">Where the note of standard input would lie, or null where it lies nowhere.</param>
/// <param name="Today">The day that the notes are checked for.</param>
internal sealed record CheckRequest(
    string[] Paths,
    ReportFormat Format,
    Severity Threshold,
    Settings Chosen,
    FixMode Fixes,
    bool ListsFiles,
    bool ReadsInput,
    string? InputPath,
    DateOnly Today);
