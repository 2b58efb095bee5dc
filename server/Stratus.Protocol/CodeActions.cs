using System.Text.Json;

namespace Stratus.Protocol;

/// <summary>What can be done about a range.</summary>
public sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context);

/// <summary>Why it is asked.</summary>
/// <param name="Diagnostics">What the client shows there, of all servers.</param>
/// <param name="Only">The kinds that are wanted, with their sub-kinds; null for all.</param>
/// <param name="TriggerKind">Who asks, by the protocol's numbers; null where the client does not say.</param>
public sealed record CodeActionContext(Diagnostic[] Diagnostics, string[]? Only = null, CodeActionTriggerKind? TriggerKind = null);

/// <summary>Who asks for code actions.</summary>
public enum CodeActionTriggerKind
{
    /// <summary>The user, or an extension.</summary>
    Invoked = 1,
    /// <summary>The editor by itself, as the cursor moves.</summary>
    Automatic = 2,
}

/// <summary>Something that a user may choose: a change, or a command of the client.</summary>
public sealed record CodeAction(
    string Title,
    string Kind,
    Diagnostic[]? Diagnostics = null,
    bool? IsPreferred = null,
    WorkspaceEdit? Edit = null,
    CodeActionDisabled? Disabled = null,
    ClientCommand? Command = null,
    JsonElement? Data = null);

/// <summary>What a code action carries until it is chosen, so that its edit can be made then.</summary>
/// <param name="Uri">The document.</param>
/// <param name="Snapshot">The snapshot of it that the action was offered for: a document may be closed and opened again with a version that it had.</param>
/// <param name="Kind">What the action does.</param>
/// <param name="Start">Where it applies, in UTF-16 units of the document.</param>
/// <param name="Length">The length of that place.</param>
/// <param name="Index">Which of the fixes of the finding.</param>
/// <param name="Rule">The rule of the finding that it is about, or null.</param>
public sealed record CodeActionData(string Uri, long Snapshot, string Kind, int Start, int Length, int Index, string? Rule = null);

/// <summary>Why a code action cannot be chosen.</summary>
public sealed record CodeActionDisabled(string Reason);

/// <summary>A command that the client runs.</summary>
public sealed record ClientCommand(string Title, string Command, string[] Arguments);

/// <summary>The kinds of code actions that are used.</summary>
public static class CodeActionKind
{
    /// <summary>Fixes a diagnostic.</summary>
    public const string QuickFix = "quickfix";

    /// <summary>Fixes all that can be fixed; editors may do it when a document is saved.</summary>
    public const string FixAll = "source.fixAll.stratus";

    /// <summary>Writes what is there in another way.</summary>
    public const string Rewrite = "refactor.rewrite";
}
