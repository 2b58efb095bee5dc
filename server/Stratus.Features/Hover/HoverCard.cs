using Stratus.Features.Diagnostics.Rules;
using Stratus.Features.Hover.Cards;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Hover;

/// <summary>A card and the name that it belongs to.</summary>
/// <param name="Span">The whole name.</param>
/// <param name="Card">The card.</param>
public sealed record HoverResult(TextSpan Span, Card Card);

/// <summary>Hover: the card of the name under the cursor.</summary>
public static class HoverCard
{
    /// <summary>
    /// The card of the mention that the offset touches, of the column that it heads, or of what a misspelled name there was meant
    /// to be; null where there is none.
    /// </summary>
    /// <param name="workspace">What may be known beside the note.</param>
    /// <param name="note">The note.</param>
    /// <param name="offset">Where the cursor is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static HoverResult? At(Workspace workspace, Note note, int offset, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return note.MentionAt(offset) switch
        {
            null => TableLegend.At(workspace, note, offset) ?? Guessed(workspace, note, offset),
            { Layers: { } layers } mention => new(mention.Span, LayerCard.Of(workspace, note, layers)),
            { } mention => new(mention.Span, ServiceCard.Of(workspace, note, mention)),
        };
    }

    // What a word was meant to be is told by its chunk, as the rule tells it: the text of a whole note need not be put together.
    private static HoverResult? Guessed(Workspace workspace, Note note, int offset)
    {
        var chunk = note.ChunkAt(offset);
        var start = note.StartOf(Math.Max(0, chunk));
        if (chunk < 0 || offset < start)
        {
            return null;
        }

        return MisspelledService.GuessAt(workspace, note.Part(chunk, 1), offset - start) is var (span, name, service)
            ? new(span.Shift(start), ServiceCard.OfGuess(workspace, note, note.Source.Slice(span.Shift(start)).ToString(), name, service))
            : null;
    }
}
