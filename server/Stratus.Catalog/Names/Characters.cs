using System.Runtime.CompilerServices;

namespace Stratus.Names;

/// <summary>How the index over text sees characters: what belongs to a word, and what counts as the same.</summary>
public static class Characters
{
    // One for the ASCII letters, digits and the underscore: a table in the image, nothing to set up.
    private static ReadOnlySpan<byte> AsciiWord =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    ];

    /// <summary>
    /// True for what continues a word of Latin script: letters (accented ones too), digits, combining marks, the underscore.
    /// Other scripts do not, so that Korean or Japanese may touch a name.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(char c) => c < AsciiWord.Length ? AsciiWord[c] != 0 : IsNonAsciiWord(c);

    /// <summary>True if <see cref="IsWord"/> is true of what stands at a place; false where that is before or after the text.</summary>
    public static bool IsWordAt(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && IsWord(text[at]);

    /// <summary>True for letters of other scripts, which end and begin words without a boundary.</summary>
    internal static bool IsOtherScript(char c) => c >= '\u0250' && !IsNonAsciiWord(c) && !char.IsWhiteSpace(c) && !char.IsPunctuation(c);

    internal static bool IsWhiteSpace(char c) => c == ' ' || c is >= '\t' and <= '\r' || (c >= 128 && char.IsWhiteSpace(c));

    /// <summary>
    /// The character that stands for it in the index: case, kinds of dash, apostrophe and white space make no difference.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static char Fold(char c) =>
        c < 128 ? (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c is >= '\t' and <= '\r' ? ' ' : c : FoldNonAscii(c);

    /// <summary>Like <see cref="Fold"/>, but the case stays.</summary>
    internal static char FoldKeepingCase(char c) => c < 128 ? c is >= '\t' and <= '\r' ? ' ' : c : FoldSign(c);

    private static char FoldNonAscii(char c)
    {
        var folded = FoldSign(c);
        return folded < 128 ? folded : char.ToLowerInvariant(folded);
    }

    private static char FoldSign(char c) => c switch
    {
        // Soft hyphen, hyphen, non-breaking hyphen, figure dash, en dash, minus, small and full-width hyphen.
        '\u00AD' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '\uFE63' or '\uFF0D' => '-',

        // Left and right quotation mark, modifier letter apostrophe, prime.
        '\u2018' or '\u2019' or '\u02BC' or '\u2032' => '\'',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };

    private static bool IsNonAsciiWord(char c) => c switch
    {
        '\u00D7' or '\u00F7' => false, // multiplication and division signs
        >= '\u00C0' and <= '\u024F' => true,
        >= '\u0300' and <= '\u036F' => true,
        >= '\u1AB0' and <= '\u1AFF' or >= '\u1DC0' and <= '\u1DFF' or >= '\u20D0' and <= '\u20FF' or >= '\uFE20' and <= '\uFE2F' => true,
        _ => false,
    };
}
