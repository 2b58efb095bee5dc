using System.Collections.Immutable;
using System.Text;
using Stratus.Notes.Meaning;
using Stratus.Notes.Meaning.Mentions;

namespace Stratus.Notes.Chunks;

/// <summary>What the chunks of a note tell each other.</summary>
/// <param name="SaysAws">True if one of them holds words that only notes on AWS hold.</param>
/// <param name="LinkLabels">The labels of all link definitions, each once, in order.</param>
/// <param name="Abbreviations">The abbreviations that are defined, each once, in their own order.</param>
internal sealed record NoteFacts(bool SaysAws, ImmutableArray<string> LinkLabels, ImmutableArray<DefinedAbbreviation> Abbreviations)
{
    /// <summary>What the chunks tell that define something.</summary>
    /// <param name="saysAws">True if one of the note's chunks holds such words.</param>
    /// <param name="defining">These chunks, in order.</param>
    public static NoteFacts Of(bool saysAws, IEnumerable<ChunkFacts> defining)
    {
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var inOrder = ImmutableArray.CreateBuilder<string>();
        var abbreviations = new SortedDictionary<string, DefinedAbbreviation>(StringComparer.Ordinal);
        foreach (var facts in defining)
        {
            foreach (var label in facts.LinkLabels)
            {
                if (labels.Add(label))
                {
                    inOrder.Add(label);
                }
            }

            foreach (var abbreviation in facts.Abbreviations)
            {
                abbreviations.TryAdd(abbreviation.Text, abbreviation);
            }
        }

        return new(saysAws, inOrder.ToImmutable(), [.. abbreviations.Values]);
    }

    /// <summary>What of it the reading of a chunk takes.</summary>
    /// <param name="text">The chunk's text.</param>
    /// <param name="brackets">What it has in square brackets.</param>
    /// <param name="otherModelLevel">The level of the heading of another layer model that it stands below, or 0.</param>
    public ChunkContext For(ReadOnlySpan<char> text, ulong brackets, int otherModelLevel) =>
        new(LabelsIn(text, brackets), AbbreviationsIn(text), SaysAws, otherModelLevel);

    /// <summary>The bits of the labels that one of the two has and the other has not.</summary>
    public ulong LabelsUnlike(NoteFacts other)
    {
        if (LinkLabels.AsSpan().SequenceEqual(other.LinkLabels.AsSpan()))
        {
            return 0;
        }

        var unlike = new HashSet<string>(LinkLabels, StringComparer.Ordinal);
        unlike.SymmetricExceptWith(other.LinkLabels);
        return unlike.Aggregate(0UL, (mask, label) => mask | LinkLabel.Bit(label));
    }

    private string LabelsIn(ReadOnlySpan<char> text, ulong brackets)
    {
        if (brackets == 0 || LinkLabels.IsEmpty)
        {
            return "";
        }

        var labels = new StringBuilder();
        foreach (var label in LinkLabels)
        {
            if ((brackets & LinkLabel.Bit(label)) != 0 && LinkLabel.IsIn(text, label))
            {
                labels.Append(labels.Length == 0 ? "" : "\n").Append(label);
            }
        }

        return labels.ToString();
    }

    private string AbbreviationsIn(ReadOnlySpan<char> text)
    {
        var found = "";
        foreach (var abbreviation in Abbreviations)
        {
            if (text.Contains(abbreviation.Text, StringComparison.Ordinal))
            {
                found += $"{abbreviation.Text}={abbreviation.ServiceId}\n";
            }
        }

        return found;
    }
}
