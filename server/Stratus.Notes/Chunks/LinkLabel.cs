using System.Collections.Immutable;

namespace Stratus.Notes.Chunks;

/// <summary>
/// Labels of links (CommonMark: link reference definitions) and where they may be referred to. Two labels are the same if they
/// differ in case and white space only, so they have the same letters and digits: these are their key. A mask has a bit for the
/// key of each: where the bit is not set, the label is not there.
/// </summary>
internal static class LinkLabel
{
    // In a line; a longer one is no label.
    private const int Longest = 200;

    /// <summary>The labels that a text defines, as they are written, in order.</summary>
    public static ImmutableArray<string> DefinedIn(string text)
    {
        var labels = ImmutableArray.CreateBuilder<string>();
        foreach (var whole in text.AsSpan().EnumerateLines())
        {
            var line = whole.TrimStart(" >");
            if (line is ['[', not '^', ..] && line.IndexOf("]:") is > 1 and < Longest and var end && !line[1..end].ContainsAny('[', ']'))
            {
                labels.Add(line[1..end].ToString());
            }
        }

        return labels.ToImmutable();
    }

    /// <summary>The mask of everything that stands in square brackets, no bracket within.</summary>
    public static ulong MaskOf(ReadOnlySpan<char> text)
    {
        var mask = 0UL;
        foreach (var inner in new Bracketed(text))
        {
            mask |= Bit(inner);
        }

        return mask;
    }

    /// <summary>The bit of a label.</summary>
    public static ulong Bit(ReadOnlySpan<char> label)
    {
        var hash = 17u;
        foreach (var unit in label)
        {
            hash = char.IsLetterOrDigit(unit) ? unchecked((hash * 31) + char.ToUpperInvariant(unit)) : hash;
        }

        return 1UL << (int)(unchecked(hash * 2654435769u) >> 26);
    }

    /// <summary>True if a text may refer to the label.</summary>
    public static bool IsIn(ReadOnlySpan<char> text, string label)
    {
        foreach (var inner in new Bracketed(text))
        {
            if (IsSame(inner, label))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        while (true)
        {
            one = FromLetter(one);
            other = FromLetter(other);
            if (one.IsEmpty || other.IsEmpty)
            {
                return one.IsEmpty && other.IsEmpty;
            }

            if (char.ToUpperInvariant(one[0]) != char.ToUpperInvariant(other[0]))
            {
                return false;
            }

            one = one[1..];
            other = other[1..];
        }
    }

    private static ReadOnlySpan<char> FromLetter(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return text[at..];
    }

    /// <summary>Goes through what stands in square brackets, no bracket within.</summary>
    private ref struct Bracketed(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Bracketed GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_rest.IndexOf('[') is >= 0 and var open)
            {
                _rest = _rest[(open + 1)..];
                var next = _rest.IndexOfAny('[', ']');
                if (next >= 0 && _rest[next] == ']')
                {
                    Current = _rest[..next];
                    _rest = _rest[(next + 1)..];
                    return true;
                }
            }

            return false;
        }
    }
}
