using System.Collections.Immutable;
using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>The fix of a wrongly written name.</summary>
internal static class NameFix
{
    /// <summary>
    /// Replaces the name alone: prefix, plural ending and the markup around stay. Empty where markup or odd white space stands
    /// within the name, because what would become of it is not ours to decide.
    /// </summary>
    public static ImmutableArray<Fix> Of(SourceText source, Mention mention, string correction)
    {
        var form = mention.Written!.Text.AsSpan();
        var cut = source.Slice(mention.Span);
        var start = 0;
        if (PrefixLength(cut) is > 0 and var prefix)
        {
            start = prefix;
            form = form[PrefixLength(form)..];
            correction = correction[PrefixLength(correction)..];
        }

        if (!cut[start..].StartsWith(form, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        return [To(new TextSpan(mention.Span.Start + start, form.Length), correction)];
    }

    /// <summary>The fix that writes the name in the place of the span.</summary>
    public static Fix To(TextSpan span, string name) => new($"Change to ‘{name}’", [new(span, name)], IsPreferred: true);

    private static int PrefixLength(ReadOnlySpan<char> name)
    {
        var word = name.StartsWith("AWS", StringComparison.OrdinalIgnoreCase) ? 3 : name.StartsWith("Amazon", StringComparison.OrdinalIgnoreCase) ? 6 : 0;
        var end = word;
        while (word > 0 && end < name.Length && char.IsWhiteSpace(name[end]))
        {
            end++;
        }

        return end > word ? end : 0;
    }
}
