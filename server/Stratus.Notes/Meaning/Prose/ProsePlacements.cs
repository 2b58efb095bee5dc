using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Stratus.Notes.Meaning.Layers;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Notes.Meaning.Prose;

/// <summary>
/// Finds placements outside tables, where their form leaves no doubt: a list below a heading that is a layer
/// (<c>## L4 Transport</c>), and a line that begins with a service and its layer (<c>- **NLB (L4)** – …</c>).
/// </summary>
internal static class ProsePlacements
{
    /// <summary>The placements of a chunk's runs, in order.</summary>
    /// <param name="runs">The runs in the order of the text; the names in them have been found.</param>
    public static IEnumerable<Placement> Find(List<TextRun> runs)
    {
        (LayerSet Layers, TextSpan Evidence, bool IsHedged)? section = null;
        (LayerSet Layers, TextSpan Evidence, bool IsHedged)? item = null;
        var itemDepth = 0;
        foreach (var run in runs)
        {
            switch (run.Place)
            {
                case RunPlace.Heading:
                    section = SectionLayers(run);
                    item = null;
                    break;
                case RunPlace.ListItem when SectionLayers(run) is { } layers:
                    // An item that is a layer places the items of the list within it.
                    (item, itemDepth) = (layers, run.Depth);
                    break;
                case RunPlace.ListItem or RunPlace.Paragraph when LayerThenServices(run) is { } placement:
                    yield return placement;
                    break;
                case RunPlace.ListItem or RunPlace.Paragraph when Lead(run) is { } lead:
                    var line = run.Text.ToSource(0, run.Text.Text.Length);
                    if (LineLayers(run, lead.End) is { } own)
                    {
                        yield return new(lead.Subjects, own.Reference.Layers, line, run.Text.ToSource(own.Span.Start, own.Span.End), false, own.Reference.IsHedged, -1);
                    }
                    else if (run.Place == RunPlace.ListItem && (item is not null && run.Depth > itemDepth ? item : section) is { } above && IsDefinition(run.Text.Text, lead.End))
                    {
                        yield return new(lead.Subjects, above.Layers, line, above.Evidence, true, above.IsHedged || LayerScanner.IsHedged(run.Text.Text[..Math.Min(run.Text.Text.Length, lead.End + 24)]), -1);
                    }

                    break;
            }
        }
    }

    // "Layer 4 (Transport): NLB, Global Accelerator": a layer, a colon or an arrow, and names with nothing else between.
    private static Placement? LayerThenServices(TextRun run)
    {
        var text = run.Text.Text;
        if (run.Names.Count == 0 || text.AsSpan(0, run.Names[0].Start).TrimEnd() is not [.., ':' or '→' or '–' or '—' or '-' or '=' or '>']
            || LayerScanner.FindAll(text[..run.Names[0].Start], [], LayerPlace.Heading) is not [var match]
            || match.Reference.Layers.IsEmpty || !text.AsSpan(0, match.Span.Start).Trim().IsEmpty
            || text.AsSpan(match.Span.End, run.Names[0].Start - match.Span.End).Trim() is not (":" or "→" or "–" or "—" or "-" or "=" or "=>" or "->"))
        {
            return null;
        }

        var end = run.Names[0].Start;
        foreach (var name in run.Names)
        {
            if (name.Written is not { Services.Length: 1, Generic: false } || !(end == name.Start || IsJoiner(text.AsSpan(end, name.Start - end))))
            {
                return null;
            }

            end = name.End;
        }

        return text.AsSpan(end).Trim(" .;").IsEmpty
            ? new(
                [.. run.Names.DistinctBy(name => name.Written.Services[0].Id).Select(name => new NamedService(name.Written.Services[0], run.Text.ToSource(name.Start, name.End)))],
                match.Reference.Layers,
                run.Text.ToSource(0, text.Length),
                run.Text.ToSource(match.Span.Start, match.Span.End),
                false,
                match.Reference.IsHedged,
                -1)
            : null;
    }

    private static bool IsJoiner(ReadOnlySpan<char> between) => between.Trim() is "," or "/" or "&" or "+" or ";" or "and" or "or" or ", and";

