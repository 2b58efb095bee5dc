using System.Text.Json.Serialization;

namespace Stratus.Protocol;

/// <summary>A document as it is opened.</summary>
/// <param name="Uri">Its address.</param>
/// <param name="Text">Its text.</param>
/// <param name="LanguageId">The editor's name for its language; null where the client gives none.</param>
/// <param name="Version">Its version; null where the client gives none that is a number of the protocol.</param>
public sealed record TextDocumentItem(
    string Uri,
    string Text,
    [property: JsonConverter(typeof(LenientConverter<string>))] string? LanguageId = null,
    [property: JsonConverter(typeof(LenientConverter<int?>))] int? Version = null);

/// <summary>A document was opened: from now on its text is what the client says.</summary>
public sealed record DidOpenTextDocumentParams(TextDocumentItem TextDocument);

/// <summary>A document was changed.</summary>
/// <param name="TextDocument">The document, and its version after the changes.</param>
/// <param name="ContentChanges">The changes; null where they cannot be read, so that nobody knows what the document says now.</param>
public sealed record DidChangeTextDocumentParams(
    VersionedTextDocumentIdentifier TextDocument,
    [property: JsonConverter(typeof(LenientConverter<TextDocumentContentChangeEvent[]>))]
    TextDocumentContentChangeEvent[]? ContentChanges = null);

/// <summary>One change; each is made to the text that the one before has left.</summary>
/// <param name="Text">The new text.</param>
/// <param name="Range">What it replaces, or null for everything.</param>
public sealed record TextDocumentContentChangeEvent(string Text, Range? Range = null);

/// <summary>A document was closed.</summary>
public sealed record DidCloseTextDocumentParams(TextDocumentIdentifier TextDocument);
