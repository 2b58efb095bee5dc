using System.Collections.Immutable;
using Stratus.Notes;

namespace Stratus.Features;

/// <summary>What a completion item stands for.</summary>
public enum CompletionKind
{
    /// <summary>A service.</summary>
    Service,
    /// <summary>A layer.</summary>
    Layer,
}

/// <summary>An item of a completion list.</summary>
/// <param name="TermId">The id of the term: what <see cref="Completion.Resolve"/> takes.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Label">What the list shows.</param>
/// <param name="Detail">Shown behind the label, less prominent: <c>L4 Transport</c>; or null.</param>
/// <param name="Description">Shown at the end of the line: the category; or null.</param>
/// <param name="FilterText">What typed text is compared with.</param>
/// <param name="InsertText">What is written.</param>
/// <param name="Insert">What an insertion replaces: up to the cursor.</param>
/// <param name="Replace">What an overwriting insertion replaces: the word under the cursor too. Contains <paramref name="Insert"/>; both stand in one line.</param>
/// <param name="IsDeprecated">True for what has ended.</param>
public sealed record CompletionItem(
    string TermId,
    CompletionKind Kind,
    string Label,
    string? Detail,
    string? Description,
    string FilterText,
    string InsertText,
    TextSpan Insert,
    TextSpan Replace,
    bool IsDeprecated);

/// <summary>A completion list.</summary>
/// <param name="Items">Best first; the server keeps this order.</param>
/// <param name="IsIncomplete">True if more typing can bring items that are not in the list.</param>
public sealed record CompletionResult(ImmutableArray<CompletionItem> Items, bool IsIncomplete)
{
    /// <summary>Nothing to offer.</summary>
    public static CompletionResult Empty { get; } = new([], false);
}

/// <summary>Completion: names of services and layers, by the place where the cursor stands.</summary>
public static class Completion
{
    /// <summary>What can be written at the offset.</summary>
    public static CompletionResult At(Workspace workspace, Note note, int offset) => throw new NotSupportedException();

    /// <summary>The card of an item, or null where the term is not known (any more).</summary>
    public static Card? Resolve(Workspace workspace, string termId) => throw new NotSupportedException();
}