    // The heading is the layer: "L4 Transport", "Layer 4 – Transport services", not "Why L4 matters for NLB".
    private static (LayerSet, TextSpan, bool)? SectionLayers(TextRun heading)
    {
        var words = heading.Text.Text;
        if (heading.Names.Count > 0 || TheLayer(words) is not { } match || match.Reference.Layers.IsEmpty)
        {
            return null;
        }

        var rest = words[match.Span.End..].Trim(' ', ':', '–', '—', '-', '(', ')');
        rest = rest.StartsWith("ish", StringComparison.OrdinalIgnoreCase) ? rest[3..].TrimStart() : rest;
        var (length, layer) = LayerNames.NameAt(rest, 0);
        if (length > 0 && match.Reference.Layers.Contains(layer))
        {
            rest = rest[length..].TrimStart();
        }

        var isLayer = words.AsSpan(0, match.Span.Start).IndexOfAnyInRange('A', 'z') < 0
            && (rest.Length == 0 || rest[0] == '{' || IsOneWord(words.AsSpan(match.Span.End), rest) || rest.Equals("services", StringComparison.OrdinalIgnoreCase) || rest.Equals("AWS services", StringComparison.OrdinalIgnoreCase));
        return isLayer ? (match.Reference.Layers, heading.Text.ToSource(match.Span.Start, match.Span.End), match.Reference.IsHedged) : null;
    }

    // "Camada 4 – Transporte": a word after a dash is the layer's name, or a title.
    private static bool IsOneWord(ReadOnlySpan<char> after, string rest) =>
        after.TrimStart() is ['–' or '—' or '-' or ':' or '(', ..] && !rest.Any(letter => !char.IsLetter(letter));

    // One reference, or the same layer in number and name: "Transport layer (L4)".
    private static LayerMatch? TheLayer(string words)
    {
        var matches = LayerScanner.FindAll(words, [], LayerPlace.Heading);
        if (matches is [var first, var second]
            && first.Reference.Layers == second.Reference.Layers
            && words.AsSpan(first.Span.End, second.Span.Start - first.Span.End).Trim() is "(" or "–" or "—" or "-" or ":")
        {
            return second with { Span = TextSpan.FromBounds(first.Span.Start, second.Span.End) };
        }

        return matches is [var only] ? only : null;
    }

    // The service that a line begins with; an emoji or a box to tick may stand before it.
    private static (ImmutableArray<NamedService> Subjects, int End)? Lead(TextRun run)
    {
        if (run.Names is not [var first, ..] || !IsOrnament(run.Text.Text.AsSpan(0, first.Start))
            || first.Written is not { Services: [var service], Generic: false }
            || (first.Written.Ambiguous && !first.IsExactCase))
        {
            return null;
        }

        // "Network Load Balancer (NLB)": the same service once more belongs to the name.
        var end = first.End;
        if (run.Names is [_, var second, ..] && second.Written.Services is [var again] && again.Id == service.Id
            && run.Text.Text.AsSpan(end, second.Start - end).Trim() is "(" && second.End < run.Text.Text.Length && run.Text.Text[second.End] == ')')
        {
            end = second.End + 1;
        }

        return ([new NamedService(service, run.Text.ToSource(first.Start, first.End))], end);
    }

    private static bool IsOrnament(ReadOnlySpan<char> before)
    {
        foreach (var rune in before.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune)
                && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol))
            {
                return false;
            }
        }

        return true;
    }

    // "(L4)" right after the name; or ": L4" where only punctuation follows.
    private static LayerMatch? LineLayers(TextRun run, int end)
    {
        var text = run.Text.Text;
        var after = text.AsSpan(end).TrimStart(" *\u00A0");
        if (after is not ['：' or '（' or '(' or '[' or ':' or '–' or '—' or '-' or '=' or '→', ..])
        {
            return null;
        }

        var open = text.Length - after.Length;
        foreach (var match in LayerScanner.FindAll(text, run.Names, LayerPlace.Prose))
        {
            if (match.Span.Start < open)
            {
                continue;
            }

            var between = text.AsSpan(open + 1, match.Span.Start - open - 1).Trim();
            var rest = text.AsSpan(match.Span.End).TrimStart();
            var isAlone = after[0] is '(' or '[' or '（' ? rest is [')' or '）' or ']' or ',' or ';' or '+' or '–' or '—' or ':', ..] : rest.IsEmpty || rest[0] is '.' or ';' or ',' or '(' or '–' or '—';
            return (between.IsEmpty || between.Equals("OSI", StringComparison.OrdinalIgnoreCase)) && isAlone && !match.Reference.Layers.IsEmpty ? match : null;
        }

        return null;
    }

    // "NLB", "NLB – balances …", "NLB: …": the item is about the service. "NLB and its friends" may be about anything.
    private static bool IsDefinition(string text, int end)
    {
        var after = text.AsSpan(end).TrimStart(" *\u00A0");
        return after.IsEmpty || after[0] is '：' or '（' or ':' or '–' or '—' or '-' or '=' or '(' or '→';
    }
}
