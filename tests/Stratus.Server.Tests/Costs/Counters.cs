using Stratus.Notes.Chunks;

namespace Stratus.Server.Tests.Costs;

/// <summary>What can be counted of the work of a thread, whatever else the machine does. A new counter is a line here.</summary>
internal static class Counters
{
    /// <summary>Their names, and how far each has counted on this thread.</summary>
    internal static (string Name, Func<long> Read)[] All { get; } =
    [
        ("bytes allocated", GC.GetAllocatedBytesForCurrentThread),
        ("chunks read", () => ReadingCost.Chunks),
        ("units read", () => ReadingCost.Units),
    ];
}
