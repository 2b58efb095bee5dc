namespace Stratus.Notes.Chunks;

/// <summary>
/// What headings do to the layer model that holds: for each level of the heading of another model that one may stand below at
/// first, 0 for none, the level of the one that one stands below in the end. <c>default</c> changes nothing.
/// </summary>
public readonly record struct ModelEffect
{
    private const int Levels = 7, Bits = 3;

    // Kept as the difference to the effect that changes nothing.
    private readonly int _change;

    private ModelEffect(int change) => _change = change;

    /// <summary>The level afterwards.</summary>
    /// <param name="level">The level before, from 0 to 6.</param>
    public int Of(int level) => level ^ ((_change >> (level * Bits)) & Levels);

    /// <summary>The effect that is told for each level.</summary>
    public static ModelEffect From(Func<int, int> levelAfter)
    {
        ArgumentNullException.ThrowIfNull(levelAfter);
        var change = 0;
        for (var level = 0; level < Levels; level++)
        {
            change |= (level ^ levelAfter(level)) << (level * Bits);
        }

        return new(change);
    }

    /// <summary>The effect of one and then the other.</summary>
    public static ModelEffect operator +(ModelEffect first, ModelEffect second)
    {
        if (first == default || second == default)
        {
            return first == default ? second : first;
        }

        // Without a lambda: chunks are added up at each step through a note.
        var change = 0;
        for (var level = 0; level < Levels; level++)
        {
            change |= (level ^ second.Of(first.Of(level))) << (level * Bits);
        }

        return new(change);
    }
}
