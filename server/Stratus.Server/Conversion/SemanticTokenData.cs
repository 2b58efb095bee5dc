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
            var length = source.PositionOf(token.Span.End, encoding).Character - start.Character;
            Write(new(start, length, token.Kind, token.HasEnded, token.Disagrees), before, data.AsSpan(index * Numbers));
            before = start;
        }

        return data;
    }

    /// <summary>The numbers of all tokens of a note.</summary>
    internal static int[] Encode(NoteTokens tokens) => Encode(tokens, 0, 0);

    /// <summary>What makes the later numbers of the earlier ones: nothing, or one replacement of whole tokens between those that are the same.</summary>
    internal static SemanticTokensEdit[] Difference(NoteTokens earlier, NoteTokens later)
    {
        var (before, after) = earlier.Chunks.SharedWith(later.Chunks);
        var (old, now) = (Encode(earlier, before, after), Encode(later, before, after));
        if (old.AsSpan().SequenceEqual(now))
        {
            return [];
        }

        var start = old.AsSpan().CommonPrefixLength(now) / Numbers * Numbers;
        var most = Math.Min(old.Length, now.Length) - start;
        var same = 0;
        while (same + Numbers <= most && old.AsSpan(old.Length - same - Numbers, Numbers).SequenceEqual(now.AsSpan(now.Length - same - Numbers, Numbers)))
        {
            same += Numbers;
        }

        return [new((earlier.Chunks.MeasureOf(before).Count * Numbers) + start, old.Length - same - start, now[start..^same])];
    }

    /// <summary>The numbers of the tokens between some chunks, and of the next one: it has its place relative to the last of them.</summary>
    /// <param name="tokens">The tokens of a note.</param>
    /// <param name="before">How many chunks come before.</param>
    /// <param name="after">How many chunks come after.</param>
    private static int[] Encode(NoteTokens tokens, int before, int after)
    {
        var chunks = tokens.Chunks;
        var end = chunks.Count - after;
        var at = chunks.MeasureOf(before);
        var next = chunks.FirstFrom(end, static measure => measure.Count > 0);
        var data = new int[(chunks.MeasureOf(end).Count - at.Count + (next < chunks.Count ? 1 : 0)) * Numbers];
        var rest = data.AsSpan();
        foreach (var chunk in chunks.From(before).Take(end - before))
        {
            rest = Write(chunk.Tokens.AsSpan(), at, rest);
            at += chunk.Measure;
        }

        Write(next < chunks.Count ? chunks[next].Tokens.AsSpan()[..1] : [], chunks.MeasureOf(next), rest);
        return data;
    }

    /// <summary>Writes the first tokens of a chunk.</summary>
    /// <returns>What is left to be written.</returns>
    private static Span<int> Write(ReadOnlySpan<LineToken> tokens, TokenMeasure above, Span<int> numbers)
    {
        // Where the last token above is, counted from the start of the chunk.
        var last = new LinePosition(-above.LinesAfter, 0);
        foreach (var token in tokens)
        {
            Write(token, last, numbers);
            last = token.Start;
            numbers = numbers[Numbers..];
        }

        return numbers;
    }

    private static void Write(LineToken token, LinePosition before, Span<int> numbers)
    {
        numbers[0] = token.Start.Line - before.Line;
        numbers[1] = token.Start.Character - (token.Start.Line == before.Line ? before.Character : 0);
        numbers[2] = token.Length;
        numbers[3] = token.Kind == TokenKind.Layer ? 1 : 0;
        numbers[4] = (token.HasEnded ? Deprecated : 0) | (token.Disagrees ? Disagreeing : 0);
    }
}
