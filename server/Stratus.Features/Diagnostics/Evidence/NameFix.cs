using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>The fix of a wrongly written name.</summary>
internal static class NameFix
{
    /// <summary>
    /// Replaces the name alone: prefix, plural ending and the markup around stay. Empty where markup or odd white space stands
    /// within the name, because what would become of it is not ours to decide.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="mention">The name that was written.</param>
    /// <param name="correction">The name as it should be written.</param>
    /// <param name="isCertain">True where nothing else can be meant.</param>
    public static ImmutableArray<Fix> Of(SourceText source, Mention mention, string correction, bool isCertain)
    {
        var form = mention.Written!.Text.AsSpan();
        var cut = source.Slice(mention.Span);
        var start = 0;
        if (Prefix.LengthInSource(cut) is > 0 and var prefix)
        {
            start = prefix;
            form = form[Prefix.LengthInSource(form)..];
            correction = correction[Prefix.LengthInSource(correction)..];
        }

        if (!cut[start..].StartsWith(form, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var span = new TextSpan(mention.Span.Start + start, form.Length);
        return [To(span, correction) with { IsSafe = isCertain && KeepsAnchor(source, mention, span, correction) }];
    }

    /// <summary>False where links to a heading would break: its anchor is made of its words, in lower case.</summary>
    public static bool KeepsAnchor(SourceText source, Mention mention, TextSpan span, string name) =>
        mention.Kind != TextKind.Heading || source.Slice(span).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Replaces the whole name by another, whose prefix is written where one was: empty where markup, odd white space or a plural
    /// ending is in it.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="mention">The name that was written.</param>
    /// <param name="withPrefix">The new name with its prefix.</param>
    public static ImmutableArray<Fix> Renamed(SourceText source, Mention mention, string withPrefix)
    {
        var cut = source.Slice(mention.Span);
        var name = cut[Prefix.LengthInSource(cut)..];
        var form = mention.Written!.Text.AsSpan();
        return name.Equals(form[Prefix.LengthInSource(form)..], StringComparison.OrdinalIgnoreCase)
            ? [To(mention.Span, name.Length < cut.Length ? withPrefix : withPrefix[Prefix.LengthInSource(withPrefix)..])]
            : [];
    }

    /// <summary>The fix that writes the name in the place of the span.</summary>
    public static Fix To(TextSpan span, string name, bool isPreferred = true) => new($"Change to ‘{name}’", [new(span, name)], isPreferred);
}
