using System.Collections.Immutable;
using System.Text.Json;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Features.Fixes;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;
using StreamJsonRpc;

namespace Stratus.Server.Api.Requests;

/// <summary><c>codeAction/resolve</c></summary>
internal static class CodeActionResolve
{
    /// <summary>What the action has carried; null for one that needs no edit, or is none of this server's.</summary>
    internal static CodeActionData? DataOf(Protocol.CodeAction action) =>
        action.Data is { ValueKind: JsonValueKind.Object } data ? data.Deserialize(ProtocolJson.Default.CodeActionData) : null;

    internal static async Task<Protocol.CodeAction> HandleAsync(
        OpenNote? note, Protocol.CodeAction action, CodeActionData? data, ClientSupport support, CancellationToken cancellation)
    {
        if (data is null)
        {
            return action;
        }

        // What is in the place now may be something else that looks alike.
        if (note is null || note.Serial != data.Snapshot || !Enum.TryParse<OfferKind>(data.Kind, out var kind)
            || await EditsAsync(
                note, kind, data.Rule, new(data.Start, data.Length), data.Index, action.Title, cancellation).ConfigureAwait(false) is not { } edits)
        {
            throw new LocalRpcException("The note has changed since this action was offered. Request it again.") { ErrorCode = ErrorCodes.ContentModified };
        }

        return edits.IsEmpty
            ? throw new LocalRpcException($"‘{action.Title}’ would change how the rest of the note is read.") { ErrorCode = ErrorCodes.RequestFailed }
            : action with { Edit = ToProtocol.WorkspaceEdit(note, edits, support) };
    }

    /// <summary>What an offer changes: null where the note has none such, empty where it was tried and does not do.</summary>
    internal static async Task<ImmutableArray<Edit>?> EditsAsync(
        OpenNote note, OfferKind kind, string? rule, TextSpan span, int index, string title, CancellationToken cancellation)
    {
        var analysis = note.Analysis;
        switch (kind)
        {
            case OfferKind.Fix:
                return (await FindingAsync().ConfigureAwait(false))?.Fixes.ElementAtOrDefault(index) is { } fix && fix.Title == title ? fix.Edits : null;
            case OfferKind.Suppress:
                return await FindingAsync().ConfigureAwait(false) is { } finding
                    ? SuppressFixes.Of(await analysis.NoteAsync(cancellation).ConfigureAwait(false), finding, title, cancellation)?.Edits ?? []
                    : null;
            case OfferKind.FixRule when rule is not null:
                return (await analysis.FixAllAsync(rule, cancellation).ConfigureAwait(false)).Edits;
            case OfferKind.FixAll:
                return (await analysis.FixAllAsync(null, cancellation).ConfigureAwait(false)).Edits;
            case OfferKind.Refactoring when span.Start >= 0 && span.End <= note.Source.Length:
                return (await analysis.RefactoringsAsync(span, cancellation).ConfigureAwait(false)).FirstOrDefault(one => one.Title == title)?.Edits;
            default:
                return null;
        }

        async Task<Finding?> FindingAsync() => (await analysis.FindingsAsync(cancellation).ConfigureAwait(false))
            .FirstOrDefault(finding => finding.Rule.Code == rule && finding.Span == span);
    }
}
