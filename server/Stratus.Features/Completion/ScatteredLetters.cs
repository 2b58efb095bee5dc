using Stratus.Names;

namespace Stratus.Features.Completion;

/// <summary>
/// Whether letters stand scattered in a name, as in an editor's own search: <c>glacc</c> in Global Accelerator, <c>cldfrnt</c>
/// in CloudFront.
/// </summary>
internal static class ScatteredLetters
{
    // Beyond this no name is searched: the marks of the way through it live on the stack.
    private const int LongestName = 128;

    /// <summary>
    /// How often some of the name is skipped within a word (passing over the rest of a word costs nothing), at best; null
    /// where the letters do not stand there, or so far apart that nobody means this name.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="letters">In lower case, without spaces.</param>
    public static int? Gaps(SearchName name, string letters)
    {
        var text = name.Folded;
        if (letters.Length > text.Length || text.Length > LongestName)
        {
            return null;
        }

        var most = letters.Length / 3;
        // For each place in the name: the fewest gaps when the last letter so far is there.
        Span<int> last = stackalloc int[text.Length];
        Span<int> next = stackalloc int[text.Length];
        last.Fill(int.MaxValue);
        for (var at = 0; at < text.Length; at++)
        {
            // The first letter begins a word.
            if (text[at] == letters[0] && NameSearch.BeginsWord(name.Text, at))
            {
                last[at] = 0;
            }
        }

        foreach (var letter in letters.AsSpan(1))
        {
            next.Fill(int.MaxValue);
            var fewest = int.MaxValue;
            for (var at = 1; at < text.Length; at++)
            {
                // The fewest gaps of a way that ends before the neighbour.
                fewest = at >= 2 ? Math.Min(fewest, last[at - 2]) : fewest;
                if (text[at] != letter)
                {
                    continue;
                }

                var jump = fewest == int.MaxValue ? fewest : NameSearch.BeginsWord(name.Text, at) ? fewest : fewest + 1;
                next[at] = Math.Min(last[at - 1], jump);
            }

            var free = last;
            last = next;
            next = free;
        }

        var gaps = int.MaxValue;
        foreach (var way in last)
        {
            gaps = Math.Min(gaps, way);
        }

        return gaps <= most ? gaps : null;
    }
}
