namespace Stratus.Tests.Shared;

/// <summary>What work costs, as it is counted: a clock would say how busy the machine is.</summary>
internal static class Cost
{
    // Not how long it may take, but when it is taken for hung.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Does a piece of work with a text, and with one of twice the length: that must not take much more than twice the memory, nor
    /// so much time that it never ends.
    /// </summary>
    /// <param name="unit">What the text repeats.</param>
    /// <param name="length">The length of the longer text, in UTF-16 units.</param>
    /// <param name="work">The work, all of it on the thread that it is called on.</param>
    public static async Task AssertInProportionAsync(string unit, int length, Action<string> work)
    {
        // What is made once for all texts is made with the first.
        await AllocatedByAsync(unit, work);
        var half = await AllocatedByAsync(Repeat(unit, length / 2), work);
        var whole = await AllocatedByAsync(Repeat(unit, length), work);
        Assert.True(whole < (3 * half) + (64 * 1024), $"{unit}: {half:N0} bytes for the half, {whole:N0} for the whole");
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length));

    private static Task<long> AllocatedByAsync(string text, Action<string> work) => Task.Run(() =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }).WaitAsync(Patience, TestContext.Current.CancellationToken);
}
