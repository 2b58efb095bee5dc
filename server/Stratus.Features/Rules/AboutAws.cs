using Stratus.Notes;

namespace Stratus.Features.Rules;

/// <summary>Tells notes on AWS and the OSI model from other texts that name a service in passing.</summary>
internal static class AboutAws
{
    private const int LinesPerName = 40;

    /// <summary>True if the note names services or layers, and not only here and there in a long text.</summary>
    public static bool IsNote(Note note)
    {
        var needed = Math.Max(1, note.Source.LineCount / LinesPerName);
        foreach (var mention in note.Mentions)
        {
            if (mention is { Weight: MentionWeight.Certain } and ({ Layers: not null } or { Written: { Generic: false, Ambiguous: false } }) && --needed == 0)
            {
                return true;
            }
        }

        return false;
    }
}
