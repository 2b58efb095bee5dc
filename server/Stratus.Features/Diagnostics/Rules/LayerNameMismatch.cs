using System.Collections.Immutable;
using System.Globalization;
using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Rules;

/// <summary>A layer's number and its name disagree: <c>L5 Transport</c>.</summary>
internal static class LayerNameMismatch
{
    public static Rule Rule { get; } = new(
        "layer-name-mismatch",
        Severity.Error,
        "The number and the name of a layer disagree")
    {
        InChunk = new(ChunkTraits.Tables, input => Check(input, input.LayersInTables)),
        InNote = LayerGroup.CheckOfHeadings(Check),
    };

    private static IEnumerable<Finding> Check(RuleInput input, IEnumerable<LayerGroup> groups)
    {
        var (workspace, note) = (input.Workspace, input.Note);
        foreach (var group in groups)
        {
            foreach (var item in group.Items)
            {
                if (item.Disagrees && !item.IsInvalid && (group.IsTable || StandsAlone(note.Source, item.Span)))
                {
                    yield return FindingAt(workspace.Catalog, note.Source, item);
                }
            }
        }
    }

    private static Finding FindingAt(Catalog catalog, SourceText source, LayerItem item)
    {
        var numbered = catalog.Layer(item.Number!.Value);
        var named = catalog.Layer(item.NamedLayer!.Value);
        var message =
            $"Layer {numbered.Number} is {numbered.Name}, and {named.Name} is layer {named.Number}. Change the name or the number.";
        return new Finding(Rule, Severity.Error, item.Span, message, [], Fixes(source, item, numbered, named));
    }

    // Which of the two is the slip cannot be known, so neither fix is preferred. The name comes first: an author who
    // numbers their rows seldom miscounts.
    private static ImmutableArray<Fix> Fixes(SourceText source, LayerItem item, OsiLayer numbered, OsiLayer named)
    {
        var fixes = ImmutableArray.CreateBuilder<Fix>(2);
        if (FindName(source, item.Span, named) is { } name)
        {
            var newName = char.IsLower(source[name.Start]) ? numbered.Name.ToLowerInvariant() : numbered.Name;
            fixes.Add(new($"Change the name to ‘{newName}’", [new(name, newName)], IsPreferred: false));
        }

        if (FindNumber(source, item.Span) is { } number)
        {
            var newNumber = named.Number.ToString(CultureInfo.InvariantCulture);
            fixes.Add(new($"Change the number to {newNumber}", [new(number, newNumber)], IsPreferred: false));
        }

        return fixes.ToImmutable();
    }

    // "Data Link" is also written "Data-Link" and "Datalink".
    private static TextSpan? FindName(SourceText source, TextSpan span, OsiLayer layer)
    {
        foreach (var spelling in (ReadOnlySpan<string>)[layer.Name, layer.Name.Replace(' ', '-'), layer.Name.Replace(" ", "", StringComparison.Ordinal)])
        {
            var at = source.Slice(span).IndexOf(spelling, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return new(span.Start + at, spelling.Length);
            }
        }

        return null;
    }

    private static TextSpan? FindNumber(SourceText source, TextSpan span)
    {
        var at = source.Slice(span).IndexOfAnyInRange('0', '9');
        return at < 0 ? null : new(span.Start + at, 1);
    }

    // In a heading "Building a Layer 2 Network" is right, so a layer must be all that the heading, or a part of it set off
    // by punctuation, says.
    private static bool StandsAlone(SourceText source, TextSpan span)
    {
        var line = source.Line(source.LineOf(span.Start));
        if (span.End > line.End)
        {
            return false;
        }

        var before = source.Slice(new(line.Start, span.Start - line.Start)).TrimEnd();
        var after = source.Slice(new(span.End, line.End - span.End)).TrimStart();
        if (after.StartsWith("layer", StringComparison.OrdinalIgnoreCase))
        {
            after = after["layer".Length..].TrimStart();
        }

        if (before.EndsWith("OSI", StringComparison.Ordinal))
        {
            before = before[..^3].TrimEnd();
        }

        return (before.IsEmpty || !char.IsLetterOrDigit(before[^1])) && (after.IsEmpty || !char.IsLetterOrDigit(after[0]));
    }
}
