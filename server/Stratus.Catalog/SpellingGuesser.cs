namespace Stratus;

/// <summary>Guesses which coined name (<c>CloudFront</c>, <c>DynamoDB</c>) a word was meant to be. Quiet rather than wrong.</summary>
public sealed class SpellingGuesser
{
    /// <summary>
    /// The coined form that the word misspells, or null: for words of 7 letters or more, by edit distance with swapped
    /// neighbours counted once and case ignored (1 up to 9 letters, 2 from 10), never for an accepted form, its plural or
    /// inflection, or a false friend, and never where two names are equally near.
    /// </summary>
    public WrittenForm? Guess(ReadOnlySpan<char> word) => throw new NotSupportedException();
}
