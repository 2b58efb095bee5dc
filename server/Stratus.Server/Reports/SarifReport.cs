using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;
using Stratus.Notes.Text;
using Stratus.Server.Checking;

namespace Stratus.Server.Reports;

/// <summary>The findings as SARIF 2.1.0, with what each rule is about, and fixes. Lines and columns are from 1, in UTF-16 units.</summary>
internal sealed class SarifReport : IDisposable
{
    private const string RootId = "%SRCROOT%";

    /// <summary>All that a result can be filed under, by its code.</summary>
    private static readonly ImmutableArray<Rule> Rules = [.. Findings.Rules.Add(InvalidSettings.Rule).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    private readonly Utf8JsonWriter _json;
    private readonly string _root = FindRoot();

    private SarifReport(Stream output) => _json = new(output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal static void Write(IReadOnlyList<CheckedNote> notes, IReadOnlyList<PathProblem> problems, Stream output)
    {
        using (var report = new SarifReport(output))
        {
            report.WriteLog(notes, problems);
        }

        output.Write("\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteLog(IReadOnlyList<CheckedNote> notes, IReadOnlyList<PathProblem> problems)
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool();
        WriteInvocation(problems);
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject(RootId);
        _json.WriteString("uri", FileUri(_root) + "/");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("newlineSequences");
        _json.WriteStringValue("\r\n");
        _json.WriteStringValue("\n");
        _json.WriteStringValue("\r");
        _json.WriteEndArray();
        _json.WriteStartArray("results");
        foreach (var note in notes)
        {
            WriteResults(note);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteTool()
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "Stratus");
        _json.WriteString("version", Product.Version);
        _json.WriteString("semanticVersion", Product.Version);
        _json.WriteStartArray("rules");
        foreach (var rule in Rules)
        {
            _json.WriteStartObject();
            _json.WriteString("id", rule.Code);
            _json.WriteString("name", string.Concat(rule.Code.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
            WriteText("shortDescription", $"{rule.Title}.");
            var page = Explanation.Rule(rule.Code)!;
            _json.WriteStartObject("help");
            _json.WriteString("text", page);
            _json.WriteString("markdown", page);
            _json.WriteEndObject();
            _json.WriteStartObject("defaultConfiguration");
            _json.WriteBoolean("enabled", rule.DefaultSeverity != Severity.Off);
            _json.WriteString("level", LevelOf(rule.DefaultSeverity));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteInvocation(IReadOnlyList<PathProblem> problems)
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", problems.Count == 0);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in problems)
        {
            _json.WriteStartObject();
            _json.WriteString("level", "error");
            WriteText("message", problem.ToString());
            _json.WriteStartArray("locations");
            _json.WriteStartObject();
            _json.WriteStartObject("physicalLocation");
            WriteArtifact(problem.Path);
            _json.WriteEndObject();
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteResults(CheckedNote note)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in note.Findings)
        {
            _json.WriteStartObject();
            _json.WriteString("ruleId", finding.Rule.Code);
            _json.WriteNumber("ruleIndex", Rules.IndexOf(finding.Rule));
            _json.WriteString("level", LevelOf(finding.Severity));
            WriteText("message", finding.Message);
            _json.WriteStartArray("locations");
            _json.WriteStartObject();
            WritePlace(note, finding.Span);
            _json.WriteEndObject();
            _json.WriteEndArray();
            WriteRelated(note, finding);
            WriteFixes(note, finding);
            _json.WriteStartObject("partialFingerprints");
            _json.WriteString("stratusFinding/v1", Fingerprint(note, finding, seen));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
    }

    private void WriteRelated(CheckedNote note, Finding finding)
    {
        if (finding.Related.IsEmpty)
        {
            return;
        }

        _json.WriteStartArray("relatedLocations");
        foreach (var (index, place) in finding.Related.Index())
        {
            _json.WriteStartObject();
            _json.WriteNumber("id", index + 1);
            WritePlace(note, place.Span);
            WriteText("message", place.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFixes(CheckedNote note, Finding finding)
    {
        var fixes = finding.Fixes.Where(fix => !fix.Edits.IsEmpty).ToList();
        if (fixes.Count == 0)
        {
            return;
        }

        _json.WriteStartArray("fixes");
        foreach (var fix in fixes)
        {
            _json.WriteStartObject();
            WriteText("description", fix.Title);
            _json.WriteStartArray("artifactChanges");
            _json.WriteStartObject();
            WriteArtifact(note.Path);
            _json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                _json.WriteStartObject();
                WriteRegion("deletedRegion", note.Source, edit.Span);
                WriteText("insertedContent", edit.NewText);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WritePlace(CheckedNote note, TextSpan span)
    {
        _json.WriteStartObject("physicalLocation");
        WriteArtifact(note.Path);
        WriteRegion("region", note.Source, span);
        _json.WriteEndObject();
    }

    private void WriteArtifact(string path)
    {
        _json.WriteStartObject("artifactLocation");
        var full = Path.GetFullPath(path);
        var below = Path.GetRelativePath(_root, full);
        if (below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below))
        {
            _json.WriteString("uri", FileUri(full));
        }
        else
        {
            _json.WriteString("uri", Escape(below));
            _json.WriteString("uriBaseId", RootId);
        }

        _json.WriteEndObject();
    }

    private void WriteRegion(string name, SourceText source, TextSpan span)
    {
        var start = source.PositionOf(span.Start, PositionEncoding.Utf16);
        var end = source.PositionOf(span.End, PositionEncoding.Utf16);
        _json.WriteStartObject(name);
        _json.WriteNumber("startLine", start.Line + 1);
        _json.WriteNumber("startColumn", start.Character + 1);
        _json.WriteNumber("endLine", end.Line + 1);
        _json.WriteNumber("endColumn", end.Character + 1);
        _json.WriteEndObject();
    }

    private void WriteText(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    /// <summary>The same for a finding whose line was moved or indented; findings that are alike are counted.</summary>
    private static string Fingerprint(CheckedNote note, Finding finding, Dictionary<string, int> seen)
    {
        var line = note.Source.Line(note.Source.LineOf(finding.Span.Start));
        var words = note.Source.Slice(line).ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var identity = string.Join('\0', [finding.Rule.Code, note.Source.Slice(finding.Span).ToString(), .. words]);
        var count = seen[identity] = seen.GetValueOrDefault(identity) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}:{count}";
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Off => "none",
        _ => "note",
    };

    /// <summary>The root of the repository that the program runs in, or otherwise the folder: what whoever shows the report knows too.</summary>
    private static string FindRoot()
    {
        var here = Path.GetFullPath(".");
        for (var at = here; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                return at;
            }
        }

        return here;
    }

    private static string FileUri(string path) =>
        Escape(path.TrimEnd(Path.DirectorySeparatorChar)) is var escaped && escaped.StartsWith('/') ? $"file://{escaped}" : escaped.Length == 0 ? "file://" : $"file:///{escaped}";

    private static string Escape(string path) =>
        string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(part => Uri.EscapeDataString(part)));
}
