using System.Globalization;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Notes.Text;
using Stratus.Server.Checking;
using Stratus.Server.Files;

namespace Stratus.Server.Reports;

/// <summary>
/// The findings as workflow commands, which GitHub shows beside the lines of a change. Hints are left out: of each kind GitHub shows
/// but ten a step, and a hint is nothing that a review should stop at.
/// </summary>
internal static class GitHubReport
{
    internal static void Write(IReadOnlyList<CheckedNote> notes, IReadOnlyList<PathProblem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine($"::error file={Property(FileOf(problem.Path))},title=Stratus::{Data(problem.ToString())}");
        }

        foreach (var note in notes)
        {
            foreach (var finding in note.Findings.Where(finding => finding.Severity > Severity.Hint))
            {
                output.WriteLine(CommandFor(note, finding));
            }
        }

        output.WriteLine(TextReport.Summary(notes));
    }

    private static string CommandFor(CheckedNote note, Finding finding)
    {
        var kind = finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        var start = note.Source.PositionOf(finding.Span.Start, PositionEncoding.Utf16);
        var end = note.Source.PositionOf(finding.Span.End, PositionEncoding.Utf16);
        // Columns are taken within one line only.
        var columns = start.Line == end.Line
            ? string.Create(CultureInfo.InvariantCulture, $",col={start.Character + 1},endColumn={end.Character + 1}")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"::{kind} file={Property(FileOf(note.Path))},line={start.Line + 1},endLine={end.Line + 1}{columns},title={Property($"Stratus ({finding.Rule.Code})")}::{Data(MessageOf(note, finding))}");
    }

    // An annotation points at one place: the others are named in its text.
    private static string MessageOf(CheckedNote note, Finding finding) => string.Join(
        '\n',
        [
            finding.Message,
            .. finding.Related.Select(place => string.Create(
                CultureInfo.InvariantCulture,
                $"{FileOf(note.Path)}:{note.Source.LineOf(place.Span.Start) + 1}: {place.Message}")),
        ]);

    /// <summary>The path from the checkout's root, which is where GitHub looks, wherever the step runs.</summary>
    private static string FileOf(string path)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_WORKSPACE") is { Length: > 0 } root
            && Path.GetRelativePath(root, Path.GetFullPath(path)) is var below && !below.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(below))
        {
            return below.Replace(Path.DirectorySeparatorChar, '/');
        }

        return path.Replace(Path.DirectorySeparatorChar, '/');
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
