using Stratus.Notes.Text;

namespace Stratus.Notes;

/// <summary>A change of a text (LSP: <c>TextDocumentContentChangeEvent</c>).</summary>
/// <param name="Range">What is replaced; null for the whole text.</param>
/// <param name="Text">What takes its place.</param>
public readonly record struct ContentChange(LinePositionSpan? Range, string Text);
