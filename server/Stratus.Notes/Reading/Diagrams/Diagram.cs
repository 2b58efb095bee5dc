using Stratus.Notes.Text;

namespace Stratus.Notes.Reading.Diagrams;

/// <summary>Reads PlantUML and Mermaid: their labels, participants and messages name services.</summary>
internal static class Diagram
{
    private static readonly string[] Languages = ["plantuml", "puml", "uml", "mermaid"];

    /// <summary>True for a fence whose language says so, or whose text begins with PlantUML's start.</summary>
    /// <param name="language">The word after the fence, or null.</param>
    /// <param name="firstWords">The first line that is not blank.</param>
    public static bool IsDiagram(string? language, ReadOnlySpan<char> firstWords) =>
        (language is not null && Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
        || (firstWords.StartsWith("@start") && string.IsNullOrEmpty(language));

    /// <summary>Adds each line of a diagram as a run of its own.</summary>
    public static void Read(string text, TextSpan span, IEnumerable<TextSpan> lines, ChunkStructure structure)
    {
        structure.Regions.Add(new(TextKind.Diagram, span));
        foreach (var line in lines)
        {
            var words = text.AsSpan(line.Start, line.Length);
            var content = words.TrimStart();
            if (content.IsEmpty || content[0] is '\'' or '@' or '!' || content.StartsWith("%%"))
            {
                continue;
            }

            var run = new FlatText.Builder();
            run.Append(words, line.Start, TextKind.Diagram);
            structure.AddRun(run, TextKind.Diagram, RunPlace.Diagram);
        }
    }
}
