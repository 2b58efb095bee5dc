using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Navigation;

/// <summary>Highlights: everything in a note that names what is under the cursor.</summary>
public static class Highlights
{
    /// <summary>
    /// The mentions of the service that the offset touches, however they are written, or of its layers, in the order of the
    /// text; empty where no term stands. Of several layers (<c>L3/L4</c>) each is looked for.
    /// </summary>
    public static ImmutableArray<TextSpan> At(Note note, int offset) => note.MentionAt(offset) switch
    {
        null => [],
        { Layers: { } layers } => [.. note.Mentions.Where(mention => mention.Layers?.Layers.Overlaps(layers.Layers) == true).Select(mention => mention.Span)],
        { Services: var services } => [.. note.Mentions.Where(mention => NamesOneOf(mention, services)).Select(mention => mention.Span)],
    };

    private static bool NamesOneOf(Mention mention, ImmutableArray<Service> services)
    {
        foreach (var service in mention.Services)
        {
            if (services.Any(wanted => wanted.Id == service.Id))
            {
                return true;
            }
        }

        return false;
    }
}
