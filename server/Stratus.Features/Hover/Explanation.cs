using System.Collections.Immutable;
using Stratus.Features.Hover.Cards;
using Stratus.Features.Wording;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Features.Hover;

/// <summary>Cards by name, away from any note: for <c>stratus explain</c>.</summary>
public static class Explanation
{
    private const int MostSuggestions = 3;

    /// <summary>The cards of what a name (<c>NLB</c>, <c>transit gateway</c>, <c>L4</c>, <c>layer 4</c>) stands for; empty where it stands for nothing.</summary>
    public static ImmutableArray<Card> Name(Workspace workspace, string name)
    {
        name = name.Trim();
        var note = Note.Parse(new SourceText(name), workspace.Catalog);
        foreach (var mention in note.Mentions)
        {
            if (mention.Span.Length == name.Length)
            {
                return mention.Layers is { } layers
                    ? [LayerCard.Of(workspace, note, layers)]
                    : mention.Services.Length == 1 ? [ServiceCard.Of(workspace, note, mention)]
                    : [.. mention.Services.Select(service => ServiceCard.Of(workspace, service))];
            }
        }

        // Who asks for a name means one, so that an ordinary word ("athena") is enough here, and a bare "transport" too.
        var services = workspace.Catalog.Matcher.Forms
            .Where(form => form.Text.Equals(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(form => form.Services)
            .DistinctBy(service => service.Id)
            .Select(service => ServiceCard.Of(workspace, service))
            .ToImmutableArray();
        return services.IsEmpty
            ? [.. workspace.Catalog.Layers.Where(layer => IsNameOf(layer, name)).Select(layer => LayerCard.Of(workspace, layer))]
            : services;
    }

    /// <summary>Names that are near to one that stands for nothing, nearest first; at most three.</summary>
    public static ImmutableArray<string> Suggest(Workspace workspace, string name)
    {
        name = name.Trim();
        if (name.Length < 2)
        {
            return [];
        }

        // A third of the letters may be off; more, and anything is near to anything.
        var most = Math.Max(1, name.Length / 3);
        var near = new Dictionary<string, (int Distance, string Text)>(StringComparer.Ordinal);
        foreach (var form in workspace.Catalog.Matcher.Forms)
        {
            if (form.Form is NameForm.Canonical or NameForm.Alias or NameForm.Abbreviation or NameForm.Former && form.Services.Length == 1)
            {
                Offer(form.Services[0].Id, form.Text);
            }
        }

        foreach (var layer in workspace.Catalog.Layers)
        {
            Offer(layer.Id, $"{layer.Name} layer");
        }

        return
        [
            .. near.Values
                .OrderBy(offer => offer.Distance)
                .ThenBy(offer => offer.Text, StringComparer.Ordinal)
                .Take(MostSuggestions)
                .Select(offer => offer.Text),
        ];

        void Offer(string id, string text)
        {
            if (Math.Abs(text.Length - name.Length) > most)
            {
                return;
            }

            var distance = EditDistance.Between(name, text, ignoreCase: true);
            if (distance <= most && (!near.TryGetValue(id, out var nearest) || distance < nearest.Distance))
            {
                near[id] = (distance, text);
            }
        }
    }

    /// <summary>The page of a rule, as Markdown; null where there is no such rule.</summary>
    public static string? Rule(string code)
    {
        using var page = typeof(Explanation).Assembly.GetManifestResourceStream($"rules/{code}.md");
        if (page is null)
        {
            return null;
        }

        using var reader = new StreamReader(page);
        return reader.ReadToEnd();
    }

    private static bool IsNameOf(OsiLayer layer, string name) =>
        name.Equals(layer.Name, StringComparison.OrdinalIgnoreCase)
        || name.Equals(LayerText.Label(layer), StringComparison.OrdinalIgnoreCase)
        || name.Equals($"L{layer.Number}", StringComparison.OrdinalIgnoreCase)
        || name.Equals($"{layer.Name} layer", StringComparison.OrdinalIgnoreCase);
}
