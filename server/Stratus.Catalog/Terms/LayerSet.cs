using System.Collections;
using System.Numerics;

namespace Stratus.Terms;

/// <summary>A set of OSI layer numbers, 1 to 7. The default value is the empty set.</summary>
public readonly record struct LayerSet : IEnumerable<int>
{
    private readonly byte _bits;

    private LayerSet(int bits) => _bits = (byte)bits;

    /// <summary>All seven layers.</summary>
    public static LayerSet All => Range(1, 7);

    /// <summary>How many layers the set holds, 0 to 7.</summary>
    public int Count => BitOperations.PopCount(_bits);

    /// <summary>True for the set without a layer.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>The lowest layer, or 0 for the empty set.</summary>
    public int Lowest => _bits == 0 ? 0 : BitOperations.TrailingZeroCount(_bits);

    /// <summary>The highest layer, or 0 for the empty set.</summary>
    public int Highest => _bits == 0 ? 0 : BitOperations.Log2(_bits);

    /// <summary>The set of one layer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 7.</exception>
    public static LayerSet Of(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layer, 7);
        return new LayerSet(1 << layer);
    }

    /// <summary>The set whose layer n is bit n; other bits are ignored.</summary>
    internal static LayerSet OfBits(int bits) => new(bits & 0b1111_1110);

    /// <summary>All layers from one to another, both included, in either order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not 1 to 7.</exception>
    public static LayerSet Range(int from, int to)
    {
        var set = Of(from) | Of(to);
        for (var layer = set.Lowest; layer < set.Highest; layer++)
        {
            set |= Of(layer);
        }

        return set;
    }

    /// <summary>True if the layer is in the set; any number may be asked for.</summary>
    public bool Contains(int layer) => layer is >= 1 and <= 7 && (_bits & (1 << layer)) != 0;

    /// <summary>True if the two sets share a layer.</summary>
    public bool Overlaps(LayerSet other) => (_bits & other._bits) != 0;

    /// <summary>The layers of both sets.</summary>
    public static LayerSet operator |(LayerSet left, LayerSet right) => left.Union(right);

    /// <summary>The layers of both sets.</summary>
    public LayerSet Union(LayerSet other) => new(_bits | other._bits);

    /// <summary>The layers, ascending.</summary>
    public IEnumerator<int> GetEnumerator()
    {
        for (var layer = 1; layer <= 7; layer++)
        {
            if (Contains(layer))
            {
                yield return layer;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The layers as notes write them, ascending: <c>L7</c>, <c>L3/L4</c>; empty for the empty set.</summary>
    public override string ToString() => string.Join('/', this.Select(layer => $"L{layer}"));
}
