using System.Collections.Immutable;
using System.Text.Json;
using Stratus.Features.Editing;
using Stratus.Features.Fixes;
using Stratus.Features.Refactorings;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Requests;

/// <summary>The code actions of an answer, as many as a message of fair size holds: editors ask as the cursor moves.</summary>
/// <param name="note">The note that they are for.</param>
/// <param name="known">The diagnostics that the client has sent along.</param>
/// <param name="support">What the client takes.</param>
internal sealed class CodeActionMenu(OpenNote note, Diagnostic[] known, ClientSupport support)
{
    /// <summary>In bytes, some left for the frame of the message: the answer stays under 64 KB.</summary>
    private const int MostBytes = 60_000;

    private readonly List<(OfferKind Kind, Protocol.CodeAction Action)> _actions = [];
    private int _bytes;

    internal bool IsEmpty => _actions.Count == 0;

    /// <summary>All of them, in the order of what they do.</summary>
    internal Protocol.CodeAction[] All => [.. _actions.OrderBy(one => one.Kind).Select(one => one.Action)];

    /// <summary>Adds what is offered for findings: with its edits, or for null with what is needed to make them once it is chosen.</summary>
    internal void Add(Offer offer, string kind, ImmutableArray<Edit>? edits)
    {
        var finding = offer.Findings.FirstOrDefault();
        var isPreferred = offer.Kind == OfferKind.Fix && finding!.Fixes[offer.Index].IsPreferred;
        Add(offer.Kind, new(
            offer.Title,
            kind,
            offer.Findings.IsEmpty ? null : [.. offer.Findings.Select(one => AsTheClientHasIt(ToProtocol.Diagnostic(note, one, support)))],
            support.CodeActions.Preferred && isPreferred ? true : null,
            edits is { IsEmpty: false } now ? ToProtocol.WorkspaceEdit(note, now, support) : null,
            Command: offer.Kind == OfferKind.Explain ? new(offer.Title, ExplainCommand.Name, [finding!.Rule.Code]) : null,
            Data: edits is null ? DataOf(offer.Kind, finding?.Rule.Code, finding?.Span ?? default, offer.Index) : null));
    }

    /// <summary>Adds a refactoring, or why it cannot be done.</summary>
    internal void Add(Refactoring refactoring, string kind, TextSpan span)
    {
        if (refactoring.Obstacle is { } reason)
        {
            Refuse(reason);
        }
        else if (!Add(OfferKind.Refactoring, support.CodeActions.Resolved
            ? new(refactoring.Title, kind, Data: DataOf(OfferKind.Refactoring, null, span, 0))
            : new(refactoring.Title, kind, Edit: ToProtocol.WorkspaceEdit(note, refactoring.Edits, support))))
        {
            Refuse("The change is too large for an editor that takes changes together with the menu.");
        }

        void Refuse(string why)
        {
            if (support.CodeActions.Disabled)
            {
                Add(OfferKind.Refactoring, new(refactoring.Title, kind, Disabled: new(why)));
            }
        }
    }

    private bool Add(OfferKind kind, Protocol.CodeAction action)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(action, ProtocolJson.Default.CodeAction).Length + 1;
        if (_bytes + bytes > MostBytes)
        {
            return false;
        }

        _bytes += bytes;
        _actions.Add((kind, action));
        return true;
    }

    private JsonElement DataOf(OfferKind kind, string? rule, TextSpan span, int index) => JsonSerializer.SerializeToElement(
        new(note.Uri, note.Serial, kind.ToString(), span.Start, span.Length, index, rule),
        ProtocolJson.Default.CodeActionData);

    /// <summary>The diagnostic that the client sent along for the same finding, so that it knows it again; else the one that is.</summary>
    private Diagnostic AsTheClientHasIt(Diagnostic diagnostic) => Array.Find(
        known,
        other => other.Source == diagnostic.Source && other.Code == diagnostic.Code && other.Range == diagnostic.Range) ?? diagnostic;
}
