using Stratus.Features.Wording;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Hover.Cards;

/// <summary>The card of a service.</summary>
internal static class ServiceCard
{
    private const int MostConfusions = 2;
    private const int MostFormerNames = 2;

    /// <summary>The card of what a mention names; where its form is wrong or old, the card says what is meant.</summary>
    public static Card Of(Workspace workspace, Note note, Mention mention)
    {
        var written = mention.Written ?? throw new ArgumentException("The mention names no service.", nameof(mention));
        if (written.Services.Length != 1)
        {
            return OfSeveral(workspace, written);
        }

        var card = new CardBuilder();
        var service = written.Services[0];
        if (Correction(written, service) is { } correction)
        {
            card.Line(correction);
        }

        Write(card, workspace, service, note);
        return card.Build();
    }

    /// <summary>The card of what a name that the catalog does not know was meant to be.</summary>
    /// <param name="workspace">The snapshot.</param>
    /// <param name="note">The note.</param>
    /// <param name="written">What is there.</param>
    /// <param name="name">The name that is near to it.</param>
    /// <param name="service">What that names.</param>
    public static Card OfGuess(Workspace workspace, Note note, string written, string name, Service service)
    {
        var card = new CardBuilder().Line($"AWS has no service or feature called ‘{written}’. Did you mean {name}?");
        Write(card, workspace, service, note);
        return card.Build();
    }

    /// <summary>The card of a service.</summary>
    /// <param name="workspace">The snapshot.</param>
    /// <param name="service">The service.</param>
    /// <param name="note">The note whose own placements the card tells of, or null.</param>
    public static Card Of(Workspace workspace, Service service, Note? note = null)
    {
        var card = new CardBuilder();
        Write(card, workspace, service, note);
        return card.Build();
    }

    /// <summary>Each of the services that an ambiguous form stands for, in short.</summary>
    private static Card OfSeveral(Workspace workspace, WrittenForm written)
    {
        var card = new CardBuilder().Line($"‘{written.Text}’ can mean:");
        foreach (var service in written.Services)
        {
            var layer = service.ShownLayers is { } layers ? $" ({LayerText.Label(workspace.Catalog, layers.Primary)})" : "";
            card.Fact(service.DisplayName + layer, service.Summary);
        }

        return card.Footer(null, workspace.Catalog.AsOf).Build();
    }

    private static void Write(CardBuilder card, Workspace workspace, Service service, Note? note)
    {
        card.Title(service.DisplayName, OtherNames(service) + Family(workspace.Catalog, service));
        var standing = Standing.Of(service, workspace.Today, Verification.Partial);
        if (standing.Kind != StandingKind.Open)
        {
            card.Notice(standing.Describe(service.DisplayName, workspace.Today));
        }

        if (service.Summary.Length > 0)
        {
            card.Line(service.Summary);
        }

        WriteLayers(card, workspace.Catalog, service);
        WriteFormerNames(card, service);
        if (note is not null)
        {
            PlacesInNotes.Write(card, workspace, note, service);
        }

        foreach (var confusion in workspace.Catalog.ConfusionsOf(service.Id).Take(MostConfusions))
        {
            WriteConfusion(card, workspace.Catalog, service, confusion);
        }

        if (service.Origin is { } origin)
        {
            card.Fact("From your glossary", origin.Path.Length == 0
                ? "your editor settings"
                : CardText.Line($"{Path.GetFileName(origin.Path)}, line {origin.Line + 1}", new Uri(origin.Path).AbsoluteUri, origin.Line));
        }

        card.Footer(service.DocumentationUrl, workspace.Catalog.AsOf);
    }

    private static void WriteLayers(CardBuilder card, Catalog catalog, Service service)
    {
        if (service.ShownLayers is not { } layers)
        {
            return;
        }

        card.Fact("Layer", LayerText.Explain(catalog, layers));
    }

    private static void WriteFormerNames(CardBuilder card, Service service)
    {
        foreach (var entry in service.Lifecycle)
        {
            if (entry.Status != LifecycleStatus.Renamed || entry.Verification == Verification.None || entry.FormerNames.IsEmpty)
            {
                continue;
            }

            var names = string.Join(", ", entry.FormerNames.Take(MostFormerNames));
            if (entry.HintOnly)
            {
                card.Fact("In older texts", names);
            }
            else
            {
                card.Fact("Formerly", entry.Effective is { } since ? $"{names} (renamed {since})" : names);
            }

            return;
        }
    }

    private static void WriteConfusion(CardBuilder card, Catalog catalog, Service service, Confusion confusion)
    {
        if (confusion.FirstId == confusion.SecondId)
        {
            card.Fact("Take care", confusion.Difference);
            return;
        }

        var other = confusion.FirstId == service.Id ? confusion.SecondId : confusion.FirstId;
        card.Fact($"Not to be confused with {catalog.FindService(other)?.Name ?? other}", confusion.Difference);
    }

    private static string OtherNames(Service service)
    {
        var names = new List<string>(2);
        if (service.Abbreviation is { } abbreviation)
        {
            names.Add(abbreviation);
        }

        if (service.FullName != service.DisplayName)
        {
            names.Add(service.FullName);
        }

        return names.Count == 0 ? "" : $" ({string.Join(", ", names)})";
    }

    private static string Family(Catalog catalog, Service service) =>
        service.ParentId is { } id && catalog.FindService(id) is { } parent ? $", {Relation(service, parent)} {parent.DisplayName}" : "";

    private static string Relation(Service service, Service parent) => service.Kind switch
    {
        ServiceKind.Tier => "a tier of",
        ServiceKind.Pricing => "a way to pay for",
        ServiceKind.Tool => "a tool of",
        _ => IsKindOf(service, parent) ? "a kind of" : "a part of",
    };

    // "Network Load Balancer" is a kind of "Elastic Load Balancing", "Gateway Endpoint" one of "VPC Endpoint"; "Route 53
    // Resolver" is a part of "Route 53": a kind carries the last word of its parent's name, up to the ending.
    private static bool IsKindOf(Service service, Service parent)
    {
        const int stem = 5;
        var own = service.Name.AsSpan(service.Name.LastIndexOf(' ') + 1);
        var parents = parent.Name.AsSpan(parent.Name.LastIndexOf(' ') + 1);
        return own.Length >= stem && parents.Length >= stem && own[..stem].Equals(parents[..stem], StringComparison.OrdinalIgnoreCase);
    }

    private static string? Correction(WrittenForm written, Service service) => written.Form switch
    {
        NameForm.Misspelling => $"‘{written.Text}’ is a misspelling of {written.Correction ?? service.Name}.",
        // What is no finding ("transit gateway", as AWS's own pages write it) is no slip on the card either.
        NameForm.Casing or NameForm.Spacing when written.Diagnosed => $"‘{written.Text}’ is written {written.Correction ?? service.Name}.",
        NameForm.Former => service.Lifecycle.Any(entry => entry is { Status: LifecycleStatus.Renamed, HintOnly: true })
            ? $"‘{written.Text}’ is also a name of {service.DisplayName}."
            : $"‘{written.Text}’ is a former name: it is called {Catalog.PresentName(service, withPrefix: true)} now.",
        _ => null,
    };
}
