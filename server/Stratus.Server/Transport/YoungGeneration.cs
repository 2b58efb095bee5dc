namespace Stratus.Server.Transport;

/// <summary>
/// Keeps the memory of a session small. Left alone, the collector lets the young generation grow to the size of the processor's cache
/// before it looks at it, tens of megabytes of which nearly nothing is alive; after a message has left, a look at a few costs nobody time.
/// </summary>
internal sealed class YoungGeneration
{
    // In bytes. With less it would be looked at more often than it pays, with more it would be seen in the program's memory.
    private const long Most = 4 * 1024 * 1024;

    // What lives through one look mostly lives on; what does not is found by every few.
    private const int LooksAtOlder = 8;

    private long _collectedAt;
    private int _looks;

    /// <summary>Collects it, if that much has been allocated since it was collected last. May be called on any thread.</summary>
    internal void CollectIfGrown()
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: false);
        var before = Volatile.Read(ref _collectedAt);
        if (allocated - before >= Most && Interlocked.CompareExchange(ref _collectedAt, allocated, before) == before)
        {
            GC.Collect(Interlocked.Increment(ref _looks) % LooksAtOlder == 0 ? 1 : 0, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
    }
}
