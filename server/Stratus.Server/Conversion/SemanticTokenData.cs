using System.Collections.Immutable;
using Stratus.Features.Decorations;
using Stratus.Notes.Text;
using Stratus.Protocol;

namespace Stratus.Server.Conversion;

/// <summary>Tokens as LSP has them: five numbers each, the place relative to the token before.</summary>
internal static class SemanticTokenData
{
    private const int Numbers = 5;
    private const int Deprecated = 1;
    private const int Disagreeing = 2;

    /// <summary>What the numbers mean. The types are Stratus's own: no type of programming languages is a service or a layer.</summary>
    internal static SemanticTokensLegend Legend { get; } = new(["service", "layer"], ["deprecated", "disagreeing"]);

    /// <summary>The numbers of tokens; each token is in one line.</summary>
    internal static int[] Encode(SourceText source, ImmutableArray<Token> tokens, PositionEncoding encoding)
    {
        var data = new int[tokens.Length * Numbers];
        var before = default(LinePosition);
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = tokens[index];
            var start = source.PositionOf(token.Span.Start, encoding);
            ReadOnlySpan<int> numbers =
            [
                start.Line - before.Line,
                start.Line == before.Line ? start.Character - before.Character : start.Character,
                source.PositionOf(token.Span.End, encoding).Character - start.Character,
                token.Kind == TokenKind.Layer ? 1 : 0,
                (token.HasEnded ? Deprecated : 0) | (token.Disagrees ? Disagreeing : 0),
            ];
            numbers.CopyTo(data.AsSpan(index * Numbers));
            before = start;
        }

        return data;
    }

    /// <summary>What makes the later numbers of the earlier ones: nothing, or one replacement of whole tokens between those that are the same.</summary>
    internal static SemanticTokensEdit[] Difference(int[] earlier, int[] later)
    {
        if (earlier.AsSpan().SequenceEqual(later))
        {
            return [];
        }

        var most = Math.Min(earlier.Length, later.Length);
        var start = earlier.AsSpan().CommonPrefixLength(later) / Numbers * Numbers;
        var same = 0;
        while (same + Numbers <= most - start
            && earlier.AsSpan(earlier.Length - same - Numbers, Numbers).SequenceEqual(later.AsSpan(later.Length - same - Numbers, Numbers)))
        {
            same += Numbers;
        }

        return [new(start, earlier.Length - same - start, later[start..^same])];
    }
}
