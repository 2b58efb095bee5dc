using System.Collections.Immutable;

namespace Stratus;

/// <summary>What Stratus knows: services, OSI layers, written forms, lifecycle, confusions. Immutable.</summary>
public sealed class Catalog
{
    /// <summary>The catalog that is embedded in this assembly; decoded once, on first use.</summary>
    public static Catalog Embedded => throw new NotSupportedException();

    /// <summary>The date of the data.</summary>
    public DateOnly AsOf { get; }

    /// <summary>All services, in the order of the data.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>The seven layers; layer n is at index n - 1.</summary>
    public ImmutableArray<OsiLayer> Layers { get; }

    /// <summary>All pairs of terms that learners mix up.</summary>
    public ImmutableArray<Confusion> Confusions { get; }

    /// <summary>All written forms, right and wrong, as an index over text.</summary>
    public TermMatcher Matcher => throw new NotSupportedException();

    /// <summary>Guesses what a word that names nothing was meant to be.</summary>
    public SpellingGuesser Spelling => throw new NotSupportedException();

    /// <summary>The service with this id, or null.</summary>
    public Service? FindService(string id) => throw new NotSupportedException();

    /// <summary>The layer with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 7.</exception>
    public OsiLayer Layer(int number) => throw new NotSupportedException();

    /// <summary>The pairs that this service is part of; empty for most.</summary>
    public ImmutableArray<Confusion> ConfusionsOf(string id) => throw new NotSupportedException();

    /// <summary>The name to write today: the current name of a rename that is not only a hint, else the name; with the prefix if asked for.</summary>
    public static string PresentName(Service service, bool withPrefix) => throw new NotSupportedException();
}
