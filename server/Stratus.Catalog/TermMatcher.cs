using System.Collections.Immutable;

namespace Stratus;

/// <summary>Finds all written forms in one pass over a text. Immutable, and safe to share between threads.</summary>
public sealed class TermMatcher
{
    /// <summary>An index over the forms; of several equal ones in equal case, the later wins.</summary>
    public TermMatcher(ImmutableArray<WrittenForm> forms) => Forms = forms;

    /// <summary>The forms that the index was made of.</summary>
    public ImmutableArray<WrittenForm> Forms { get; }

    /// <summary>Adds every match to <paramref name="matches"/>, in the order of the text: no two overlap, the longest wins.</summary>
    /// <param name="text">Any text; offsets in UTF-16 units.</param>
    /// <param name="matches">The list to add to.</param>
    public void FindAll(ReadOnlySpan<char> text, List<TermMatch> matches) => throw new NotSupportedException();
}
