using System.Collections.Immutable;
using Stratus.Features.Wording;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Decorations;

/// <summary>What a token names.</summary>
public enum TokenKind
{
    /// <summary>A service.</summary>
    Service,
    /// <summary>Layers.</summary>
    Layer,
}

/// <summary>A name to be coloured.</summary>
/// <param name="Span">The name, or the part of it that is in one line.</param>
/// <param name="Kind">What it names.</param>
/// <param name="HasEnded">True for a service that has ended.</param>
/// <param name="Disagrees">True for the service and the layer of a row that the catalog contradicts.</param>
public readonly record struct Token(TextSpan Span, TokenKind Kind, bool HasEnded, bool Disagrees);

/// <summary>Semantic tokens: the names of services and layers in a note, told apart from its other words.</summary>
public static class SemanticTokens
{
    /// <summary>The tokens of the names that touch the range, in order; none overlap, each lies in one line. Inline code has colors of its own.</summary>
    public static ImmutableArray<Token> In(Workspace workspace, Note note, TextSpan range)
    {
        var disagreeing = new SpanSet(Disagreeing(note, range));
        var ended = new Dictionary<string, bool>(StringComparer.Ordinal);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (var mention in note.MentionsIn(range))
        {
            if (mention.Kind != TextKind.CodeSpan)
            {
                AddLines(tokens, note.Source, new(
                    mention.Span,
                    mention.Layers is null ? TokenKind.Service : TokenKind.Layer,
                    !mention.Services.IsEmpty && mention.Services.All(HasEnded),
                    disagreeing.Overlaps(mention.Span)));
            }
        }

        return tokens.ToImmutable();

        bool HasEnded(Service service)
        {
            if (service.Lifecycle.IsEmpty)
            {
                return false;
            }

            if (!ended.TryGetValue(service.Id, out var has))
            {
                ended.Add(service.Id, has = Standing.Of(service, workspace.Today, Verification.Full).Kind == StandingKind.Ended);
            }

            return has;
        }
    }

    // Only rows of tables: there a name and a layer say only that they belong together.
    private static IEnumerable<TextSpan> Disagreeing(Note note, TextSpan range)
    {
        foreach (var placement in note.PlacementsIn(range))
        {
            if (placement.Table < 0)
            {
                continue;
            }

            var disagrees = false;
            foreach (var subject in Disagreement.Of(placement))
            {
                disagrees = true;
                yield return subject.Span;

                // "Transit Gateway (TGW)": the cell may name it twice.
                foreach (var mention in note.MentionsIn(placement.Span))
                {
                    if (mention.InServiceCell && mention.Services.Any(service => service.Id == subject.Service.Id))
                    {
                        yield return mention.Span;
                    }
                }
            }

            // A layer that rows inherit may be right for the row that it is in.
            if (disagrees && !placement.IsInherited)
            {
                yield return placement.Evidence;
            }
        }
    }

    private static void AddLines(ImmutableArray<Token>.Builder tokens, SourceText source, Token token)
    {
        var (first, last) = (source.LineOf(token.Span.Start), source.LineOf(token.Span.End));
        for (var number = first; number <= last; number++)
        {
            var line = source.Line(number);
            var start = Math.Max(line.Start, token.Span.Start);
            var end = Math.Min(line.End, token.Span.End);

            // Neither the indent of a line nor the mark of a quote is part of a name that goes on there.
            while (number > first && start < end && source[start] is ' ' or '\t' or '>')
            {
                start++;
            }

            if (start < end)
            {
                tokens.Add(token with { Span = TextSpan.FromBounds(start, end) });
            }
        }
    }
}
