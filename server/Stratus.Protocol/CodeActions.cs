namespace Stratus.Protocol;

/// <summary>What can be done about a range.</summary>
public sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context);

/// <summary>Why it is asked.</summary>
/// <param name="Diagnostics">What the client shows there, of all servers.</param>
/// <param name="Only">The kinds that are wanted, with their sub-kinds; null for all.</param>
public sealed record CodeActionContext(Diagnostic[] Diagnostics, string[]? Only = null);

/// <summary>A change that a user may choose.</summary>
public sealed record CodeAction(string Title, string Kind, Diagnostic[]? Diagnostics, bool? IsPreferred, WorkspaceEdit Edit);

/// <summary>The kinds of code actions that are used.</summary>
public static class CodeActionKind
{
    /// <summary>Mends a diagnostic.</summary>
    public const string QuickFix = "quickfix";

    /// <summary>Mends all that can be mended; editors may do it when a document is saved.</summary>
    public const string FixAll = "source.fixAll.stratus";
}
