using Stratus.Notes.Meaning.Layers;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Notes.Meaning.Tables;

/// <summary>What a cell of a layer column says.</summary>
/// <param name="Layers">The layers; empty where it names none (<c>N/A</c>).</param>
/// <param name="Evidence">Where they are written, or null.</param>
/// <param name="IsHedged">True if the cell takes them back in part.</param>
internal sealed record LayerCell(LayerSet Layers, TextSpan? Evidence, bool IsHedged)
{
    /// <summary>What the words say; null for a cell that is empty or holds a ditto mark: it says what the cell above says.</summary>
    /// <param name="run">The words of the cell, or null.</param>
    /// <param name="dashSaysAsAbove">True where a dash is a ditto mark; else it says that there is no layer.</param>
    public static LayerCell? Of(TextRun? run, bool dashSaysAsAbove = true)
    {
        if (run is null || IsBlank(run.Text.Text, dashSaysAsAbove))
        {
            return null;
        }

        var layers = default(LayerSet);
        TextSpan? evidence = null;
        foreach (var match in LayerScanner.FindAll(run.Text.Text, run.Names, LayerPlace.Cell))
        {
            var span = run.Text.ToSource(match.Span.Start, match.Span.End);
            layers |= match.Reference.Layers;
            evidence = evidence is { } before ? TextSpan.FromBounds(before.Start, span.End) : span;
        }

        return new(layers, evidence, LayerScanner.IsHedged(run.Text.Text));
    }

    // Ditto marks say "as above".
    private static bool IsBlank(string words, bool dashSaysAsAbove)
    {
        var rest = words.AsSpan().Trim(" \t\r\n\u00A0\"'〃″^" + FlatText.Break);
        return rest.IsEmpty || (dashSaysAsAbove && rest.Trim("–—-").IsEmpty);
    }
}
