using Stratus.Configuration;
using Stratus.Features;
using Stratus.Notes;

namespace Stratus.Server.Checking;

/// <summary>Checks notes, and mends them where that is asked for. Safe for use on several threads.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="report">Takes what could not be done, in words.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class NoteChecker(CheckRequest request, Action<string> report, CancellationToken cancellation)
{
    private readonly SettingsFiles _files = new([.. Diagnostics.Rules.Select(rule => rule.Code)], request.Chosen, Environment.CurrentDirectory);

    /// <summary>True unless the settings of its folder exclude a note.</summary>
    internal bool Includes(string path) => FolderOf(path).Filter.Includes(Path.GetFullPath(path));

    /// <summary>The settings and glossary files that were read and hold mistakes, each mistake a finding.</summary>
    internal IEnumerable<CheckedNote> SettingsFindings() =>
        from file in _files.Read
        where !file.Problems.IsEmpty
        let source = new SourceText(file.Text.TrimStart('\uFEFF'))
        select new CheckedNote(Path.GetRelativePath(".", file.Path), source, [.. file.Problems.Select(problem => InvalidSettings.At(source, problem))], [], "");

    /// <summary>Checks files on the pool; the result has their order, without those that cannot be read.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal List<CheckedNote> CheckFiles(IReadOnlyList<string> paths, Action advance)
    {
        var notes = new CheckedNote?[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            notes[index] = CheckFile(paths[index]);
            advance();
        });
        return [.. notes.OfType<CheckedNote>()];
    }

    /// <summary>Checks a text that lies nowhere yet.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal CheckedNote Check(string path, byte[] bytes) => Check(path, NoteText.Of(bytes));

    private CheckedNote? CheckFile(string path)
    {
        try
        {
            return Check(path, NoteText.Read(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report($"{path}: the file cannot be read: {problem.Message}");
            return null;
        }
    }

    private CheckedNote Check(string path, NoteText text)
    {
        var folder = FolderOf(path);
        var workspace = new Workspace(folder.Catalog, folder.Settings, request.Today);
        var note = Note.Parse(text.Source, workspace.Catalog);
        if (request.Fixes == FixMode.List)
        {
            return new(path, text.Source, Diagnostics.Of(workspace, note, cancellation), [], "");
        }

        var mended = FixAll.Of(workspace, note, null, cancellation);
        if (!mended.IsSettled)
        {
            report($"{path}: not mended, because its fixes undo one another: this is a fault in Stratus");
        }
        else if (!mended.Fixed.IsEmpty && !text.IsUtf8)
        {
            report($"{path}: not mended, because the file is not UTF-8");
        }
        else if (!mended.Fixed.IsEmpty && request.Fixes == FixMode.Show)
        {
            var diff = UnifiedDiff.Of(path.Replace(Path.DirectorySeparatorChar, '/'), text, mended.Change);
            return new(path, text.Source, Diagnostics.Of(workspace, note, cancellation), [], diff);
        }
        else if (!mended.Fixed.IsEmpty && TryWrite(path, text, mended))
        {
            return new(path, mended.Note.Source, mended.Remaining, [.. mended.Fixed.Select(one => PlaceOf(text.Source, one))], "");
        }

        return new(path, text.Source, mended.Fixed.IsEmpty ? mended.Remaining : Diagnostics.Of(workspace, note, cancellation), [], "");
    }

    private bool TryWrite(string path, NoteText text, FixAllResult mended)
    {
        try
        {
            NoteFile.Replace(path, text.Bytes, text.With(mended.Note.Source));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report($"{path}: not mended, because the file cannot be written: {problem.Message}");
            return false;
        }
    }

    private static FixedPlace PlaceOf(SourceText source, FixedFinding mended) =>
        new(source.PositionOf(mended.Offset, PositionEncoding.Utf16), mended.Finding.Rule.Code, mended.Fix.Title);

    private FolderSettings FolderOf(string path) => _files.For(Path.GetDirectoryName(Path.GetFullPath(path))!);
}
