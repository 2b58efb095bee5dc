namespace Stratus.Names;

/// <summary>What AWS writes before its names: <c>AWS</c> or <c>Amazon</c>, and a space. All lengths are UTF-16 units, the space included.</summary>
public static class Prefix
{
    private const string Aws = "AWS ";
    private const string Amazon = "Amazon ";

    /// <summary>The length of the prefix of a name as the catalog writes it; 0 without one.</summary>
    public static int LengthIn(ReadOnlySpan<char> name) => LengthIn(name, StringComparison.Ordinal);

    /// <summary>The length of the prefix of a name that is typed, in any case; 0 without one.</summary>
    public static int LengthInTyped(ReadOnlySpan<char> typed) => LengthIn(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>The length of the prefix of a name in a text, in any case, with all the white space after it; 0 without one.</summary>
    public static int LengthInSource(ReadOnlySpan<char> text)
    {
        var word = WordLength(text);
        var end = word;
        while (word > 0 && end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end > word ? end : 0;
    }

    /// <summary>True for a prefix with nothing after its space, in any case.</summary>
    public static bool IsAllOf(ReadOnlySpan<char> typed) => !typed.IsEmpty && LengthInTyped(typed) == typed.Length;

    /// <summary>The length of the word that a text begins with, in any case and without its space; 0 where it begins with neither.</summary>
    internal static int WordLength(ReadOnlySpan<char> text) =>
        text.StartsWith(Aws.AsSpan(0, Aws.Length - 1), StringComparison.OrdinalIgnoreCase) ? Aws.Length - 1 :
        text.StartsWith(Amazon.AsSpan(0, Amazon.Length - 1), StringComparison.OrdinalIgnoreCase) ? Amazon.Length - 1 : 0;

    private static int LengthIn(ReadOnlySpan<char> name, StringComparison comparison) =>
        name.StartsWith(Aws, comparison) ? Aws.Length :
        name.StartsWith(Amazon, comparison) ? Amazon.Length : 0;
}
