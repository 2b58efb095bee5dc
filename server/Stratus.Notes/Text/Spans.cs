namespace Stratus.Notes.Text;

/// <summary>
/// Looks things up by their place, by halving. The things are in the order of the text and no two overlap, so that both their
/// starts and their ends ascend. Pass a static lambda: then nothing is allocated.
/// </summary>
public static class Spans
{
    /// <summary>
    /// The index of the first thing that ends after the offset; the number of things where none does. It holds the character at
    /// the offset, or is the next one.
    /// </summary>
    public static int FirstEndingAfter<T>(ReadOnlySpan<T> things, int offset, Func<T, TextSpan> spanOf)
    {
        ArgumentNullException.ThrowIfNull(spanOf);
        var (low, high) = (0, things.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spanOf(things[middle]).End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>The index of the last thing that starts at the offset or before it; -1 where none does.</summary>
    public static int LastStartingAtOrBefore<T>(ReadOnlySpan<T> things, int offset, Func<T, TextSpan> spanOf)
    {
        ArgumentNullException.ThrowIfNull(spanOf);
        var (low, high) = (0, things.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spanOf(things[middle]).Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
