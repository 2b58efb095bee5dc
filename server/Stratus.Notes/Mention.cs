using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Notes;

/// <summary>How much a mention counts.</summary>
public enum MentionWeight
{
    /// <summary>Surely the term: it may be diagnosed.</summary>
    Certain,
    /// <summary>Probably the term (an ambiguous word in prose, a code span): a hover and no more.</summary>
    Probable,
}

/// <summary>A span of a note that names a service or OSI layers. The span, cut out of the source, is what was written, markup within the name included.</summary>
/// <param name="Span">Where the whole name stands, with prefix and plural ending.</param>
/// <param name="Kind">What kind of text it is in.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Written">For services: the form that was written; null for layers.</param>
/// <param name="Layers">For layers: what was written; null for services.</param>
/// <param name="HasPrefix">True if AWS or Amazon stands before the name.</param>
/// <param name="IsPlural">True if a plural ending was added to the form.</param>
/// <param name="IsExactCase">True if the name is written in the case of the form.</param>
/// <param name="InServiceCell">True in a cell of a service column.</param>
public readonly record struct Mention(
    TextSpan Span,
    TextKind Kind,
    MentionWeight Weight,
    WrittenForm? Written,
    LayerReference? Layers,
    bool HasPrefix,
    bool IsPlural,
    bool IsExactCase,
    bool InServiceCell)
{
    /// <summary>The services that the form stands for: several where it is ambiguous, none for a layer.</summary>
    public ImmutableArray<Service> Services => Written?.Services ?? [];

    internal Mention Shift(int offset) => offset == 0 ? this : this with { Span = Span.Shift(offset), Layers = Layers?.Shift(offset) };
}
