using System.Collections.Immutable;
using Stratus.Configuration;
using Stratus.Features.Editing;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>Something that a rule found in a note. Spans are UTF-16 units of the note's source.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">Its severity; never <see cref="Severity.Off"/>.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong and what to do: plain text, one or two sentences.</param>
/// <param name="Related">Other places of the note that explain it.</param>
/// <param name="Fixes">What would fix it, best first.</param>
/// <param name="IsDeprecated">True if the span names something that has ended.</param>
/// <param name="IsUnnecessary">True if the span could go without a loss.</param>
public sealed record Finding(
    Rule Rule,
    Severity Severity,
    TextSpan Span,
    string Message,
    ImmutableArray<RelatedPlace> Related,
    ImmutableArray<Fix> Fixes,
    bool IsDeprecated = false,
    bool IsUnnecessary = false);

/// <summary>A place that explains a finding.</summary>
/// <param name="Span">Where, in the same note.</param>
/// <param name="Message">What is there: plain text.</param>
public readonly record struct RelatedPlace(TextSpan Span, string Message);

/// <summary>A change that fixes a finding.</summary>
/// <param name="Title">What it does, as a menu entry: <c>Change to ‘CloudFront’</c>.</param>
/// <param name="Edits">The replacements: in order, none overlapping.</param>
/// <param name="IsPreferred">True for the one that a user most likely wants.</param>
/// <param name="IsSafe">
/// True where nothing else can be meant and nothing that the author wrote is lost: what may be done unasked, on saving and by
/// <c>check --fix</c>. At most one fix of a finding is safe, and it is preferred.
/// </param>
public sealed record Fix(string Title, ImmutableArray<Edit> Edits, bool IsPreferred, bool IsSafe = false);
