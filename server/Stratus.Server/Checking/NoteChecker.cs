using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Features.Fixes;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Server.Files;

namespace Stratus.Server.Checking;

/// <summary>Checks notes, and fixes them where that is asked for. Safe for use on several threads.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="report">Takes what could not be done.</param>
/// <param name="read">Reads the file with a path.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class NoteChecker(CheckRequest request, Action<PathProblem> report, Func<string, NoteText> read, CancellationToken cancellation)
{
    // Most notes have no findings: their text need not be kept until all are checked.
    private static readonly SourceText NoText = new("");

    private readonly SettingsFiles _files = new(Findings.Codes, request.Chosen, Environment.CurrentDirectory);

    /// <summary>True unless the settings of its folder exclude a note.</summary>
    internal bool Includes(string path) => FolderOf(path).Filter.Includes(Path.GetFullPath(path));

    /// <summary>The settings and glossary files that were read and hold mistakes, each mistake a finding.</summary>
    internal IEnumerable<CheckedNote> SettingsFindings() =>
        from file in _files.Read
        where !file.Problems.IsEmpty
        let source = new SourceText(file.Text.TrimStart('\uFEFF'))
        select new CheckedNote(Path.GetRelativePath(".", file.Path), source, [.. file.Problems.Select(problem => InvalidSettings.At(source, problem))], [], "");

    /// <summary>Checks files on the pool; the result has their order, without those that cannot be read or checked, which are reported.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal List<CheckedNote> CheckFiles(IReadOnlyList<string> paths, Action advance)
    {
        var notes = new CheckedNote?[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            notes[index] = TryCheck(paths[index], read);
            advance();
        });
        return [.. notes.OfType<CheckedNote>()];
    }

    /// <summary>Checks a text that lies nowhere yet; null where it cannot be checked, which is reported.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal CheckedNote? Check(string path, byte[] bytes) => TryCheck(path, _ => NoteText.Of(bytes));

    private CheckedNote? TryCheck(string path, Func<string, NoteText> readText)
    {
        try
        {
            return Check(path, readText(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report(new(path, $"the file cannot be read: {problem.Message}"));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A note that is too much for Stratus must not take the findings of all others with it.
            report(PathProblem.Fault(path, fault));
        }

        return null;
    }

    private CheckedNote Check(string path, NoteText text)
    {
        var folder = FolderOf(path);
        var workspace = new Workspace(folder.Catalog, folder.Settings, request.Today);
        var note = Note.Parse(text.Source, workspace.Catalog);
        var found = Findings.Of(workspace, note, cancellation);
        if (request.Fixes == FixMode.List)
        {
            return new(path, found.IsEmpty ? NoText : text.Source, found, [], "");
        }

        var applied = FixAll.Of(workspace, note, found, null, cancellation);
        if (!applied.IsSettled)
        {
            report(new(path, "not fixed, because its fixes undo one another: this is a bug in Stratus"));
        }
        else if (!applied.Fixed.IsEmpty && !text.IsUtf8)
        {
            report(new(path, "not fixed, because the file is not UTF-8"));
        }
        else if (!applied.Fixed.IsEmpty && request.Fixes == FixMode.Show)
        {
            var diff = UnifiedDiff.Of(path.Replace(Path.DirectorySeparatorChar, '/'), text, applied.Change);
            return new(path, text.Source, found, [], diff);
        }
        else if (!applied.Fixed.IsEmpty && TryWrite(path, text, applied))
        {
            return new(path, applied.Note.Source, applied.Remaining, [.. applied.Fixed.Select(one => PlaceOf(text.Source, one))], "");
        }

        return new(path, text.Source, found, [], "");
    }

    private bool TryWrite(string path, NoteText text, FixAllResult applied)
    {
        try
        {
            NoteFile.Replace(path, text.Bytes, text.With(applied.Note.Source));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report(new(path, $"not fixed, because the file cannot be written: {problem.Message}"));
            return false;
        }
    }

    private static FixedPlace PlaceOf(SourceText source, FixedFinding applied) =>
        new(source.PositionOf(applied.Offset, PositionEncoding.Utf16), applied.Finding.Rule.Code, applied.Fix.Title);

    private FolderSettings FolderOf(string path) => _files.For(Path.GetDirectoryName(Path.GetFullPath(path))!);
}
