using System.Collections.Immutable;
using Stratus.Glossary;
using Stratus.Names;
using Stratus.Terms;

namespace Stratus;

/// <summary>What Stratus knows: services, OSI layers, written forms, lifecycle, confusions. Immutable.</summary>
public sealed class Catalog
{
    private static readonly Lazy<Catalog> LazyEmbedded = new(ReadEmbedded);

    private readonly ImmutableArray<WrittenForm> _forms;
    private readonly Dictionary<string, Service> _servicesById;
    private readonly Lazy<TermMatcher> _matcher;
    private readonly Lazy<SpellingGuesser> _spelling;
    private readonly Lazy<NameSearch> _names;

    internal Catalog(
        DateOnly asOf,
        ImmutableArray<Service> services,
        ImmutableArray<OsiLayer> layers,
        ImmutableArray<Confusion> confusions,
        ImmutableArray<WrittenForm> forms,
        ImmutableArray<string> falseFriends)
    {
        AsOf = asOf;
        Services = services;
        Layers = layers;
        Confusions = confusions;
        FalseFriends = falseFriends;
        _forms = forms;
        _servicesById = new Dictionary<string, Service>(services.Length, StringComparer.Ordinal);
        foreach (var service in services) _servicesById.Add(service.Id, service);

        _matcher = new Lazy<TermMatcher>(() => new TermMatcher(_forms));
        _spelling = new Lazy<SpellingGuesser>(() => new SpellingGuesser(_forms, FalseFriends));
        _names = new Lazy<NameSearch>(() => new NameSearch(this, _forms));
    }

    /// <summary>The catalog that is embedded in this assembly; decoded once, on first use.</summary>
    public static Catalog Embedded => LazyEmbedded.Value;

    /// <summary>The date of the data.</summary>
    public DateOnly AsOf { get; }

    /// <summary>All services, in the order of the data.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>The seven layers; layer n is at index n - 1.</summary>
    public ImmutableArray<OsiLayer> Layers { get; }

    /// <summary>All pairs of terms that learners mix up.</summary>
    public ImmutableArray<Confusion> Confusions { get; }

    /// <summary>Words that look like a misspelled name and are none, in any case.</summary>
    public ImmutableArray<string> FalseFriends { get; }

    /// <summary>All written forms, right and wrong, as an index over text; made on first use.</summary>
    public TermMatcher Matcher => _matcher.Value;

    /// <summary>Guesses what a word that names nothing was meant to be; made on first use.</summary>
    public SpellingGuesser Spelling => _spelling.Value;

    /// <summary>Finds names by how they begin; made on first use.</summary>
    public NameSearch Names => _names.Value;

    /// <summary>This catalog with a user's glossary laid over it: what the glossary says of a thing holds.</summary>
    public Catalog With(IReadOnlyCollection<GlossaryEntry> glossary)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        if (glossary.Count == 0)
        {
            return this;
        }

        var (services, forms) = GlossaryOverlay.Lay(glossary, Services, _forms);
        return new(AsOf, services, Layers, Confusions, forms, FalseFriends);
    }

    /// <summary>The service with this id, or null.</summary>
    public Service? FindService(string id) => _servicesById.GetValueOrDefault(id);

    /// <summary>The layer with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 7.</exception>
    public OsiLayer Layer(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 7);
        return Layers[number - 1];
    }

    /// <summary>The pairs that this service is part of; empty for most.</summary>
    public ImmutableArray<Confusion> ConfusionsOf(string id) => Confusions.RemoveAll(pair => pair.FirstId != id && pair.SecondId != id);

    /// <summary>The name to write today: the current name of a rename that is not only a hint, else the name; with the prefix if asked for.</summary>
    public static string PresentName(Service service, bool withPrefix)
    {
        ArgumentNullException.ThrowIfNull(service);
        foreach (var entry in service.Lifecycle)
        {
            if (entry is { Status: LifecycleStatus.Renamed, HintOnly: false, Verification: not Verification.None, CurrentName: { } name })
                return withPrefix ? name : name[Prefix.LengthIn(name)..];
        }

        return withPrefix ? service.DisplayName : service.Name;
    }

    private static unsafe Catalog ReadEmbedded()
    {
        using var stream = typeof(Catalog).Assembly.GetManifestResourceStream("catalog.bin");

        // Resources are mapped with the image, so the bytes can be read where they lie.
        return stream is UnmanagedMemoryStream mapped
            ? CatalogReader.Read(new ReadOnlySpan<byte>(mapped.PositionPointer, checked((int)mapped.Length)))
            : throw new InvalidOperationException("This assembly was built without its catalog.");
    }
}
