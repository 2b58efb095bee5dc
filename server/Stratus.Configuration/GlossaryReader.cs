using System.Collections.Immutable;
using Stratus.Glossary;

namespace Stratus.Configuration;

/// <summary>Reads the glossary of a settings text: an array of terms.</summary>
internal static class GlossaryReader
{
    private static readonly string[] Keys = ["name", "aliases", "layers", "summary", "link"];

    /// <summary>Reads the array; an entry without a name is reported and left out.</summary>
    /// <param name="json">Stands before the array.</param>
    /// <param name="path">The full path of the file, for the places of the entries.</param>
    internal static ImmutableArray<GlossaryEntry> Read(StrictJson json, string path)
    {
        var entries = ImmutableArray.CreateBuilder<GlossaryEntry>();
        json.ReadArray("`glossary`", () =>
        {
            string? name = null, summary = null, link = null;
            var namePlace = 0;
            ImmutableArray<string> aliases = [];
            ImmutableArray<int> layers = [];
            var place = json.ReadObject("an entry of `glossary`", (key, keyPlace) =>
            {
                switch (key)
                {
                    case "name":
                        name = json.ReadString("`name`", out namePlace);
                        break;
                    case "aliases":
                        aliases = json.ReadTexts("`aliases`", GlossaryLimits.FindMistakeInName);
                        break;
                    case "layers":
                        layers = ReadLayers(json);
                        break;
                    case "summary":
                        summary = ReadSummary(json);
                        break;
                    case "link":
                        link = ReadLink(json);
                        break;
                    default:
                        json.Report(keyPlace, $"Unknown key `{key}` in an entry of `glossary`.{Suggestion.For(key, Keys)}");
                        json.SkipValue();
                        break;
                }
            });
            if (place is not { } start)
            {
                return;
            }

            if (string.IsNullOrWhiteSpace(name))
            {
                json.Report(start, "An entry of `glossary` needs a `name`.");
                return;
            }

            name = name.Trim();
            if (GlossaryLimits.FindMistakeInName(name) is { } mistake)
            {
                json.Report(namePlace, mistake);
                return;
            }

            var (line, character) = json.PositionOf(start);
            entries.Add(new(name, aliases, layers, summary, link, new(path, line, character)));
        });
        return entries.DrainToImmutable();
    }

    /// <summary>Layers as people write them: <c>4</c>, <c>"L3/L4"</c>, <c>[3, "L4"]</c>.</summary>
    private static ImmutableArray<int> ReadLayers(StrictJson json)
    {
        var layers = ImmutableArray.CreateBuilder<int>();
        json.ReadOneOrMany("`layers`", (text, place) =>
        {
            foreach (var part in text.Split('/'))
            {
                if (LayerOf(part) is { } layer)
                {
                    if (!layers.Contains(layer))
                    {
                        layers.Add(layer);
                    }
                }
                else
                {
                    json.Report(place, $"`{text}` is not an OSI layer. Write 1 to 7, `L4` or `L3/L4`.");
                    return;
                }
            }
        });
        return layers.DrainToImmutable();
    }

    /// <summary>The number of a layer that is written by number, or null.</summary>
    internal static int? LayerOf(string text)
    {
        var number = text.AsSpan().Trim();
        number = number.StartsWith("layer", StringComparison.OrdinalIgnoreCase) ? number[5..].TrimStart(" -")
            : number.StartsWith("L", StringComparison.OrdinalIgnoreCase) ? number[1..]
            : number;
        return number is [>= '1' and <= '7'] ? number[0] - '0' : null;
    }

    private static string? ReadSummary(StrictJson json)
    {
        var summary = json.ReadString("`summary`", out var place);
        if (summary is null || GlossaryLimits.FindMistakeInSummary(summary, "summary") is not { } mistake)
        {
            return summary;
        }

        json.Report(place, mistake);
        return null;
    }

    private static string? ReadLink(StrictJson json)
    {
        if (json.ReadString("`link`", out var place) is not { } link)
        {
            return null;
        }

        if (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == "https")
        {
            return address.AbsoluteUri;
        }

        json.Report(place, $"Invalid link `{link}`: it must begin with `https://`.");
        return null;
    }
}
