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
using Stratus.Server.Files;

namespace Stratus.Server.Reports;

/// <summary>The findings as SARIF 2.1.0, with what each rule is about, and fixes. Lines and columns are from 1, in UTF-16 units.</summary>
internal sealed class SarifReport
{
    private const string RootId = "%SRCROOT%";

    /// <summary>All that a result can be filed under, by its code.</summary>
    private static readonly ImmutableArray<Rule> Rules =
        [.. Findings.Rules.Add(InvalidSettings.Rule).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    /// <summary>Letters of any script as they are, and not as escapes: the report goes to a file or a program, not into a web page.</summary>
    private static readonly SarifJson Readable =
        new(new(SarifJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly string _root = FindRoot();

    internal static void Write(IReadOnlyList<CheckedNote> notes, IReadOnlyList<PathProblem> problems, Stream output)
    {
        JsonSerializer.Serialize(output, new SarifReport().LogOf(notes, problems), Readable.SarifLog);
        output.Write("\n"u8);
    }

    private SarifLog LogOf(IReadOnlyList<CheckedNote> notes, IReadOnlyList<PathProblem> problems) => new(
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "2.1.0",
        [
            new(
                new(new("Stratus", Product.Version, Product.Version, [.. Rules.Select(RuleOf)])),
                [new(problems.Count == 0, [.. problems.Select(NotificationOf)])],
                new() { [RootId] = new(FileUri(_root) + "/") },
                "utf16CodeUnits",
                ["\r\n", "\n", "\r"],
                // One by one: of thousands of notes they would fill the memory.
                notes.SelectMany(ResultsOf)),
        ]);

    private static SarifRule RuleOf(Rule rule)
    {
        var page = Explanation.Rule(rule.Code)!;
        return new(
            rule.Code,
            string.Concat(rule.Code.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
            new($"{rule.Title}."),
            new(page, page),
            new(rule.DefaultSeverity != Severity.Off, LevelOf(rule.DefaultSeverity)));
    }

    private SarifNotification NotificationOf(PathProblem problem) =>
        new("error", new(problem.ToString()), [new(null, new(ArtifactOf(problem.Path)))]);

    private IEnumerable<SarifResult> ResultsOf(CheckedNote note)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return note.Findings.Select(finding => new SarifResult(
            finding.Rule.Code,
            Rules.IndexOf(finding.Rule),
            LevelOf(finding.Severity),
            new(finding.Message),
            [new(null, PlaceOf(note, finding.Span))],
            finding.Related.IsEmpty ? null
                : [.. finding.Related.Select((place, index) => new SarifLocation(index + 1, PlaceOf(note, place.Span), new(place.Message)))],
            FixesOf(note, finding) is { Length: > 0 } fixes ? fixes : null,
            new() { ["stratusFinding/v1"] = Fingerprint(note, finding, seen) }));
    }

    private SarifFix[] FixesOf(CheckedNote note, Finding finding) =>
    [
        .. from fix in finding.Fixes
           where !fix.Edits.IsEmpty
           let replacements = fix.Edits.Select(edit => new SarifReplacement(RegionOf(note.Source, edit.Span), new(edit.NewText)))
           select new SarifFix(new(fix.Title), [new(ArtifactOf(note.Path), [.. replacements])]),
    ];

    private SarifPhysicalLocation PlaceOf(CheckedNote note, TextSpan span) => new(ArtifactOf(note.Path), RegionOf(note.Source, span));

    private SarifArtifactLocation ArtifactOf(string path)
    {
        var full = Path.GetFullPath(path);
        var below = Path.GetRelativePath(_root, full);
        return below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below)
            ? new(FileUri(full))
            : new(Escape(below), RootId);
    }

    private static SarifRegion RegionOf(SourceText source, TextSpan span)
    {
        var start = source.PositionOf(span.Start, PositionEncoding.Utf16);
        var end = source.PositionOf(span.End, PositionEncoding.Utf16);
        return new(start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1);
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

    private static string FileUri(string path)
    {
        var escaped = Escape(path.TrimEnd(Path.DirectorySeparatorChar));
        return escaped is "" or ['/', ..] ? $"file://{escaped}" : $"file:///{escaped}";
    }

    private static string Escape(string path) =>
        string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(part => Uri.EscapeDataString(part)));
}
