using System.Buffers;
using System.Collections.Immutable;
using Stratus.Notes.Reading;
using Stratus.Notes.Text;

namespace Stratus.Notes.Meaning.Directives;

/// <summary>Reads the directives of a chunk. Most notes have none, and pay one search for a word.</summary>
internal static class DirectiveReader
{
    private const string Mark = "stratus-";
    private const string All = "all";

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n,");

    /// <summary>The directives in the comments of a chunk, in order.</summary>
    public static ImmutableArray<Directive> InComments(string text, ImmutableArray<TextRegion> regions)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal))
        {
            return [];
        }

        var directives = ImmutableArray.CreateBuilder<Directive>();
        foreach (var region in regions)
        {
            if (region.Kind == TextKind.Comment && InComment(text, region.Span) is { } directive)
            {
                directives.Add(directive);
            }
        }

        return directives.ToImmutable();
    }

    /// <summary>The directives among the keys of a front matter, in order.</summary>
    /// <param name="text">The front matter, fences included.</param>
    public static ImmutableArray<Directive> InFrontMatter(string text)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal))
        {
            return [];
        }

        var directives = ImmutableArray.CreateBuilder<Directive>();
        foreach (var entry in FrontMatterKeys.Read(text))
        {
            if (entry.Key is "stratus-disable")
            {
                // Nothing, or "false", suppresses nothing, and is no mistake either: it may be about to be written.
                if (entry.Values.Any(value => value.Text is All or "true"))
                {
                    directives.Add(new(DirectiveKind.File, TextKind.FrontMatter, entry.Span, entry.KeySpan, []));
                }
                else if (entry.Values.Where(value => value.Text is not ("" or "false" or "~" or "null")).ToImmutableArray() is { IsEmpty: false } codes)
                {
                    directives.Add(new(DirectiveKind.File, TextKind.FrontMatter, entry.Span, entry.KeySpan, [.. codes.Select(code => new DirectiveCode(code.Text, code.Span))]));
                }
            }
            else if (IsNearDirective(entry.Key))
            {
                directives.Add(new(DirectiveKind.Unknown, TextKind.FrontMatter, entry.Span, entry.KeySpan, []));
            }
        }

        return directives.ToImmutable();
    }

    private static Directive? InComment(string text, TextSpan comment)
    {
        var source = text.AsSpan(comment.Start, comment.Length);
        if (!source.StartsWith("<!--") || !source.EndsWith("-->") || source.Length < "<!---->".Length)
        {
            return null;
        }

        var end = comment.End - "-->".Length;
        var at = comment.Start + "<!--".Length;
        if (NextWord(text, ref at, end) is not { } word || !text.AsSpan(word.Start, word.Length).StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var name = text.AsSpan(word.Start, word.Length);
        DirectiveKind? kind = name switch
        {
            "stratus-disable-line" => DirectiveKind.Line,
            "stratus-disable-next-line" => DirectiveKind.NextLine,
            "stratus-disable" => DirectiveKind.Begin,
            "stratus-enable" => DirectiveKind.End,
            "stratus-disable-file" => DirectiveKind.File,
            _ => IsNearDirective(name) ? DirectiveKind.Unknown : null,
        };
        return kind is { } known ? new(known, TextKind.Comment, comment, word, known == DirectiveKind.Unknown ? [] : Codes(text, at, end)) : null;
    }

    // "stratus-disable-lines", "stratus-disabled": whoever writes it believes that something is suppressed now.
    private static bool IsNearDirective(ReadOnlySpan<char> name) =>
        name.StartsWith("stratus-disable", StringComparison.OrdinalIgnoreCase) || name.StartsWith("stratus-enable", StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<DirectiveCode> Codes(string text, int at, int end)
    {
        var codes = ImmutableArray.CreateBuilder<DirectiveCode>();
        while (NextWord(text, ref at, end) is { } word)
        {
            var code = text.AsSpan(word.Start, word.Length);
            if (code is All)
            {
                return [];
            }

            // What follows a dash is the author's reason.
            if (code.StartsWith("--") || code is "–" or "—" or "-")
            {
                break;
            }

            codes.Add(new(code.ToString(), word));
        }

        return codes.ToImmutable();
    }

    private static TextSpan? NextWord(string text, ref int at, int end)
    {
        var skipped = text.AsSpan(at, end - at).IndexOfAnyExcept(Separators);
        if (skipped < 0)
        {
            return null;
        }

        var start = at + skipped;
        var length = text.AsSpan(start, end - start).IndexOfAny(Separators);
        at = length < 0 ? end : start + length;
        return TextSpan.FromBounds(start, at);
    }
}
