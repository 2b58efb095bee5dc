using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stratus.Protocol;

/// <summary>Something that a server found in a document.</summary>
public sealed record Diagnostic(
    Range Range,
    string Message,
    DiagnosticSeverity? Severity = null,
    [property: JsonConverter(typeof(StringOrNumberConverter))] string? Code = null,
    string? Source = null,
    DiagnosticRelatedInformation[]? RelatedInformation = null,
    int[]? Tags = null,
    JsonElement? Data = null,
    CodeDescription? CodeDescription = null);

/// <summary>Where the code of a diagnostic is described: an address.</summary>
public sealed record CodeDescription(string Href);

/// <summary>How bad it is, by the protocol's numbers.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Surely wrong.</summary>
    Error = 1,
    /// <summary>Probably wrong.</summary>
    Warning = 2,
    /// <summary>Worth knowing.</summary>
    Information = 3,
    /// <summary>Dots under a word.</summary>
    Hint = 4,
}

/// <summary>The tags of diagnostics that are used.</summary>
public static class DiagnosticTag
{
    /// <summary>Could go without a loss.</summary>
    public const int Unnecessary = 1;

    /// <summary>Names something that has ended.</summary>
    public const int Deprecated = 2;
}

/// <summary>A place that explains a diagnostic.</summary>
public sealed record DiagnosticRelatedInformation(Location Location, string Message);

/// <summary>The diagnostics of a document, sent unasked.</summary>
public sealed record PublishDiagnosticsParams(string Uri, EncodedDiagnostics Diagnostics, int? Version = null);

/// <summary>Asks for the diagnostics of a document.</summary>
/// <param name="TextDocument">The document.</param>
/// <param name="PreviousResultId">The id of the report that the client has, or null.</param>
public sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument, string? PreviousResultId = null);

/// <summary>The diagnostics of a document: all (<c>full</c>, with items) or as before (<c>unchanged</c>, without).</summary>
public sealed record DocumentDiagnosticReport(string Kind, string? ResultId = null, EncodedDiagnostics? Items = null);
