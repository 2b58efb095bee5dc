using System.Text;
using Stratus.Notes.Meaning;
using Stratus.Notes.Meaning.Mentions;
using Stratus.Notes.Text;

namespace Stratus.Notes.Chunks;

/// <summary>Gathers what chunks take from the rest of their note, by a quick look at its text.</summary>
internal static class ContextScan
{
    /// <summary>The context at the start of a note; headings change it on the way.</summary>
    public static ChunkContext Of(SourceText source, Catalog catalog) =>
        new(LinkLabels(source), DefinedAbbreviations.Find(source.Text, catalog), Vocabulary.Embedded.SayAws.IsPartOf(source.Text), 0);

    /// <summary>The context after a chunk.</summary>
    public static ChunkContext After(Chunk chunk) => chunk.Headings.Aggregate(chunk.Context, (context, heading) => context.Below(heading));

    private static string LinkLabels(SourceText source)
    {
        if (!source.Text.Contains("]:", StringComparison.Ordinal))
        {
            return "";
        }

        var labels = new StringBuilder();
        for (var number = 0; number < source.LineCount; number++)
        {
            var line = source.Slice(source.Line(number)).TrimStart(" >");
            if (line is ['[', not '^', ..] && line.IndexOf("]:") is > 1 and < 200 and var end && !line[1..end].ContainsAny('[', ']'))
            {
                labels.Append(labels.Length == 0 ? "" : "\n").Append(line[1..end]);
            }
        }

        return labels.ToString();
    }
}
