using System.Collections.Immutable;

namespace Stratus.Terms;

/// <summary>The state of a service or feature, as of the date of the data.</summary>
public enum LifecycleStatus
{
    /// <summary>Open to everyone.</summary>
    Active,
    /// <summary>Goes by another name now.</summary>
    Renamed,
    /// <summary>Existing customers only.</summary>
    ClosedToNew,
    /// <summary>An end date is announced.</summary>
    Closing,
    /// <summary>End of support is reached.</summary>
    Ended,
    /// <summary>Works, and a newer choice exists.</summary>
    Superseded,
    /// <summary>Works, and a newer generation exists.</summary>
    PreviousGeneration,
    /// <summary>The documentation advises against it.</summary>
    Discouraged,
    /// <summary>Security fixes only.</summary>
    Maintenance,
    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>What a lifecycle entry is about.</summary>
public enum LifecycleScope
{
    /// <summary>The thing with this id.</summary>
    Service,
    /// <summary>The thing with this id, which is a part: its parent is never flagged.</summary>
    Feature,
    /// <summary>Only the former names of the thing.</summary>
    FormerNames,
}

/// <summary>How far an entry may be used.</summary>
public enum Verification
{
    /// <summary>Recollection only: neither show nor diagnose.</summary>
    None,
    /// <summary>Show on a card, never diagnose.</summary>
    Partial,
    /// <summary>May be diagnosed.</summary>
    Full,
}

/// <summary>A date of which the day, or the month too, may be unknown.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12, or 0 where it is not known.</param>
/// <param name="Day">1 to 31, or 0 where it is not known.</param>
public readonly record struct CatalogDate(int Year, int Month, int Day)
{
    /// <summary>The last day that the date can mean: with it in the past, the date is in the past.</summary>
    public DateOnly Latest => Month == 0
        ? new DateOnly(Year, 12, 31)
        : new DateOnly(Year, Month, Day == 0 ? DateTime.DaysInMonth(Year, Month) : Day);

    /// <summary>ISO 8601, as precise as it is known: <c>2026-09-30</c>, <c>2026-09</c>, <c>2026</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (0, _) => $"{Year:0000}",
        (_, 0) => $"{Year:0000}-{Month:00}",
        _ => $"{Year:0000}-{Month:00}-{Day:00}",
    };
}

/// <summary>Something that happened to a service. Dates that the data does not vouch for are left out (null).</summary>
/// <param name="Status">The state that follows from it.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Verification">How far it may be used.</param>
/// <param name="ClosedToNewCustomers">Since when new customers are turned away, or null.</param>
/// <param name="EndOfSupport">When support ends or ended, or null.</param>
/// <param name="Effective">Since when a rename holds, or null.</param>
/// <param name="Successors">What AWS names in its place, as AWS writes it; empty where nothing is named.</param>
/// <param name="FormerNames">For a rename: the names that it had.</param>
/// <param name="CurrentName">For a rename: the present name, with prefix; else null.</param>
/// <param name="HintOnly">True where the former name is still in use: hover text at most.</param>
/// <param name="Remark">What else to know, or null.</param>
public sealed record LifecycleEntry(
    LifecycleStatus Status,
    LifecycleScope Scope,
    Verification Verification,
    CatalogDate? ClosedToNewCustomers,
    CatalogDate? EndOfSupport,
    CatalogDate? Effective,
    ImmutableArray<string> Successors,
    ImmutableArray<string> FormerNames,
    string? CurrentName,
    bool HintOnly,
    string? Remark);
