using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Files;

namespace Stratus.Server.Session;

/// <summary>Shows the mistakes in settings and glossary files where they stand. They are sent unasked to every client: no client asks about a file that is not open.</summary>
/// <param name="client">The client.</param>
/// <param name="files">The files.</param>
/// <param name="encoding">Gives what positions count, once that is agreed.</param>
internal sealed class SettingsFindings(ILanguageClient client, SettingsFiles files, Func<PositionEncoding> encoding)
{
    private readonly Dictionary<string, ReadFile> _shown = new(StringComparer.Ordinal);

    /// <summary>Shows the mistakes in all files that have been read, and takes back those that are no longer there.</summary>
    internal void Publish()
    {
        // Where the files have just been forgotten, the open notes alone do not say that a mistake elsewhere is fixed.
        foreach (var path in _shown.Keys)
        {
            files.For(Path.GetDirectoryName(path)!);
        }

        var wrong = files.Read.Where(file => !file.Problems.IsEmpty).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var gone in _shown.Keys.Except(wrong.Keys).ToList())
        {
            _shown.Remove(gone);
            client.PublishDiagnostics(new(NoteAddress.OfPath(gone), EncodedDiagnostics.None));
        }

        foreach (var file in wrong.Values)
        {
            if (!_shown.TryGetValue(file.Path, out var shown) || !shown.Problems.SequenceEqual(file.Problems))
            {
                _shown[file.Path] = file;
                var source = new SourceText(file.Text.TrimStart('\uFEFF'));
                client.PublishDiagnostics(new(NoteAddress.OfPath(file.Path), EncodedDiagnostics.Of([.. file.Problems.Select(problem => ToDiagnostic(source, problem))])));
            }
        }
    }

    private Diagnostic ToDiagnostic(SourceText source, SettingsProblem problem)
    {
        var finding = InvalidSettings.At(source, problem);
        return new(ToProtocol.Range(source, finding.Span, encoding()), finding.Message, DiagnosticSeverity.Error, finding.Rule.Code, "stratus");
    }
}
