using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Server.Conversion;

/// <summary>From the protocol's places to offsets. Places outside the text count as the nearest within.</summary>
internal static class FromProtocol
{
    internal static int Offset(SourceText source, Protocol.Position position, PositionEncoding encoding) =>
        source.OffsetOf(Position(position), encoding);

    /// <summary>What made a client ask for completion.</summary>
    internal static Features.Completion.CompletionTrigger Trigger(Protocol.CompletionContext? context) => context switch
    {
        { TriggerKind: Protocol.CompletionTriggerKind.TriggerCharacter, TriggerCharacter: [.., var typed] } => new(typed),
        { TriggerKind: Protocol.CompletionTriggerKind.TriggerForIncompleteCompletions } => Features.Completion.CompletionTrigger.Continued,
        _ => Features.Completion.CompletionTrigger.Invoked,
    };

    /// <summary>The span of a range; one that is the wrong way round is turned.</summary>
    internal static TextSpan Span(SourceText source, Protocol.Range range, PositionEncoding encoding) =>
        source.SpanOf(Range(range), encoding);

    /// <summary>A change of a document.</summary>
    internal static ContentChange Change(Protocol.TextDocumentContentChangeEvent change) =>
        new(change.Range is { } range ? Range(range) : null, change.Text);

    private static LinePositionSpan Range(Protocol.Range range) => new(Position(range.Start), Position(range.End));

    private static LinePosition Position(Protocol.Position position) => new(position.Line, position.Character);
}
