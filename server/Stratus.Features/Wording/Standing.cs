using Stratus.Terms;

namespace Stratus.Features.Wording;

/// <summary>The state of a service on a given day; the later take precedence.</summary>
internal enum StandingKind
{
    /// <summary>Nothing to say.</summary>
    Open,
    /// <summary>Works; AWS points to something else.</summary>
    Superseded,
    /// <summary>Security fixes only.</summary>
    Maintenance,
    /// <summary>Existing customers only.</summary>
    ClosedToNew,
    /// <summary>An end date is announced.</summary>
    Ending,
    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>
/// The state of a service on a given day, and the entry that says so. Dates are compared with that day: the data says
/// what was so on its own date, and a closing that has passed since is an end.
/// </summary>
/// <param name="Kind">The state.</param>
/// <param name="Entry">The entry, or null where there is nothing to say.</param>
internal readonly record struct Standing(StandingKind Kind, LifecycleEntry? Entry)
{
    /// <summary>True if a service has ended on a day, as far as its card says so.</summary>
    public static bool HasEnded(Service service, DateOnly today) =>
        !service.Lifecycle.IsEmpty && Of(service, today, Verification.Partial).Kind == StandingKind.Ended;

    /// <summary>The latest state among the entries that are verified at least so far.</summary>
    public static Standing Of(Service service, DateOnly today, Verification atLeast)
    {
        var latest = default(Standing);
        foreach (var entry in service.Lifecycle)
        {
            if (entry.Verification < atLeast || entry.HintOnly || entry.Scope == LifecycleScope.FormerNames)
            {
                continue;
            }

            var kind = KindOf(entry, today);
            if (kind > latest.Kind)
            {
                latest = new(kind, entry);
            }
        }

        return latest;
    }

    /// <summary>True if the end of support lies within a year after the day.</summary>
    public bool EndsWithinAYear(DateOnly today) =>
        Kind != StandingKind.Ended && Entry?.EndOfSupport is { } end && end.Latest <= today.AddYears(1);

    /// <summary>True if new customers are turned away on the day.</summary>
    public bool IsClosedToNew(DateOnly today) => Entry switch
    {
        null => false,
        { ClosedToNewCustomers: { } closed } => closed.Latest < today,
        _ => Kind == StandingKind.ClosedToNew,
    };

    /// <summary>What there is to say, as sentences: since when, and what instead; empty where there is nothing.</summary>
    public string Describe(string subject, DateOnly today)
    {
        if (Entry is null || Kind == StandingKind.Open)
        {
            return "";
        }

        var what = Kind switch
        {
            StandingKind.Ended => Entry.EndOfSupport is { } end ? $"{subject} reached its end of support on {end}" : $"{subject} has ended",
            StandingKind.Ending => EndingText(subject, today),
            StandingKind.ClosedToNew => ClosingText(subject, today),
            StandingKind.Maintenance => Entry.EndOfSupport is { } end
                ? $"{subject} gets security fixes only, until {end}"
                : $"{subject} gets security fixes only",
            _ => Entry.Status switch
            {
                LifecycleStatus.Discouraged => $"AWS advises against {subject}",
                LifecycleStatus.PreviousGeneration => $"{subject} is of a previous generation",
                _ => $"{subject} has a newer alternative",
            },
        };
        return Entry.Successors.IsEmpty ? what + "." : $"{what}. {Instead()}";
    }

    private string EndingText(string subject, DateOnly today)
    {
        var ends = Entry!.EndOfSupport is { } end ? $"{subject} reaches its end of support on {end}" : $"The end of {subject} is announced";
        return IsClosedToNew(today)
            ? Entry.ClosedToNewCustomers is { } closed ? $"{ends}; closed to new customers since {closed}" : $"{ends}; closed to new customers"
            : ends;
    }

    private string ClosingText(string subject, DateOnly today) => Entry!.ClosedToNewCustomers switch
    {
        null => $"{subject} is closed to new customers",
        { } closed when closed.Latest >= today => $"{subject} closes to new customers on {closed}",
        { } closed => $"{subject} has been closed to new customers since {closed}",
    };

    private string Instead() => $"Use {TextList.Or(Entry!.Successors)} instead.";

    private static StandingKind KindOf(LifecycleEntry entry, DateOnly today)
    {
        if (entry.EndOfSupport is { } end && entry.Status is LifecycleStatus.Ended or LifecycleStatus.Closing or LifecycleStatus.ClosedToNew or LifecycleStatus.Maintenance)
        {
            if (end.Latest < today)
            {
                return StandingKind.Ended;
            }

            return entry.Status == LifecycleStatus.Maintenance ? StandingKind.Maintenance : StandingKind.Ending;
        }

        return entry.Status switch
        {
            LifecycleStatus.Ended => StandingKind.Ended,
            LifecycleStatus.Closing => StandingKind.Ending,
            LifecycleStatus.ClosedToNew => StandingKind.ClosedToNew,
            LifecycleStatus.Maintenance => StandingKind.Maintenance,
            LifecycleStatus.Superseded or LifecycleStatus.PreviousGeneration or LifecycleStatus.Discouraged => StandingKind.Superseded,
            _ => StandingKind.Open,
        };
    }
}
