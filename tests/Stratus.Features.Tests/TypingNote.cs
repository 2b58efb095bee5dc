using System.Text;
using Stratus.Features.Completion;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>Types a text key by key, as a person who never asks for a list, and tells where one opens.</summary>
internal static class TypingNote
{
    /// <summary>A list that opened: how much of the text was there, what the list would replace, and its first items.</summary>
    internal readonly record struct PopUp(int Offset, TextSpan Typed, string[] Labels);

    /// <summary>
    /// All lists that open while the text is typed from its start to its end. As in an editor a list stays open while the
    /// same word goes on, so one that begins where the last one began is the same.
    /// </summary>
    public static List<PopUp> PopUps(string text, string before = "")
    {
        var popUps = new List<PopUp>();
        var note = Note.Parse(new SourceText(before), Catalog.Embedded);
        for (var at = 0; at < text.Length; at++)
        {
            note = note.WithSource(new SourceText(before + text[..(at + 1)]));
            if (Completions.At(MarkedNote.Workspace, note, note.Source.Length, new(text[at])) is { Items: [var first, ..] items }
                && (popUps.Count == 0 || popUps[^1].Typed.Start != first.Insert.Start))
            {
                popUps.Add(new(note.Source.Length, first.Insert, [.. items.Take(3).Select(item => item.Label)]));
            }
        }

        return popUps;
    }

    /// <summary>The same for each paragraph of a long text by itself, so that the whole is not read for every key.</summary>
    public static IEnumerable<(string Paragraph, PopUp PopUp)> PopUpsByParagraph(string text, string before)
    {
        foreach (var paragraph in Paragraphs(text))
        {
            foreach (var popUp in PopUps(paragraph, before))
            {
                yield return (paragraph, popUp with { Offset = popUp.Offset - before.Length, Typed = popUp.Typed.Shift(-before.Length) });
            }
        }
    }

    /// <summary>Stretches between blank lines; a fence of code, and a table of HTML, is one.</summary>
    public static IEnumerable<string> Paragraphs(string text)
    {
        var paragraph = new StringBuilder();
        string? fence = null;
        var tables = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var words = line.TrimStart();
            if (words.StartsWith("```", StringComparison.Ordinal) || words.StartsWith("~~~", StringComparison.Ordinal))
            {
                fence = fence is null ? words[..3] : words.StartsWith(fence, StringComparison.Ordinal) ? null : fence;
            }

            tables += line.Contains("<table", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            tables -= line.Contains("</table", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            if (line.Trim().Length == 0 && fence is null && tables <= 0)
            {
                if (paragraph.Length > 0)
                {
                    yield return paragraph.ToString();
                }

                paragraph.Clear();
                continue;
            }

            paragraph.Append(line).Append('\n');
        }

        if (paragraph.Length > 0)
        {
            yield return paragraph.ToString();
        }
    }
}
