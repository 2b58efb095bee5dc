namespace Stratus.Names;

/// <summary>How far two words are apart.</summary>
public static class EditDistance
{
    // Rows up to this length live on the stack: names and codes are shorter, only what somebody else wrote may be longer.
    private const int LongestOnStack = 64;

    /// <summary>
    /// The fewest insertions, deletions, replacements and swaps of neighbors that turn one word into the other (optimal string
    /// alignment). It takes the product of both lengths: who compares words of any length looks at the lengths first.
    /// </summary>
    /// <param name="left">A word.</param>
    /// <param name="right">The other.</param>
    /// <param name="ignoreCase">True where capitals make no difference.</param>
    /// <param name="most">Words farther apart are not told apart: the answer is then some number above this one.</param>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool ignoreCase = false, int most = int.MaxValue)
    {
        var width = right.Length + 1;
        Span<int> rows = right.Length <= LongestOnStack ? stackalloc int[3 * width] : new int[3 * width];
        var beforeLast = rows[..width];
        var last = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        for (var column = 0; column < width; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            var fewest = row;
            for (var column = 1; column < width; column++)
            {
                var replaced = last[column - 1] + (IsSame(left[row - 1], right[column - 1], ignoreCase) ? 0 : 1);
                var edits = Math.Min(replaced, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1
                    && IsSame(left[row - 1], right[column - 2], ignoreCase) && IsSame(left[row - 2], right[column - 1], ignoreCase))
                {
                    edits = Math.Min(edits, beforeLast[column - 2] + 1);
                }

                current[column] = edits;
                fewest = Math.Min(fewest, edits);
            }

            // No row has fewer edits than the one above it.
            if (fewest > most) return fewest;

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[right.Length];
    }

    private static bool IsSame(char left, char right, bool ignoreCase) =>
        left == right || (ignoreCase && char.ToLowerInvariant(left) == char.ToLowerInvariant(right));
}
