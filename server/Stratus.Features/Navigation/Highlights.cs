using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Text;

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
        { Layers: { } layers } => [.. Occurrences.MentionsOf(note, layers.Layers).Select(mention => mention.Span)],
        { Services: var services } => [.. Occurrences.MentionsOf(note, services).Select(mention => mention.Span)],
    };
}
