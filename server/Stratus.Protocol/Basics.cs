using System.Text.Json.Serialization;

namespace Stratus.Protocol;

/// <summary>A place in a document, both numbers from 0; the character counts in the negotiated position encoding.</summary>
public sealed record Position(
    [property: JsonConverter(typeof(ClampedIntegerConverter))] int Line,
    [property: JsonConverter(typeof(ClampedIntegerConverter))] int Character);

/// <summary>A stretch of a document; the end is exclusive.</summary>
public sealed record Range(Position Start, Position End);

/// <summary>A stretch of the document with this address.</summary>
public sealed record Location(string Uri, Range Range);

/// <summary>A replacement in a document.</summary>
public sealed record TextEdit(Range Range, string NewText);

/// <summary>Text to show a person.</summary>
/// <param name="Kind">One of <see cref="MarkupKind"/>.</param>
/// <param name="Value">The text.</param>
public sealed record MarkupContent(string Kind, string Value);

/// <summary>The kinds of <see cref="MarkupContent"/>.</summary>
public static class MarkupKind
{
    /// <summary>Markdown.</summary>
    public const string Markdown = "markdown";

    /// <summary>Plain text.</summary>
    public const string PlainText = "plaintext";
}

/// <summary>The names of position encodings.</summary>
public static class PositionEncodingKind
{
    /// <summary>Bytes of UTF-8.</summary>
    public const string Utf8 = "utf-8";

    /// <summary>UTF-16 units: what every client takes.</summary>
    public const string Utf16 = "utf-16";

    /// <summary>Code points.</summary>
    public const string Utf32 = "utf-32";
}

/// <summary>The name of a document.</summary>
public sealed record TextDocumentIdentifier(string Uri);

/// <summary>The name of one version of a document.</summary>
/// <param name="Uri">Its address.</param>
/// <param name="Version">Its version; null where it is not known.</param>
public sealed record VersionedTextDocumentIdentifier(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonConverter(typeof(LenientConverter<int?>))] int? Version = null);

/// <summary>A document that something is asked about.</summary>
public sealed record TextDocumentParams(TextDocumentIdentifier TextDocument);

/// <summary>A stretch of a document that something is asked about.</summary>
public sealed record TextDocumentRangeParams(TextDocumentIdentifier TextDocument, Range Range);

/// <summary>A place in a document that something is asked about.</summary>
public sealed record TextDocumentPositionParams(TextDocumentIdentifier TextDocument, Position Position);

/// <summary>Edits of several documents: by version where the client takes that, else by address alone.</summary>
public sealed record WorkspaceEdit(
    IReadOnlyDictionary<string, TextEdit[]>? Changes = null,
    TextDocumentEdit[]? DocumentChanges = null);

/// <summary>Edits of one version of a document.</summary>
public sealed record TextDocumentEdit(VersionedTextDocumentIdentifier TextDocument, TextEdit[] Edits);
