using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Navigation;

/// <summary>A name, and the entries of the user's glossary that it leads to.</summary>
/// <param name="Span">The whole name.</param>
/// <param name="Places">Where the entries stand, at least one.</param>
public sealed record DefinitionResult(TextSpan Span, ImmutableArray<GlossaryPlace> Places);

/// <summary>Go to definition: from a name to the user's own words on it. What only the catalog knows is defined in no file.</summary>
public static class Definition
{
    /// <summary>The glossary entries of the name that the offset touches, or null.</summary>
    public static DefinitionResult? At(Note note, int offset)
    {
        if (note.MentionAt(offset) is not { } mention)
        {
            return null;
        }

        var places = mention.Services.Select(service => service.Origin).OfType<GlossaryPlace>().Where(place => place.Path.Length > 0).Distinct().ToImmutableArray();
        return places.IsEmpty ? null : new(mention.Span, places);
    }
}
