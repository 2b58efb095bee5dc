using System.Collections.Immutable;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Notes;

/// <summary>One layer as it was written: by number, by name, or by both.</summary>
/// <param name="Span">Where it stands: <c>L5 Transport</c>.</param>
/// <param name="Number">The number that was written, which may be no layer (<c>L8</c>), or null.</param>
/// <param name="NamedLayer">The number of the layer whose name was written, 1 to 7, or null.</param>
/// <param name="EndsRange">True if it is the end of a range that the item before it begins.</param>
public readonly record struct LayerItem(TextSpan Span, int? Number, int? NamedLayer, bool EndsRange = false)
{
    /// <summary>True if number and name were written and disagree.</summary>
    public bool Disagrees => Number is { } number && NamedLayer is { } named && number != named;

    /// <summary>True if the number is no OSI layer.</summary>
    public bool IsInvalid => Number is < 1 or > 7;

    /// <summary>The layer that is meant: by its number, else by its name; 0 where the number is no layer.</summary>
    public int Layer => Number is { } number ? (IsInvalid ? 0 : number) : NamedLayer ?? 0;
}

/// <summary>One or several OSI layers, written together: <c>L7 Application</c>, <c>L3/L4</c>, <c>L3–L7</c>.</summary>
/// <param name="Items">What was written, in order; at least one.</param>
/// <param name="IsHedged">True if the words around it take it back in part: <c>L2-ish</c>, <c>L2 (abstracted)</c>.</param>
public sealed record LayerReference(ImmutableArray<LayerItem> Items, bool IsHedged)
{
    /// <summary>The layers that are meant; empty where none of the numbers is a layer.</summary>
    public LayerSet Layers { get; } = Resolve(Items);

    internal LayerReference Shift(int offset) =>
        offset == 0 ? this : new([.. Items.Select(item => item with { Span = item.Span.Shift(offset) })], IsHedged);

    private static LayerSet Resolve(ImmutableArray<LayerItem> items)
    {
        var set = default(LayerSet);
        var before = 0;
        foreach (var item in items)
        {
            if (item.Layer != 0)
            {
                set |= item.EndsRange && before != 0 ? LayerSet.Range(before, item.Layer) : LayerSet.Of(item.Layer);
            }

            before = item.Layer;
        }

        return set;
    }
}
