using Stratus.Notes;
using Stratus.Notes.Markup;
using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>Items that say what the services of a row do.</summary>
internal static class DescriptionItems
{
    /// <summary>
    /// The catalog's sentences for the services of the row, in an empty cell or one whose words begin so; null where there
    /// are none, and where they would be in the way of someone who writes words of their own.
    /// </summary>
    public static CompletionResult? InCell(Note note, CompletionPlace place, int offset, CompletionTrigger trigger)
    {
        var typed = place.IsEmpty ? new TextSpan(offset, 0) : TextSpan.FromBounds(place.Words.Start, offset);
        var written = note.Source.Slice(typed);
        // Many sentences begin with the same word.
        if (trigger.IsTyped && (typed.Length == 0 ? !trigger.OpensCell : written.Trim().IndexOf(' ') < 0))
        {
            return null;
        }

        // Words in front of the cursor on an earlier line of the cell have begun the sentence.
        if (!place.IsEmpty && place.Cell.Content.Start < place.Words.Start)
        {
            return null;
        }

        var items = new List<CompletionItem>();
        foreach (var service in place.ServicesOf(note))
        {
            var text = CellMarkup.Write(service.Summary, place.Table.Format);
            if (text.AsSpan().StartsWith(written, StringComparison.OrdinalIgnoreCase))
            {
                items.Add(new(
                    service.Id,
                    CompletionKind.Description,
                    service.Summary,
                    null,
                    service.Name,
                    string.Concat(written, text.AsSpan(written.Length)),
                    text,
                    typed,
                    TextSpan.FromBounds(typed.Start, Math.Max(offset, place.IsEmpty ? offset : place.Words.End)),
                    IsDeprecated: false));
            }
        }

        return items.Count == 0 ? null : new([.. items]);
    }
}
