using Stratus.Names;
using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>Whether a name stands before the cursor in full. No list may stay open there that Enter would take.</summary>
internal static class WholeName
{
    /// <summary>Longer than any name: what stands further ahead is no part of it.</summary>
    private const int MostUnits = 200;

    /// <summary>True if a name, right or wrong and in any case, ends at the offset or before the white space there.</summary>
    public static bool EndsAt(Catalog catalog, SourceText source, int offset)
    {
        var line = source.Line(source.LineOf(offset));
        var from = Math.Max(line.Start, offset - MostUnits);
        var text = source.Slice(TextSpan.FromBounds(from, offset)).ToString().TrimEnd();
        var matches = new List<TermMatch>();
        catalog.Matcher.FindAll(text, matches);
        return (matches is [.., var last] && last.End == text.Length)
            || TypedText.Candidates(new(text), 0, text.Length).Exists(typed => catalog.Names.Has(NameMatch.Normalise(text.AsSpan(typed.Start)).ToLowerInvariant()));
    }

    /// <summary>What a client may compare with what is typed on: all that stands before the next place where a name is there in full.</summary>
    /// <param name="names">The catalog's names.</param>
    /// <param name="filterText">Begins with what is typed.</param>
    /// <param name="typed">How much is typed, in UTF-16 units.</param>
    public static string Before(NameSearch names, string filterText, int typed)
    {
        var folded = filterText.ToLowerInvariant();
        for (var end = typed + 1; end <= folded.Length; end++)
        {
            if (names.Has(folded.AsSpan(0, end)))
            {
                // Clients take an empty text for none, and the label in its place.
                return end == 1 ? filterText : filterText[..(end - 1)];
            }
        }

        return filterText;
    }
}
