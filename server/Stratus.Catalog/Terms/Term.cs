using System.Collections.Immutable;

namespace Stratus.Terms;

/// <summary>What a name in a note can mean: a <see cref="Service"/> or an <see cref="OsiLayer"/>.</summary>
/// <param name="Id">Unique in the catalog: lower-case words joined by hyphens (<c>transit-gateway</c>, <c>osi-3</c>).</param>
/// <param name="Name">The name as its owner writes it, without the AWS or Amazon prefix.</param>
public abstract record Term(string Id, string Name);

/// <summary>What an entry is. Nouns (see <see cref="Service.IsNoun"/>) may be written in lower case.</summary>
public enum ServiceKind
{
    /// <summary>A service of its own.</summary>
    Service,
    /// <summary>A part of a service with a name of its own.</summary>
    Feature,
    /// <summary>A resource that an account creates: a NAT gateway, an elastic network interface.</summary>
    Resource,
    /// <summary>A command-line tool, SDK or similar.</summary>
    Tool,
    /// <summary>A programme or offer for customers.</summary>
    Programme,
    /// <summary>A way to pay.</summary>
    Pricing,
    /// <summary>A place: Region, Availability Zone, edge location.</summary>
    Infrastructure,
    /// <summary>An idea of AWS's own.</summary>
    Concept,
    /// <summary>A device or appliance.</summary>
    Hardware,
    /// <summary>A name over several services.</summary>
    Umbrella,
    /// <summary>A family of models.</summary>
    Models,
    /// <summary>A tier of a service.</summary>
    Tier,
}

/// <summary>A service, feature or resource of AWS.</summary>
/// <param name="Id">See <see cref="Term"/>.</param>
/// <param name="Name">See <see cref="Term"/>.</param>
/// <param name="Prefix">What AWS writes before the name: <c>AWS</c>, <c>Amazon</c>, or null for nothing.</param>
/// <param name="FullName">The long form, with prefix (<c>Amazon Elastic Compute Cloud</c>); equals <see cref="DisplayName"/> where there is no other.</param>
/// <param name="Abbreviation">The usual abbreviation (<c>NLB</c>), or null; never equal to <paramref name="Name"/>.</param>
/// <param name="Kind">What the entry is.</param>
/// <param name="Category">Category of the catalog, as in the data: <c>networking</c>, <c>ai-ml</c>.</param>
/// <param name="ParentId">Id of the service that this is a part or a kind of, or null.</param>
/// <param name="Summary">One sentence on what it does.</param>
/// <param name="DocumentationUrl">An https address, or null where none is known.</param>
/// <param name="Layers">Its OSI layers, or null where the catalog gives none.</param>
/// <param name="Lifecycle">What happened to it; empty for most.</param>
/// <param name="Origin">Where the user's glossary has it; null for what only the catalog knows.</param>
public sealed record Service(
    string Id,
    string Name,
    string? Prefix,
    string FullName,
    string? Abbreviation,
    ServiceKind Kind,
    string Category,
    string? ParentId,
    string Summary,
    string? DocumentationUrl,
    ServiceLayers? Layers,
    ImmutableArray<LifecycleEntry> Lifecycle,
    GlossaryPlace? Origin = null) : Term(Id, Name)
{
    /// <summary>Name with its prefix: <c>AWS Transit Gateway</c>.</summary>
    public string DisplayName => Prefix is null ? Name : $"{Prefix} {Name}";

    /// <summary>True for things that AWS itself also writes in lower case (<c>transit gateway</c>): their casing is never wrong.</summary>
    public bool IsNoun => Kind is ServiceKind.Resource or ServiceKind.Concept or ServiceKind.Infrastructure or ServiceKind.Pricing;

    /// <summary>The layers that a note may be compared with: <see cref="Layers"/> where they are shown, else null.</summary>
    public ServiceLayers? ShownLayers => Layers is { Shown: true } ? Layers : null;
}

/// <summary>On what ground the catalog places a service at a layer.</summary>
public enum LayerBasis
{
    /// <summary>AWS states the layer.</summary>
    Aws,
    /// <summary>Derived from the protocol that the service handles.</summary>
    Protocol,
    /// <summary>A convention of study material.</summary>
    Convention,
    /// <summary>The user's glossary says so.</summary>
    Glossary,
}

/// <summary>The OSI layers of a service: a teaching convention, so a hint and never an error.</summary>
/// <param name="Primary">The layer to teach first, 1 to 7; always in <paramref name="All"/>.</param>
/// <param name="All">Every layer that a careful author may write.</param>
/// <param name="Basis">On what ground.</param>
/// <param name="Reason">Why, in one or two sentences; empty where the user's glossary gives none.</param>
/// <param name="Remark">What else to know, or null.</param>
/// <param name="Shown">False for places and managing services: show no layer, compare none.</param>
/// <param name="DocumentationUrl">An https address: documentation, not proof.</param>
public sealed record ServiceLayers(
    int Primary,
    LayerSet All,
    LayerBasis Basis,
    string Reason,
    string? Remark,
    bool Shown,
    string DocumentationUrl);

/// <summary>One of the seven layers of the OSI reference model (ITU-T X.200).</summary>
/// <param name="Id"><c>osi-1</c> to <c>osi-7</c>.</param>
/// <param name="Name">The name without the word layer: <c>Data Link</c>.</param>
/// <param name="Number">1 (Physical) to 7 (Application).</param>
/// <param name="Pdu">The name of its protocol data unit.</param>
/// <param name="Function">What the layer does, in one sentence.</param>
/// <param name="Protocols">Protocols that textbooks place there.</param>
/// <param name="Devices">Devices that textbooks place there.</param>
/// <param name="TcpIpLayer">The layer of the TCP/IP model that it falls into.</param>
/// <param name="Examples">Ids of services that the catalog teaches with this layer.</param>
/// <param name="Remark">What else to know, or null.</param>
public sealed record OsiLayer(
    string Id,
    string Name,
    int Number,
    string Pdu,
    string Function,
    ImmutableArray<string> Protocols,
    ImmutableArray<string> Devices,
    string TcpIpLayer,
    ImmutableArray<string> Examples,
    string? Remark) : Term(Id, Name);
