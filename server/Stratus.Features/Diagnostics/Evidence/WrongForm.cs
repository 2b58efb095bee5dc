using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>When a wrong form that the catalog lists is a finding.</summary>
internal static class WrongForm
{
    private const int LongestTarget = 120;

    /// <summary>True if the mention's form is wrong, listed as a finding, and stands where it counts.</summary>
    public static bool IsFinding(SourceText source, Mention mention) =>
        mention is { Weight: MentionWeight.Certain, Written: { Diagnosed: true, Generic: false, Correction: not null } written }
        // In a diagram a name may be an identifier that other lines refer to.
        && mention.Kind is not (TextKind.Diagram or TextKind.CodeSpan or TextKind.CodeBlock)
        && !IsCalled(source, mention.Span)
        && !IsInPath(source, mention.Span)
        && !IsInWikiLink(source, mention.Span)
        && !IsTag(source, mention.Span)
        && (!(written.ServiceCellOnly || written.Ambiguous) || mention.InServiceCell || mention.HasPrefix);

    /// <summary>True for a name that is used as one is in code: <c>datasync()</c>, <c>cloudfront = 1</c>, <c>'dynamodb'</c>.</summary>
    public static bool IsCalled(SourceText source, TextSpan span)
    {
        if (span.End >= source.Length || !char.IsAsciiLetterLower(source[span.Start]))
        {
            return false;
        }

        var after = source[span.End];
        return after is '(' or '=' || source.SliceFrom(span.End, " =".Length).StartsWith(" =") || (after is '\'' or '"' && span.Start > 0 && source[span.Start - 1] == after);
    }

    /// <summary>True for a part of a path: <c>src/Cloudfront/main.ts</c>.</summary>
    public static bool IsInPath(SourceText source, TextSpan span) =>
        span.Start > 0 && source[span.Start - 1] == '/' && span.End < source.Length && source[span.End] == '/';

    /// <summary>True for a tag, in which no space can stand: <c>#Route53</c>.</summary>
    public static bool IsTag(SourceText source, TextSpan span) =>
        span.Start > 0 && source[span.Start - 1] == '#' && (span.Start == 1 || char.IsWhiteSpace(source[span.Start - 2]));

    /// <summary>True for the target of a wiki link, which is the name of another note: <c>[[Route53|Route 53]]</c>.</summary>
    public static bool IsInWikiLink(SourceText source, TextSpan span)
    {
        var before = source.Slice(new(Math.Max(0, span.Start - LongestTarget), Math.Min(span.Start, LongestTarget)));
        var open = before.LastIndexOf("[[");
        return open >= 0
            && !before[open..].ContainsAny("]|\r\n")
            && source.Slice(new(span.Start, Math.Min(LongestTarget, source.Length - span.Start))).IndexOfAny("]\r\n") is >= 0 and var end
            && source.SliceFrom(span.Start + end, "]]".Length).StartsWith("]]");
    }
}
