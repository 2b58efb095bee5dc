using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Terms;

namespace Stratus.Glossary;

/// <summary>What a user's glossary says of one thing: a term of its own, or a service of the catalog seen otherwise.</summary>
/// <param name="Name">The name: of a service of the catalog in any of its sure forms, or of something of the user's own.</param>
/// <param name="Aliases">Other ways to write it.</param>
/// <param name="Layers">The layers that the user places it at, the first to teach first; empty where they say nothing.</param>
/// <param name="Summary">What it is, in plain text; null where they say nothing.</param>
/// <param name="Link">An https address; null where they give none.</param>
/// <param name="Place">Where it stands.</param>
public sealed record GlossaryEntry(
    string Name,
    ImmutableArray<string> Aliases,
    ImmutableArray<int> Layers,
    string? Summary,
    string? Link,
    GlossaryPlace Place)
{
    /// <summary>True if the two say the same in the same place.</summary>
    public bool Equals(GlossaryEntry? other) =>
        other is not null && Name == other.Name && Summary == other.Summary && Link == other.Link && Place == other.Place
        && Aliases.SequenceEqual(other.Aliases) && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Summary, Place);
}

/// <summary>Lays a user's glossary over a catalog.</summary>
internal static class GlossaryOverlay
{
    private const string Category = "your glossary";

    /// <summary>The services and forms of a catalog and of a glossary; where both have a thing or a form, that of the glossary is used.</summary>
    public static (ImmutableArray<Service> Services, ImmutableArray<WrittenForm> Forms) Lay(
        IEnumerable<GlossaryEntry> entries, ImmutableArray<Service> services, ImmutableArray<WrittenForm> forms)
    {
        var laid = services.ToBuilder();
        var sure = forms
            .Where(form => form is { Services: [_], Ambiguous: false, Generic: false, Form: NameForm.Canonical or NameForm.Alias or NameForm.Abbreviation })
            .GroupBy(form => form.Text, form => form.Services[0].Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.OrdinalIgnoreCase);
        var indexes = laid.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        var own = new List<(string Text, string Id, NameForm Form)>();
        foreach (var entry in entries)
        {
            var id = sure.TryGetValue(entry.Name, out var known) ? known : $"glossary:{entry.Name.ToLowerInvariant()}";
            var service = indexes.TryGetValue(id, out var index) ? Changed(laid[index], entry) : Own(id, entry);
            if (indexes.TryAdd(id, laid.Count))
            {
                laid.Add(service);
            }
            else
            {
                laid[index] = service;
            }

            own.Add((entry.Name, id, NameForm.Canonical));
            own.AddRange(entry.Aliases.Select(alias => (alias, id, IsAbbreviation(alias) ? NameForm.Abbreviation : NameForm.Alias)));
        }

        return (laid.ToImmutable(),
        [
            .. forms.Select(form => form with { Services = [.. form.Services.Select(service => laid[indexes[service.Id]])] }),
            // Of equal forms the later holds.
            .. own.Select(form => new WrittenForm(form.Text, [laid[indexes[form.Id]]], form.Form, CaseSensitive: form.Form == NameForm.Abbreviation)),
        ]);
    }

    private static Service Changed(Service service, GlossaryEntry entry) => service with
    {
        Summary = entry.Summary ?? service.Summary,
        DocumentationUrl = entry.Link ?? service.DocumentationUrl,
        Layers = LayersOf(entry) ?? service.Layers,
        Origin = entry.Place,
    };

    private static Service Own(string id, GlossaryEntry entry) => new(
        id,
        entry.Name,
        Prefix: null,
        FullName: entry.Name,
        Abbreviation: entry.Aliases.FirstOrDefault(alias => IsAbbreviation(alias) && alias != entry.Name),
        ServiceKind.Concept,
        Category,
        ParentId: null,
        Summary: entry.Summary ?? "",
        DocumentationUrl: entry.Link,
        LayersOf(entry),
        Lifecycle: [],
        Origin: entry.Place);

    private static ServiceLayers? LayersOf(GlossaryEntry entry) => entry.Layers.IsEmpty
        ? null
        : new(
            entry.Layers[0],
            entry.Layers.Aggregate(default(LayerSet), (all, layer) => all | LayerSet.Of(layer)),
            LayerBasis.Glossary,
            Reason: "",
            Remark: null,
            Shown: true,
            DocumentationUrl: entry.Link ?? "");

    // "CGW" means something, "cgw" is any letters.
    private static bool IsAbbreviation(string alias) => alias.Length <= 6 && alias.Any(char.IsAsciiLetterUpper) && !alias.Any(char.IsAsciiLetterLower);
}
