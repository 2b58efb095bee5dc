using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stratus.Features.Diagnostics;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Checking;
using Stratus.Server.Files;

namespace Stratus.Server.Reports;

/// <summary>The findings as JSON. Ranges are LSP's: from 0, in UTF-16 units.</summary>
/// <param name="Version">The version of this format.</param>
/// <param name="Files">How many notes were checked.</param>
/// <param name="Fixed">What was fixed, in the same order; null where nothing was to be.</param>
/// <param name="Problems">What could not be checked or fixed; null where there is nothing of the kind.</param>
/// <param name="Findings">What was found, in the order of the paths and the texts.</param>
internal sealed record JsonReport(int Version, int Files, JsonFixed[]? Fixed, JsonProblem[]? Problems, JsonFinding[] Findings)
{
    /// <summary>Letters of any script as they are, and not as escapes: the report goes to a file or a program, not into a web page.</summary>
    private static readonly ReportJson Readable = new(new(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal static void Write(IReadOnlyList<CheckedNote> notes, IReadOnlyList<PathProblem> problems, bool wasMended, Stream output)
    {
        var report = new JsonReport(
            1,
            notes.Count,
            wasMended ? [.. from note in notes from mended in note.Fixed select new JsonFixed(note.PortablePath, new(mended.Place.Line, mended.Place.Character), mended.Code, mended.Title)] : null,
            problems.Count > 0 ? [.. problems.Select(problem => new JsonProblem(problem.PortablePath, problem.Message))] : null,
            [.. from note in notes from finding in note.Findings select JsonFinding.Of(note, finding)]);
        JsonSerializer.Serialize(output, report, Readable.JsonReport);
        output.Write("\n"u8);
    }
}

/// <summary>A finding.</summary>
internal sealed record JsonFinding(string Path, Protocol.Range Range, string Severity, string Code, string Message, JsonRelated[] Related, JsonFix[] Fixes)
{
    internal static JsonFinding Of(CheckedNote note, Finding finding) => new(
        note.PortablePath,
        RangeOf(note.Source, finding.Span),
        CheckedNote.NameOf(finding.Severity),
        finding.Rule.Code,
        finding.Message,
        [.. finding.Related.Select(place => new JsonRelated(RangeOf(note.Source, place.Span), place.Message))],
        [.. finding.Fixes.Select(fix => new JsonFix(fix.Title, fix.IsPreferred, fix.IsSafe, [.. fix.Edits.Select(edit => new TextEdit(RangeOf(note.Source, edit.Span), edit.NewText))]))]);

    private static Protocol.Range RangeOf(SourceText source, TextSpan span) => Conversion.ToProtocol.Range(source, span, PositionEncoding.Utf16);
}

/// <summary>A place of the same note that explains a finding.</summary>
internal sealed record JsonRelated(Protocol.Range Range, string Message);

/// <summary>What would fix a finding.</summary>
internal sealed record JsonFix(string Title, bool IsPreferred, bool IsSafe, TextEdit[] Edits);

/// <summary>What could not be checked or fixed, and why.</summary>
internal sealed record JsonProblem(string Path, string Message);

/// <summary>What was fixed; the position is one of the text before.</summary>
internal sealed record JsonFixed(string Path, Position Position, string Code, string Title);

/// <summary>How the report is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(JsonReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
