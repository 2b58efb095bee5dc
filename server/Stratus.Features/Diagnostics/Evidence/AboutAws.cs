using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>Tells notes on AWS and the OSI model from other texts that name a service in passing.</summary>
internal static class AboutAws
{
    private const int LinesPerName = 40;

    /// <summary>
    /// True if the note names services or layers, and not only here and there in a long text; a single word in a sentence
    /// (<c>Redshift</c>) is not enough.
    /// </summary>
    public static bool IsNote(Note note)
    {
        var needed = Math.Max(1, note.Source.LineCount / LinesPerName);
        var isSure = false;
        Service? first = null;
        foreach (var mention in note.Mentions)
        {
            if (mention is not { Weight: MentionWeight.Certain } || mention.Written is { Generic: true } or { Ambiguous: true })
            {
                continue;
            }

            needed--;
            isSure |= mention.Layers is not null || mention.HasPrefix || mention.Kind is TextKind.Heading or TextKind.TableCell
                || (first is not null && mention.Services[0].Id != first.Id);
            first ??= mention.Written?.Services[0];
            if (needed <= 0 && isSure)
            {
                return true;
            }
        }

        return false;
    }
}
