using System.Collections.Immutable;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;

namespace Stratus.Features.Decorations;

/// <summary>A token in its line.</summary>
/// <param name="Start">Where it starts: the line counts from the start of its chunk, the character from the start of the line.</param>
/// <param name="Length">Its length, counted as the character is.</param>
/// <param name="Kind">What it names.</param>
/// <param name="HasEnded">True for a service that has ended.</param>
/// <param name="Disagrees">True for the service and the layer of a row that the catalog contradicts.</param>
public readonly record struct LineToken(LinePosition Start, int Length, TokenKind Kind, bool HasEnded, bool Disagrees);

/// <summary>The tokens of one chunk. Immutable.</summary>
public sealed class ChunkTokens : IMeasured<TokenMeasure>
{
    internal ChunkTokens(ImmutableArray<LineToken> tokens, int lines)
    {
        Tokens = tokens;
        Measure = new(tokens.Length, lines, lines - (tokens.IsEmpty ? 0 : tokens[^1].Start.Line));
    }

    /// <summary>The tokens, in order; each lies in one line.</summary>
    public ImmutableArray<LineToken> Tokens { get; }

    /// <inheritdoc/>
    public TokenMeasure Measure { get; }
}

/// <summary>What is known of the tokens of a stretch of chunks.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">How many line ends the stretch holds.</param>
/// <param name="LinesAfter">How many of them come after the last token; all of them where there is no token.</param>
public readonly record struct TokenMeasure(int Count, int Lines, int LinesAfter) : IMeasure<TokenMeasure>
{
    /// <summary>That of two stretches, one after the other.</summary>
    public static TokenMeasure operator +(TokenMeasure left, TokenMeasure right) => new(
        left.Count + right.Count,
        left.Lines + right.Lines,
        right.LinesAfter + (right.Count == 0 ? left.LinesAfter : 0));
}
