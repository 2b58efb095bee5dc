using Stratus.Notes;

namespace Stratus.Server.Conversion;

/// <summary>From the protocol's places to offsets. Places outside the text count as the nearest within.</summary>
internal static class FromProtocol
{
    internal static int Offset(SourceText source, Protocol.Position position, PositionEncoding encoding) =>
        source.OffsetOf(new(position.Line, position.Character), encoding);

    /// <summary>What made a client ask for completion.</summary>
    internal static Features.CompletionTrigger Trigger(Protocol.CompletionContext? context) => context switch
    {
        { TriggerKind: Protocol.CompletionTriggerKind.TriggerCharacter, TriggerCharacter: [.., var typed] } => new(typed),
        { TriggerKind: Protocol.CompletionTriggerKind.TriggerForIncompleteCompletions } => Features.CompletionTrigger.Continued,
        _ => Features.CompletionTrigger.Invoked,
    };

    /// <summary>The span of a range; one that is the wrong way round is turned.</summary>
    internal static TextSpan Span(SourceText source, Protocol.Range range, PositionEncoding encoding)
    {
        var (start, end) = (Offset(source, range.Start, encoding), Offset(source, range.End, encoding));
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }
}
