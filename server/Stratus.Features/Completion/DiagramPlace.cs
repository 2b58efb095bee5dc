using Stratus.Notes.Text;

namespace Stratus.Features.Completion;

/// <summary>How a name must be written where the cursor stands.</summary>
internal enum NameSetting
{
    /// <summary>As it is.</summary>
    Text,
    /// <summary>In quotation marks unless it is a single word: a participant of PlantUML.</summary>
    Quoted,
    /// <summary>As a single word or not at all: the id of a node of Mermaid.</summary>
    SingleWord,
}

/// <summary>What a setting means for a name.</summary>
internal static class NameSettings
{
    /// <summary>True if the name cannot be written there.</summary>
    public static bool Refuses(this NameSetting setting, string name) => setting == NameSetting.SingleWord && !IsWord(name);

    /// <summary>The name as it must be written there.</summary>
    public static string Write(this NameSetting setting, string name) => setting == NameSetting.Quoted && !IsWord(name) ? $"\"{name}\"" : name;

    private static bool IsWord(string name) => name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_');
}

/// <summary>Tells in a diagram where words are free and where they are names of the diagram's own language.</summary>
internal static class DiagramPlace
{
    /// <summary>How a name must be written at an offset within a diagram; where that is not sure, in the way that breaks nothing.</summary>
    public static NameSetting SettingAt(SourceText source, int offset)
    {
        var number = source.LineOf(offset);
        var line = source.Slice(new(source.Line(number).Start, offset - source.Line(number).Start));
        return IsFreeText(line) ? NameSetting.Text : IsMermaid(source, number) ? NameSetting.SingleWord : NameSetting.Quoted;
    }

    // Within quotation marks or brackets, after the colon of a message, in a title or a note.
    private static bool IsFreeText(ReadOnlySpan<char> line)
    {
        if (line.Count('"') % 2 == 1 || IsOpen(line, '[', ']') || IsOpen(line, '(', ')') || IsOpen(line, '{', '}') || line.Count('|') % 2 == 1)
        {
            return true;
        }

        var words = line.TrimStart();
        return words.StartsWith("title ") || words.StartsWith("caption ") || words.StartsWith("header ") || words.StartsWith("footer ")
            || line.Contains(": ", StringComparison.Ordinal) || (line.IndexOf(':') is >= 0 and var colon && line[..colon].ContainsAny("->"));
    }

    private static bool IsOpen(ReadOnlySpan<char> line, char open, char close) => line.Count(open) > line.Count(close);

    private static bool IsMermaid(SourceText source, int number)
    {
        for (var above = number; above >= 0; above--)
        {
            var line = source.Slice(source.Line(above)).TrimStart(" \t>");
            if (line.StartsWith("@start"))
            {
                return false;
            }

            if (line.StartsWith("```") || line.StartsWith("~~~") || line.StartsWith("<script"))
            {
                return line.Contains("mermaid", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
