namespace Stratus.Protocol;

/// <summary>A document as it is opened.</summary>
public sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

/// <summary>A document was opened: from now on its text is what the client says.</summary>
public sealed record DidOpenTextDocumentParams(TextDocumentItem TextDocument);

/// <summary>A document was changed.</summary>
public sealed record DidChangeTextDocumentParams(VersionedTextDocumentIdentifier TextDocument, TextDocumentContentChangeEvent[] ContentChanges);

/// <summary>One change; each is made to the text that the one before has left.</summary>
/// <param name="Text">The new text.</param>
/// <param name="Range">What it replaces, or null for everything.</param>
public sealed record TextDocumentContentChangeEvent(string Text, Range? Range = null);

/// <summary>A document was closed.</summary>
public sealed record DidCloseTextDocumentParams(TextDocumentIdentifier TextDocument);
